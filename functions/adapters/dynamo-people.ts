import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type {
  ClearFailed,
  FindPeople,
  LinkAddress,
  MarkFailed,
  PersonStatus,
  ReadStatuses,
  SaveOptOut,
} from '../app/ports.ts';
import { MAIL_KINDS } from '../domain/facts.ts';
import { moment } from '../domain/moment.ts';
import { batchGet } from './dynamo-batch-get.ts';
import type { Table } from './dynamo-table.ts';
import { updateOf } from './dynamo-update.ts';

const statusSchema = z.object({
  optedOut: z._default(z.array(z.enum(MAIL_KINDS)), []),
  failed: z.optional(
    z.object({
      why: z.enum(['bounced', 'complained', 'suppressed']),
      addressHash: z.string(),
      at: moment,
    }),
  ),
  feedRevision: z.optional(z.int()),
});
const statusItems = z.array(z.extend(statusSchema, { pk: z.string() }));
const addressItems = z.array(z.object({ pk: z.string(), person: z.string() }));

const statusKey = (person: string) => ({ pk: `PERSON#${person}`, sk: 'STATUS' });
const addressKey = (hash: string) => ({ pk: `ADDRESS#${hash}`, sk: 'PERSON' });

type People = {
  readStatuses: ReadStatuses;
  saveOptOut: SaveOptOut;
  markFailed: MarkFailed;
  clearFailed: ClearFailed;
  findPeople: FindPeople;
  linkAddress: LinkAddress;
};

export function makePeople(table: Table): People {
  const setStatus = async (person: string, set: Partial<z.input<typeof statusSchema>>) => {
    await table.client.send(
      new UpdateCommand({ TableName: table.name, Key: statusKey(person), ...updateOf({ set }) }),
    );
  };
  return {
    readStatuses: async (people) => {
      const items = statusItems.parse(await batchGet(table, people.map(statusKey)));
      const known = new Map(items.map((item) => [item.pk, item]));
      return Object.fromEntries(
        people.map((person): [string, PersonStatus] => {
          const { optedOut = [], failed, feedRevision } = known.get(statusKey(person).pk) ?? {};
          return [person, { optedOut, failed, feedRevision }];
        }),
      );
    },
    saveOptOut: (person, kinds) => setStatus(person, { optedOut: [...kinds] }),
    markFailed: (person, failed) => setStatus(person, { failed }),
    clearFailed: (person) => setStatus(person, { failed: undefined }),
    findPeople: async (hashes) => {
      const items = addressItems.parse(await batchGet(table, hashes.map(addressKey)));
      const known = new Map(items.map((item) => [item.pk, item.person]));
      return Object.fromEntries(
        hashes.flatMap((hash) => {
          const person = known.get(addressKey(hash).pk);
          return person === undefined ? [] : [[hash, person]];
        }),
      );
    },
    linkAddress: async (hash, person) => {
      await table.client.send(
        new PutCommand({ TableName: table.name, Item: { ...addressKey(hash), person } }),
      );
    },
  };
}
