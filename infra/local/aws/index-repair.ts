import {
  type AttributeValue,
  type DynamoDBClient,
  PutItemCommand,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';
import { tableDefinition } from './table-definition.ts';

/** As much of the store under dynalite as is needed here. */
export type Level = {
  open(): Promise<void>;
  clear(range: { gte: string; lt: string }): Promise<void>;
  close(): Promise<void>;
};

/**
 * Drops every index entry of a store that nothing else has open. dynalite writes an item's index entries and then the item: a
 * kill between the two leaves an entry that nothing takes out again, and takes out one that is still needed.
 */
export async function clearIndexes(level: Level): Promise<void> {
  await level.clear({ gte: 'index-', lt: 'index.' });
}

/** Puts every item into the indexes it belongs to, by writing it once more as it is. */
export async function fillIndexes(client: DynamoDBClient, tableName: string): Promise<void> {
  for (const { KeySchema } of tableDefinition.GlobalSecondaryIndexes) {
    const names = KeySchema.map(({ AttributeName }) => AttributeName);
    let from: Record<string, AttributeValue> | undefined;
    do {
      const page = await client.send(
        new ScanCommand({
          TableName: tableName,
          FilterExpression: names.map((_, n) => `attribute_exists(#n${n})`).join(' AND '),
          ExpressionAttributeNames: Object.fromEntries(names.map((name, n) => [`#n${n}`, name])),
          ExclusiveStartKey: from,
        }),
      );
      for (const Item of page.Items ?? [])
        await client.send(new PutItemCommand({ TableName: tableName, Item }));
      from = page.LastEvaluatedKey;
    } while (from);
  }
}
