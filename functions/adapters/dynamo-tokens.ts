import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { FindToken, SaveToken } from '../app/ports.ts';
import { instant } from '../domain/instant.ts';
import type { Table } from './dynamo-table.ts';

const tokenSchema = z.object({
  email: z.string(),
  name: z.string(),
  createdAt: z.number().transform(instant),
});

const keyOf = (hash: string) => ({ pk: `TOKEN#${hash}`, sk: 'TOKEN' });

export function makeTokens(table: Table): { saveToken: SaveToken; findToken: FindToken } {
  return {
    saveToken: async (hash, token) => {
      await table.client.send(
        new PutCommand({ TableName: table.name, Item: { ...keyOf(hash), ...tokenSchema.parse(token) } }),
      );
    },
    findToken: async (hash) => {
      const { Item } = await table.client.send(
        new GetCommand({ TableName: table.name, Key: keyOf(hash), ConsistentRead: true }),
      );
      return Item && tokenSchema.parse(Item);
    },
  };
}
