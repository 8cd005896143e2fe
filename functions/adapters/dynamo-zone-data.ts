import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { ReadZoneData, SaveZoneData } from '../app/ports.ts';
import { moment } from '../domain/moment.ts';
import type { Table } from './dynamo-table.ts';

const Key = { pk: 'ZONE-DATA', sk: 'MARK' };
const mark = z.object({ version: z.string(), rearmedUpTo: z.optional(moment) });

export function makeZoneData(table: Table): { readZoneData: ReadZoneData; saveZoneData: SaveZoneData } {
  return {
    readZoneData: async () => {
      const { Item } = await table.client.send(
        new GetCommand({ TableName: table.name, Key, ConsistentRead: true }),
      );
      if (!Item) return undefined;
      const { version, rearmedUpTo } = mark.parse(Item);
      return { version, rearmedUpTo };
    },
    saveZoneData: async (saved) => {
      await table.client.send(new PutCommand({ TableName: table.name, Item: { ...Key, ...saved } }));
    },
  };
}
