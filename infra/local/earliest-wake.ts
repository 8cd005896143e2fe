import { type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';

const SHARDS = ['0', '1', '2', '3'];

/** The earliest `wakeAt` (epoch ms) in the table's index `wake`, over its four shards. */
export async function earliestWakeAt(client: DynamoDBClient, tableName: string): Promise<number | undefined> {
  const firsts = await Promise.all(
    SHARDS.map(async (shard) => {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: tableName,
          IndexName: 'wake',
          KeyConditionExpression: 'wakeShard = :shard',
          ExpressionAttributeValues: { ':shard': { S: shard } },
          Limit: 1,
        }),
      );
      return Items.map((item) => Number(item.wakeAt?.N));
    }),
  );
  const moments = firsts.flat();
  return moments.length === 0 ? undefined : Math.min(...moments);
}
