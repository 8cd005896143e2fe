import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { ReadReflection, SaveReflection } from '../app/reflection.ts';
import { reflectionSchema } from '../domain/reflection.ts';
import { isExpired, ttlOf } from './dynamo-expiry.ts';
import { headKey } from './dynamo-head.ts';
import type { Table } from './dynamo-table.ts';

/** Beside the conversation, so that it is erased with it; under the manager, so that the next one does not read it. */
export function reflectionKey(conversation: string, manager: string): { pk: string; sk: string } {
  return { pk: headKey(conversation).pk, sk: `REFLECTION#${manager}` };
}

const stored = z.object(reflectionSchema.shape);

export function makeReflections(table: Table): {
  saveReflection: SaveReflection;
  readReflection: ReadReflection;
} {
  return {
    saveReflection: async (conversation, manager, reflection, keepUntil) => {
      const ttl = keepUntil === undefined ? undefined : ttlOf(keepUntil);
      await table.client.send(
        new PutCommand({
          TableName: table.name,
          Item: { ...reflectionKey(conversation, manager), ...reflection, ttl },
        }),
      );
    },
    readReflection: async (conversation, manager) => {
      const { Item } = await table.client.send(
        new GetCommand({
          TableName: table.name,
          Key: reflectionKey(conversation, manager),
          ConsistentRead: true,
        }),
      );
      return Item && !isExpired(Item, table.now()) ? stored.parse(Item) : undefined;
    },
  };
}
