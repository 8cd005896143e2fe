import { type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import type { Item } from '../table/sorted-items.ts';

const itemsSchema = z.array(z.record(z.string(), z.record(z.string(), z.unknown())));

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
