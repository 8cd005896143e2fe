import { createRequire } from 'node:module';
import { tableDefinition } from '../../../infra/local/aws/table-definition.ts';
import type { Item, SortedItems } from './sorted-items.ts';

type Fields = Record<string, unknown>;
type Done<T> = (problem: Problem | null, answer?: T) => void;
type Problem = Error & { statusCode?: number; body?: unknown };

type Collection = {
  lock: (key: string, run: (release: (done: Done<unknown>) => Done<unknown>) => void) => void;
  get: (key: string, done: Done<Item>) => void;
  put: (key: string, item: Item, done: Done<unknown>) => void;
  del: (key: string, done: Done<unknown>) => void;
  createValueStream: (range: Parameters<SortedItems['within']>[0]) => NodeJS.ReadableStream;
};

/** What dynalite's actions ask of the store below them. */
export type DynaliteStore = {
  options: { maxItemSize: number };
  getTable: (name: string, checkStatus: unknown, done?: Done<Fields>) => void;
  getItemDb: () => Collection;
  getIndexDb: () => Collection;
};

type Validations = {
  checkTypes: (fields: Fields, types: unknown) => Fields;
  checkValidations: (fields: Fields, types: unknown, custom: unknown, store: DynaliteStore) => void;
};
type Action = (store: DynaliteStore, fields: Fields, done: Done<Fields>) => void;

const partOf = createRequire(import.meta.url);
const validations: Validations = partOf('dynalite/validations');
type Database = {
  capacityUnits: (item: Item | undefined, isRead: boolean, isConsistent: boolean) => number;
  createKey: (item: Item, table: Fields) => string;
  createIndexKey: (item: Item, table: Fields, keySchema: unknown) => string;
};
const database: Database = partOf('dynalite/db');
const indexSchema = tableDefinition.GlobalSecondaryIndexes[0]?.KeySchema;

/** Units of a write by the item's size. */
export const writeUnits = (item: Item): number => database.capacityUnits(item, false, true);
/** Under which key an item stands. */
export const keyOf = (item: Item): string => database.createKey(item, tableDefinition);
/** Under which key its entry in the index `wake` stands. */
export const indexKeyOf = (item: Item): string => database.createIndexKey(item, tableDefinition, indexSchema);

/** An answer of DynamoDB: the fields, or an error with its status. */
export type Reply = { status: number; fields: Fields };

/** Does what dynalite does with a request behind its HTTP, `action` as "PutItem". */
export function perform(action: string, store: DynaliteStore, sent: Fields): Promise<Reply> {
  const name = `${action.charAt(0).toLowerCase()}${action.slice(1)}`;
  const { types, custom }: { types: unknown; custom: unknown } = partOf(`dynalite/validations/${name}`);
  const run: Action = partOf(`dynalite/actions/${name}`);
  return new Promise((resolve, reject) => {
    const refused = (problem: Problem) => {
      const { statusCode, body } = problem;
      if (statusCode === undefined || typeof body !== 'object') reject(problem);
      else resolve({ status: statusCode, fields: { ...body } });
    };
    try {
      const fields = validations.checkTypes(sent, types);
      validations.checkValidations(fields, types, custom, store);
      run(store, fields, (problem, answer = {}) => {
        if (problem) refused(problem);
        else resolve({ status: 200, fields: answer });
      });
    } catch (problem) {
      if (problem instanceof Error) refused(problem);
      else reject(problem);
    }
  });
}
