import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { makeDynamoStore } from '../../functions/adapters/dynamo-store.ts';
import { clientOf, makeTable, startDynalite } from './dynamo-servers.ts';
import { type Meddle, startMeddlingProxy } from './meddling-proxy.ts';
import { recorded, reported } from './sample-facts.ts';
import { NOW } from './store-under-test.ts';

const batchRequest = z.object({
  RequestItems: z.record(z.string(), z.object({ Keys: z.array(z.unknown()), ConsistentRead: z.boolean() })),
});

let server: Awaited<ReturnType<typeof startDynalite>>;
let tables = 0;
beforeAll(async () => {
  server = await startDynalite();
});
afterAll(() => server.stop());

async function behind(meddle: Meddle) {
  tables += 1;
  const table = `wire-${tables}`;
  await makeTable(server.client, table);
  const { url, close } = await startMeddlingProxy(server.url, meddle);
  const client = clientOf(url);
  const waits: number[] = [];
  const wait = async (ms: number) => {
    waits.push(ms);
  };
  const store = makeDynamoStore(client, { table, now: () => NOW, wait });
  const stop = async () => {
    client.destroy();
    await close();
  };
  return { store, waits, stop };
}

/** The first write of an action happens, and its answer never arrives. */
function loseReply(action: string): Meddle {
  let lost = false;
  return async (call) => {
    if (call.action !== action || lost || !call.body.includes('"HEAD"')) return undefined;
    lost = true;
    await call.forward();
    call.hangUp();
    return '';
  };
}

it('knows its own recording when the reply to it was lost', async () => {
  const { store, stop } = await behind(loseReply('PutItem'));
  const made = { id: 'a', fingerprint: 'f', facts: [recorded({ title: 'Late' })], wakeAt: NOW };
  expect(await store.create(made)).toBe('created');
  expect(await store.create(made)).toBe('exists');
  await stop();
});

it('knows its own claim when the reply to it was lost, so that the mail leaves at once', async () => {
  const { store, stop } = await behind(loseReply('UpdateItem'));
  await store.create({ id: 'a', fingerprint: 'f', facts: [recorded()], wakeAt: NOW });
  const claims = { m1: { keys: ['recap_all_p2_1'], to: 'p2', at: NOW } } as const;
  const change = { id: 'a', revision: 1, facts: [reported(2)], claims, wakeAt: NOW };
  expect(await store.append(change)).toBe('stored');
  expect(await store.load('a')).toMatchObject({ revision: 2, claims });
  expect(await store.append(change)).toBe('conflict');
  await stop();
});

it('asks again, slower each time, for what a busy table left unread', async () => {
  const { store, waits, stop } = await behind(async (call) => {
    if (call.action !== 'BatchGetItem') return undefined;
    const [[table, { Keys: keys, ConsistentRead }] = ['', { Keys: [], ConsistentRead: false }]] =
      Object.entries(batchRequest.parse(JSON.parse(call.body)).RequestItems);
    const part = (some: unknown[]) => ({ [table]: { Keys: some, ConsistentRead } });
    const answer = await call.forward(JSON.stringify({ RequestItems: part(keys.slice(0, 1)) }));
    const left = keys.length > 1 ? part(keys.slice(1)) : {};
    return JSON.stringify({ ...JSON.parse(answer), UnprocessedKeys: left });
  });
  await store.saveOptOut('ben', ['nudges']);
  await store.saveOptOut('eva', ['check-ins']);
  expect(await store.readStatuses(['dana', 'ben', 'eva'])).toMatchObject({
    dana: { optedOut: [] },
    ben: { optedOut: ['nudges'] },
    eva: { optedOut: ['check-ins'] },
  });
  expect(waits).toEqual([50, 100]);
  await stop();
});

it('gives up loudly when the table reads nothing at all', async () => {
  const { store, waits, stop } = await behind(async (call) =>
    call.action === 'BatchGetItem'
      ? JSON.stringify({ Responses: {}, UnprocessedKeys: JSON.parse(call.body).RequestItems })
      : undefined,
  );
  await expect(store.readStatuses(['dana'])).rejects.toThrow('left 1 keys unread');
  expect(waits).toEqual([50, 100, 200, 400, 800]);
  await stop();
});

it('throws when the table is out of order, and does not call that a conflict', async () => {
  const store = makeDynamoStore(server.client, { table: 'missing', now: () => NOW });
  const change = { id: 'a', revision: 1, facts: [], claims: {}, wakeAt: NOW };
  await expect(store.append(change)).rejects.toThrow('resource not found');
});
