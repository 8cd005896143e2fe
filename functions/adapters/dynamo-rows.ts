import { GetCommand, PutCommand, QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import {
  type FreshenRow,
  type ListRows,
  type PutRow,
  type RemoveRow,
  SEARCHED_ROWS,
} from '../app/row-ports.ts';
import { DAY, plus, toIso } from '../domain/instant.ts';
import { type Row, rowSchema } from '../domain/row.ts';
import { isExpired, ttlOf } from './dynamo-expiry.ts';
import { collect, held, queryItems, type Table } from './dynamo-table.ts';

const PREFIX = 'CONVERSATION#';
/**
 * Open and ended ones stand apart, so that a page of open ones is one read however many have ended; shares behind both, where
 * no list of conversations reaches.
 */
const LISTS = { open: 'OPEN', ended: 'ENDED', shared: 'SHARED' } as const;
/** Longer than a ring or a projection can be late. */
const REMOVAL_KEPT_MS = 7 * DAY;

const listed = z.looseObject({
  sk: z.string(),
  ttl: z.optional(z.number()),
  removed: z.optional(z.boolean()),
});

const versioned = z.object({ version: z.int(), ttl: z.optional(z.number()) });

type Rows = { putRow: PutRow; freshenRow: FreshenRow; removeRow: RemoveRow; listRows: ListRows };
type Place = Pick<Row, 'conversation' | 'version' | 'recordedAt'>;
type ListName = keyof typeof LISTS;
type RowsQuery = Omit<QueryCommandInput, 'TableName'>;

// Pages are named in a URL, where anybody can write anything.
const PLACE = /^(OPEN|ENDED|SHARED)#\d{4}-\d\d-\d\dT[\d:.]{12}Z#[\w-]{1,64}$/;

/** True for what `after` of a page of a list can be; without a list, of all. */
export function isPlace(after: string, of?: ListName): boolean {
  const list = PLACE.exec(after)?.[1];
  return of === undefined ? list === LISTS.open || list === LISTS.ended : list === LISTS[of];
}

/** In which list a row stands. */
export function listOf({ kind, status }: Pick<Row, 'kind' | 'status'>): ListName {
  if (kind === 'share') return 'shared';
  return status === 'open' ? 'open' : 'ended';
}
const placeIn = (list: ListName, row: Place) => `${LISTS[list]}#${toIso(row.recordedAt)}#${row.conversation}`;

/** Where a row stands in its manager's list; `after` of the page that it ends. */
export const placeOf = (row: Row): string => placeIn(listOf(row), row);

/** Newest first, and the open ones before the ended ones: their names are in that order. */
function rowsQuery(manager: string, of: ListName | undefined, after: string | undefined): RowsQuery {
  const pk = `MANAGER#${manager}`;
  return {
    KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
    ExpressionAttributeValues: {
      ':pk': pk,
      ':first': `${PREFIX}${LISTS[of ?? 'ended']}#`,
      ':last': `${PREFIX}${LISTS[of ?? 'open']}#~`,
    },
    ScanIndexForward: false,
    ...(after === undefined ? {} : { ExclusiveStartKey: { pk, sk: PREFIX + after } }),
  };
}

/** One read of so many rows: those with every word, and where the next search goes on. */
async function searched(table: Table, query: RowsQuery, words: readonly string[], limit: number) {
  const named = words.map((word, at): [string, string] => [`:word${at}`, word]);
  const { Items, LastEvaluatedKey } = await table.client.send(
    new QueryCommand({
      ...query,
      TableName: table.name,
      Limit: SEARCHED_ROWS,
      FilterExpression: named.map(([name]) => `contains(#find, ${name})`).join(' AND '),
      ExpressionAttributeNames: { '#find': 'find' },
      ExpressionAttributeValues: { ...query.ExpressionAttributeValues, ...Object.fromEntries(named) },
    }),
  );
  const found = (Items ?? []).flatMap((item) => liveRow(table, item));
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  if (last && found.length > limit) return { rows, after: placeOf(last) };
  const next = LastEvaluatedKey && listed.parse(LastEvaluatedKey).sk.slice(PREFIX.length);
  return { rows, after: next };
}

export function makeRows(table: Table): Rows {
  const put = async (manager: string, list: ListName, row: Place & { ttl: number | undefined }) => {
    await held(
      table.client.send(
        new PutCommand({
          TableName: table.name,
          Item: { pk: `MANAGER#${manager}`, sk: PREFIX + placeIn(list, row), ...row },
          ConditionExpression: 'attribute_not_exists(pk) OR #version <= :version',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: { ':version': row.version },
        }),
      ),
    );
  };
  const removed = ({ conversation, version, recordedAt }: Place) => {
    const ttl = ttlOf(plus(table.now(), REMOVAL_KEPT_MS));
    return { conversation, version, recordedAt, removed: true, ttl };
  };
  const ttlIn = ({ keepUntil }: Row) => (keepUntil === undefined ? undefined : ttlOf(keepUntil));
  const putRow: PutRow = async (manager, row) => {
    const list = listOf(row);
    await Promise.all([
      put(manager, list, { ...rowSchema.parse(row), ttl: ttlIn(row) }),
      // What has ended never opens again, so an older row must not bring it back among the open ones.
      ...(list === 'ended' ? [put(manager, 'open', removed(row))] : []),
    ]);
  };
  const isThere = async (manager: string, row: Row) => {
    const Key = { pk: `MANAGER#${manager}`, sk: PREFIX + placeOf(row) };
    const read = { TableName: table.name, Key, ProjectionExpression: '#version, #ttl' };
    const ExpressionAttributeNames = { '#version': 'version', '#ttl': 'ttl' };
    const { Item } = await table.client.send(new GetCommand({ ...read, ExpressionAttributeNames }));
    const found = versioned.safeParse(Item).data;
    return found !== undefined && found.version >= row.version && found.ttl === ttlIn(row);
  };
  return {
    putRow,
    // What has ended has a second item, which one read does not show.
    freshenRow: async (manager, row) => {
      if (listOf(row) === 'ended' || !(await isThere(manager, row))) await putRow(manager, row);
    },
    removeRow: async (manager, row) => {
      await Promise.all([put(manager, 'open', removed(row)), put(manager, 'ended', removed(row))]);
    },
    listRows: async (manager, { limit, after, of, find = [] }) => {
      if (after !== undefined && !isPlace(after, of)) return { rows: [], after: undefined };
      const query = rowsQuery(manager, of, after);
      if (find.length > 0) return searched(table, query, find, limit);
      const rows = await collect(liveRows(table, { ...query, Limit: limit + 1 }), limit + 1);
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      return { rows: page, after: last && rows.length > limit ? placeOf(last) : undefined };
    },
  };
}

function liveRow(table: Table, found: unknown): Row[] {
  const item = listed.parse(found);
  return item.removed || isExpired(item, table.now()) ? [] : [rowSchema.parse(item)];
}

async function* liveRows(table: Table, query: RowsQuery): AsyncGenerator<Row> {
  for await (const found of queryItems(table, query)) yield* liveRow(table, found);
}
