import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { FindReply, PutReply } from '../app/ports.ts';
import { personId } from '../domain/ids.ts';
import { moment } from '../domain/moment.ts';
import { isExpired, ttlOf } from './dynamo-expiry.ts';
import { held, type Table } from './dynamo-table.ts';

const SK = 'PERSON';
const keyOf = (reply: string) => `REPLY#${reply}`;

const itemSchema = z.object({
  conversation: z.string(),
  person: personId,
  reader: z.string(),
  version: z.number(),
  keepUntil: z.optional(moment),
  ttl: z.optional(z.number()),
});

type Replies = { putReply: PutReply; findReply: FindReply };

/** Whose each reply address is: found by key, because a mail that comes in names nothing else. */
export function makeReplies(table: Table): Replies {
  return {
    putReply: async (reply, to) => {
      const ttl = to.keepUntil === undefined ? undefined : ttlOf(to.keepUntil);
      await held(
        table.client.send(
          new PutCommand({
            TableName: table.name,
            Item: { pk: keyOf(reply), sk: SK, ...to, ttl },
            ConditionExpression: 'attribute_not_exists(pk) OR #version <= :version',
            ExpressionAttributeNames: { '#version': 'version' },
            ExpressionAttributeValues: { ':version': to.version },
          }),
        ),
      );
    },
    findReply: async (reply) => {
      const { Item } = await table.client.send(
        new GetCommand({ TableName: table.name, Key: { pk: keyOf(reply), sk: SK } }),
      );
      if (!Item) return undefined;
      const { ttl, ...to } = itemSchema.parse(Item);
      return isExpired({ ttl }, table.now()) ? undefined : to;
    },
  };
}
