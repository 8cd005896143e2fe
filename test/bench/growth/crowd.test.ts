import { expect, it } from 'vitest';
import { makeDynamoStore } from '../../../functions/adapters/dynamo-store.ts';
import { plus, SECOND } from '../../../functions/domain/instant.ts';
import { NOW } from '../../contract/store-under-test.ts';
import { makeCountedTable } from '../table/counted-table.ts';
import { idOf, makeCrowd } from './crowd.ts';

const SIZE = 400;

function crowded() {
  const head = {
    pk: { S: 'CONVERSATION#a' },
    sk: { S: 'HEAD' },
    revision: { N: '1' },
    facts: { L: [] },
    mails: { M: {} },
  };
  const list = { manager: 'dana', row: { pk: { S: 'MANAGER#dana' }, sk: { S: '' } }, rows: 700 };
  const crowd = makeCrowd({ size: SIZE, overdue: 10, now: NOW, conversation: [head], list });
  const { client, calls } = makeCountedTable(crowd);
  return { store: makeDynamoStore(client, { table: 'crowd', now: () => NOW }), calls };
}

const touched = (calls: readonly { touched: number }[]) => calls.reduce((sum, one) => sum + one.touched, 0);

it('is met by a query that asks for everybody, and not by one that asks for a few', async () => {
  const { store, calls } = crowded();
  expect(await store.findAhead(NOW, SIZE)).toHaveLength(SIZE - 10);
  expect(touched(calls)).toBe(SIZE - 10);
  calls.length = 0;
  expect(await store.findOverdue(NOW, 3)).toEqual([idOf(0), idOf(1), idOf(2)]);
  // Ten are overdue in four shards, and no shard is read further than three.
  expect(touched(calls)).toBe(10);
});

it('keeps what is written among its own', async () => {
  const { store } = crowded();
  const [first] = await store.findAhead(NOW, 1);
  expect(first).toEqual({ id: idOf(10), wakeAt: plus(NOW, SECOND) });
  await store.append({ id: idOf(10), revision: 1, facts: [], claims: {}, wakeAt: undefined });
  expect((await store.findAhead(NOW, 2)).map(({ id }) => id)).toEqual([idOf(11), idOf(12)]);
});
