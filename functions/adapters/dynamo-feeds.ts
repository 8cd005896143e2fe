import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { PutPointer, ReadFeed, RenewFeed } from '../app/ports.ts';
import { ttlOf } from './dynamo-expiry.ts';
import { collect, held, queryItems, type Table } from './dynamo-table.ts';

const STATUS = 'STATUS';
const PREFIX = 'CONVERSATION#';

const itemsSchema = z.array(
  z.object({
    sk: z.string(),
    feedRevision: z._default(z.int(), 0),
    recordedAt: z._default(z.number(), 0),
    keepUntil: z.optional(z.number()),
  }),
);

const keyOf = (person: string) => `PERSON#${person}`;

type Feeds = { putPointer: PutPointer; readFeed: ReadFeed; renewFeed: RenewFeed };

/** Who is in which conversations, and how often each person's calendar got another address. */
export function makeFeeds(table: Table): Feeds {
  return {
    putPointer: async (person, { conversation, version, recordedAt, keepUntil }) => {
      const ttl = keepUntil === undefined ? undefined : ttlOf(keepUntil);
      await held(
        table.client.send(
          new PutCommand({
            TableName: table.name,
            Item: {
              pk: keyOf(person),
              sk: PREFIX + conversation,
              version,
              recordedAt,
              keepUntil,
              ttl,
            },
            ConditionExpression: 'attribute_not_exists(pk) OR #version <= :version',
            ExpressionAttributeNames: { '#version': 'version' },
            ExpressionAttributeValues: { ':version': version },
          }),
        ),
      );
    },
    readFeed: async (person, limit) => {
      const query = {
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': keyOf(person) },
      };
      const items = itemsSchema.parse(await collect(queryItems(table, query)));
      const newest = items
        .filter(({ sk, keepUntil }) => sk.startsWith(PREFIX) && keepUntil === undefined)
        .sort((one, other) => other.recordedAt - one.recordedAt);
      return {
        revision: items.find(({ sk }) => sk === STATUS)?.feedRevision ?? 0,
        conversations: newest.slice(0, limit).map(({ sk }) => sk.slice(PREFIX.length)),
      };
    },
    renewFeed: async (person, from) => {
      await held(
        table.client.send(
          new UpdateCommand({
            TableName: table.name,
            Key: { pk: keyOf(person), sk: STATUS },
            UpdateExpression: 'SET feedRevision = :next',
            ConditionExpression:
              from === 0
                ? 'attribute_not_exists(feedRevision) OR feedRevision = :from'
                : 'feedRevision = :from',
            ExpressionAttributeValues: { ':next': from + 1, ':from': from },
          }),
        ),
      );
    },
  };
}
