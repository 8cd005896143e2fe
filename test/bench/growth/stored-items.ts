import { type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import type { Item } from '../table/sorted-items.ts';

// Bytes travel as base64; the SDK has read them already.
const attribute = z.record(
  z.string(),
  z
    .unknown()
    .transform((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value)),
);
const itemsSchema = z.array(z.record(z.string(), attribute));

/** Everything under one key of the counted table, as it is stored. */
export async function storedItems(table: DynamoDBClient, pk: string): Promise<Item[]> {
  const { Items } = await table.send(
    new QueryCommand({
      TableName: 'counted',
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: pk } },
    }),
  );
  return itemsSchema.parse(Items);
}
