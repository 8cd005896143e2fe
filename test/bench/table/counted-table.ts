import { Readable } from 'node:stream';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { tableDefinition } from '../../../infra/local/aws/table-definition.ts';
import { type DynaliteStore, perform, writeUnits } from './dynalite-actions.ts';
import { type Backdrop, type Item, makeSortedItems, type SortedItems } from './sorted-items.ts';

/** An item written by a call, with the units that its size costs and those of the entries of the index that it moved. */
export type Written = { pk: string; sk: string; units: number; indexUnits: number };

/** One call as DynamoDB bills it: a write a KB of the larger of old and new, a read 4 KB, half of it when it may be stale. */
export type TableCall = {
  readonly action: string;
  /** Items and entries of the index that it read, wrote or looked for. */
  readonly touched: number;
  readonly readUnits: number;
  readonly writeUnits: number;
  readonly written: readonly Written[];
};

export type CountedTable = { client: DynamoDBClient; calls: TableCall[] };

export type Backdrops = {
  /** By `pk`. */
  items: (hashKey: string) => Backdrop | undefined;
  /** By shard. */
  index: (hashKey: string) => Backdrop | undefined;
};

const TABLE = { ...tableDefinition, TableStatus: 'ACTIVE' };
const NOTHING_BEHIND: Backdrops = { items: () => undefined, index: () => undefined };
const NOT_FOUND = Object.assign(new Error('not found'), { name: 'NotFoundError' });
const MAX_ITEM_BYTES = 400 * 1024;

const consumed = z.object({ CapacityUnits: z.number() });
const readAnswer = z.object({
  ConsumedCapacity: z.union([consumed, z.array(consumed)]),
  ScannedCount: z.number().optional(),
});
const keys = z.object({
  Key: z.record(z.string(), z.unknown()).optional(),
  Item: z.unknown().optional(),
  RequestItems: z
    .record(z.string(), z.union([z.array(z.unknown()), z.object({ Keys: z.array(z.unknown()) })]))
    .optional(),
  ConsistentRead: z.boolean().optional(),
});
const READS: ReadonlySet<string> = new Set(['GetItem', 'BatchGetItem', 'Query']);

const textOf = (item: Item, name: string) => String(item[name]?.S ?? '');
const sizedUnits = new WeakMap<Item, number>();

function sizeUnits(item: Item | undefined): number {
  if (!item) return 0;
  const units = sizedUnits.get(item) ?? writeUnits(item);
  sizedUnits.set(item, units);
  return units;
}

function askedFor(sent: unknown): number {
  const { RequestItems } = keys.parse(sent);
  if (RequestItems === undefined) return 1;
  return Object.values(RequestItems).reduce((sum, of) => sum + (Array.isArray(of) ? of : of.Keys).length, 0);
}

type Told = {
  read: (item: Item | undefined) => void;
  changed: (key: string, item?: Item) => void;
  moved: () => void;
};

function makeStore(items: SortedItems, index: SortedItems, { read, changed, moved }: Told) {
  const collection = (sorted: SortedItems, told: (key: string, item?: Item) => void) => ({
    lock: (_: string, run: (release: <T>(done: T) => T) => void) => run((done) => done),
    get: (key: string, done: (problem: Error | null, item?: Item) => void) => {
      const item = sorted.get(key);
      read(item);
      if (item) done(null, item);
      else done(NOT_FOUND);
    },
    put: (key: string, item: Item, done: (problem: null) => void) => {
      told(key, item);
      sorted.put(key, item);
      done(null);
    },
    del: (key: string, done: (problem: null) => void) => {
      told(key);
      sorted.remove(key);
      done(null);
    },
    createValueStream: (range: Parameters<SortedItems['within']>[0]) => Readable.from(sorted.within(range)),
  });
  const itemDb = collection(items, changed);
  // An entry that is put again where it stands costs nothing.
  const indexDb = collection(index, (key, entry) => {
    if (entry === undefined || index.get(key) === undefined) moved();
  });
  const store: DynaliteStore = {
    options: { maxItemSize: MAX_ITEM_BYTES },
    getTable: (name, checkStatus, done) => {
      const answer = done ?? checkStatus;
      if (typeof answer === 'function') answer(null, { ...TABLE, TableName: name });
    },
    getItemDb: () => itemDb,
    getIndexDb: () => indexDb,
  };
  return store;
}

/**
 * The tenant's table in memory, as the SDK's own client speaks with it, and every call counted in `calls`. dynalite does the work and
 * sizes the items; what it stands on finds an item as quickly among a million (`backdrops`) as among ten.
 */
export function makeCountedTable(backdrops: Backdrops = NOTHING_BEHIND): CountedTable {
  const calls: TableCall[] = [];
  const items = makeSortedItems(backdrops.items);
  const index = makeSortedItems(backdrops.index);
  let written: Written[] = [];
  let moves = 0;
  let lookedAt: Item | undefined;
  const store = makeStore(items, index, {
    read: (item) => {
      lookedAt = item;
    },
    changed: (key, item) => {
      const old = items.get(key);
      const named = item ?? old ?? {};
      const units = Math.max(1, sizeUnits(old), sizeUnits(item));
      written.push({ pk: textOf(named, 'pk'), sk: textOf(named, 'sk'), units, indexUnits: moves });
      moves = 0;
    },
    moved: () => {
      moves += 1;
    },
  });

  const call = async (action: string, body: string) => {
    if (action === 'Scan') throw new Error('A scan costs what there is: nobody may ask for one here.');
    written = [];
    moves = 0;
    lookedAt = undefined;
    const sent: Record<string, unknown> = JSON.parse(body);
    const asked = askedFor(sent);
    const counted = READS.has(action) ? { ...sent, ReturnConsumedCapacity: 'TOTAL' } : sent;
    const { status, fields } = await perform(action, store, counted);
    const wrote = written.reduce((sum, { units, indexUnits }) => sum + units + indexUnits, 0);
    if (READS.has(action)) {
      const { ConsumedCapacity, ScannedCount = asked } = readAnswer.parse(fields);
      const units = [ConsumedCapacity].flat().reduce((sum, { CapacityUnits }) => sum + CapacityUnits, 0);
      // A query that finds nothing is billed as one page.
      const least = sent.ConsistentRead === true ? 1 : 0.5;
      calls.push({
        action,
        touched: ScannedCount,
        readUnits: Math.max(least, units),
        writeUnits: 0,
        written,
      });
    } else {
      // A write that was refused is billed by what stood there.
      const units = written.length > 0 ? wrote : Math.max(1, sizeUnits(lookedAt));
      calls.push({ action, touched: asked, readUnits: 0, writeUnits: units, written });
    }
    delete fields.ConsumedCapacity;
    return { status, fields };
  };
  let turn: Promise<unknown> = Promise.resolve();
  const handle = async ({ headers, body }: { headers: Record<string, string>; body?: Uint8Array }) => {
    const action = headers['x-amz-target']?.split('.')[1] ?? '';
    const mine = turn.then(() => call(action, new TextDecoder().decode(body)));
    turn = mine.catch(() => undefined);
    const { status, fields } = await mine;
    return {
      response: {
        statusCode: status,
        headers: { 'content-type': 'application/x-amz-json-1.0' },
        body: Buffer.from(JSON.stringify(fields)),
      },
    };
  };
  const client = new DynamoDBClient({
    region: 'eu-west-1',
    endpoint: 'http://127.0.0.1:1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    requestHandler: { handle },
  });
  return { client, calls };
}
