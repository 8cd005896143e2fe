import { GetItemCommand, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from 'vitest';
import { startServers } from '../../infra/local/aws/local-servers.ts';
import { setting, startLocal } from './local-system.ts';

const { tableName: TableName } = setting;
const head = { pk: { S: 'CONVERSATION#c1' }, sk: { S: 'HEAD' } };

test('a write under a condition that fails is refused', async () => {
  const { dynamodb } = await startLocal();
  const Item = { ...head, version: { N: '1' } };
  await dynamodb.send(new PutItemCommand({ TableName, Item }));
  const again = new PutItemCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' });
  await expect(dynamodb.send(again)).rejects.toMatchObject({ name: 'ConditionalCheckFailedException' });
});

test('the wake index holds only what waits, oldest first', async () => {
  const { dynamodb, servers } = await startLocal();
  const put = (id: string, wakeAt?: string) =>
    dynamodb.send(
      new PutItemCommand({
        TableName,
        Item: {
          pk: { S: id },
          sk: { S: 'HEAD' },
          ...(wakeAt && { wakeShard: { S: 's0' }, wakeAt: { N: wakeAt } }),
        },
      }),
    );
  await Promise.all([put('late', '200'), put('early', '100'), put('closed'), put('future', '900')]);
  const { Items } = await dynamodb.send(
    new QueryCommand({
      TableName,
      IndexName: 'wake',
      KeyConditionExpression: 'wakeShard = :shard AND wakeAt <= :now',
      ExpressionAttributeValues: { ':shard': { S: 's0' }, ':now': { N: '500' } },
    }),
  );
  expect(Items?.map((item) => item.pk?.S)).toEqual(['early', 'late']);
  expect(servers.calls().at(-1)).toMatchObject({ action: 'Query', resource: `${TableName}/index/wake` });
});

test('a restart finds every item again', async () => {
  const before = await startLocal();
  await before.dynamodb.send(new PutItemCommand({ TableName, Item: { ...head, version: { N: '7' } } }));
  await before.close();
  const after = await startLocal(before.dataDir);
  const { Item } = await after.dynamodb.send(
    new GetItemCommand({ TableName, Key: head, ConsistentRead: true }),
  );
  expect(Item?.version?.N).toBe('7');
});

test('says that another process uses the folder', async () => {
  const { dataDir, clock } = await startLocal();
  await expect(startServers({ ...setting, dataDir, clock })).rejects.toThrow('another process');
});
