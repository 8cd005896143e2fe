import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from 'vitest';
import { setting, startLocal } from './local-system.ts';

const { tableName: TableName } = setting;

type Entry = [key: string, value: string];
type Level = {
  iterator(range: { gte: string; lt: string }): { all(): Promise<Entry[]> };
  clear(range: { gte: string; lt: string }): Promise<void>;
  put(key: string, value: string): Promise<void>;
  close(): Promise<void>;
};

const INDEXES = { gte: 'index-', lt: 'index.' };

/** Reads the index entries of a closed store, and puts others in their place if there are any. */
async function indexEntries(dataDir: string, others?: readonly Entry[]): Promise<Entry[]> {
  const requireAsDynalite = createRequire(createRequire(import.meta.url).resolve('dynalite'));
  const level: { Level: new (path: string) => Level } = requireAsDynalite('level');
  const store = new level.Level(join(dataDir, 'dynamodb'));
  const entries = await store.iterator(INDEXES).all();
  if (others) {
    await store.clear(INDEXES);
    for (const [key, value] of others) await store.put(key, value);
  }
  await store.close();
  return entries;
}

const put = (wakeAt: string) =>
  new PutItemCommand({
    TableName,
    Item: { pk: { S: 'CONVERSATION#c1' }, sk: { S: 'HEAD' }, wakeShard: { S: '0' }, wakeAt: { N: wakeAt } },
  });

test('an index that a kill left behind its items is put right at the start', async () => {
  const first = await startLocal();
  await first.dynamodb.send(put('100'));
  await first.close();
  const earlier = await indexEntries(first.dataDir);
  expect(earlier).toHaveLength(1);

  const second = await startLocal(first.dataDir);
  await second.dynamodb.send(put('900'));
  await second.close();
  await indexEntries(first.dataDir, earlier);

  const third = await startLocal(first.dataDir);
  const { Items } = await third.dynamodb.send(
    new QueryCommand({
      TableName,
      IndexName: 'wake',
      KeyConditionExpression: 'wakeShard = :shard',
      ExpressionAttributeValues: { ':shard': { S: '0' } },
    }),
  );
  expect(Items?.map(({ wakeAt }) => wakeAt?.N)).toEqual(['900']);
});
