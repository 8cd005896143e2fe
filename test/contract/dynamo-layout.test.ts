import { DeleteCommand, DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import * as z from 'zod';
import { makeDynamoStore } from '../../functions/adapters/dynamo-store.ts';
import { addressHash } from '../../functions/app/hash.ts';
import type { Store } from '../../functions/app/ports.ts';
import { DAY, plus } from '../../functions/domain/instant.ts';
import { makeTable, startDynalite } from './dynamo-servers.ts';
import { RECORDED_AT, recorded, reported } from './sample-facts.ts';
import { NOW } from './store-under-test.ts';

const itemSchema = z.looseObject({ pk: z.string(), sk: z.string(), ttl: z.number().optional() });
const NAME = 'Dana Ruiz';
const ADDRESS = 'dana@acme.example';
const person = addressHash(ADDRESS);
const words = { 'p2.name': NAME, 'p2.email': ADDRESS, 'c1.action': 'Call before seven' };

let server: Awaited<ReturnType<typeof startDynalite>>;
let store: Store;
let table = '';
let tables = 0;
beforeAll(async () => {
  server = await startDynalite();
});
afterAll(() => server.stop());

beforeEach(async () => {
  tables += 1;
  table = `layout-${tables}`;
  await makeTable(server.client, table);
  store = makeDynamoStore(server.client, { table, now: () => NOW });
  await store.create({ id: 'a', fingerprint: 'f', facts: [recorded(words)], wakeAt: NOW });
  const claims = { m1: { keys: ['recap_all_p2_1'], to: 'p2', at: NOW } } as const;
  await store.append({ id: 'a', revision: 1, facts: [reported(2, { w: NAME })], claims, wakeAt: NOW });
  const delivered = { mail: 'm1', keys: ['recap_all_p2_1'], to: 'p2', outcome: 'delivered' } as const;
  await store.recordOutcome('a', { ...delivered, times: { delivered: NOW } });
});

async function scan(index?: string) {
  const client = DynamoDBDocumentClient.from(server.client);
  const found = await client.send(
    new ScanCommand({ TableName: table, ...(index !== undefined && { IndexName: index }) }),
  );
  return z.array(itemSchema).parse(found.Items);
}

it('keeps names and addresses in texts only', async () => {
  await store.saveOptOut(person, ['nudges']);
  await store.markFailed(person, { why: 'bounced', addressHash: person, at: NOW });
  await store.linkAddress(addressHash('dana.ruiz@acme.example'), person);
  await store.countUp([{ scope: `manager:${person}`, window: '2027-01-08', endsAt: plus(NOW, DAY) }]);
  await store.putPointer(person, { conversation: 'a', version: 1, recordedAt: RECORDED_AT });
  await store.putReply('abc', { conversation: 'a', person: 'p2', reader: person, version: 1 });
  await store.noteSendEvent(NOW);
  const items = await scan();
  const telling = items.filter((item) => /dana|ruiz|@|before seven/i.test(JSON.stringify(item)));
  expect(telling.map((item) => item.sk.slice(0, 5))).toEqual(['TEXT#', 'TEXT#']);
  expect(items.map((item) => item.pk.split('#')[0]).toSorted()).toEqual([
    'ADDRESS',
    'CONVERSATION',
    'CONVERSATION',
    'CONVERSATION',
    'CONVERSATION',
    'LIMIT',
    'PERSON',
    'PERSON',
    'REPLY',
    'SEND-EVENT',
  ]);
});

it('names a text after its content, so that a retry writes no second one', async () => {
  const before = await scan();
  await store.append({ id: 'a', revision: 1, facts: [reported(2, { w: NAME })], claims: {}, wakeAt: NOW });
  await store.create({ id: 'a', fingerprint: 'f', facts: [recorded(words)], wakeAt: NOW });
  expect(await scan()).toEqual(before);
  expect(before.filter((item) => item.sk.startsWith('TEXT#')).every((item) => item.sk.length === 27)).toBe(
    true,
  );
});

it('keeps long words out of HEAD', async () => {
  const long = { 'c1.words': 'x'.repeat(200_000) };
  await store.append({ id: 'a', revision: 2, facts: [reported(3, long)], claims: {}, wakeAt: NOW });
  const head = (await scan()).find((item) => item.sk === 'HEAD');
  expect(JSON.stringify(head).length).toBeLessThan(3_000);
});

it('keeps HEAD within a write unit, however long a conversation grows, and tells when something is missing', async () => {
  for (let no = 3; no < 40; no += 1) {
    const { revision = 0, grown } = (await store.load('a')) ?? {};
    const aside = grown && (await store.setAside('a', grown));
    await store.append({ id: 'a', revision, facts: [reported(no)], claims: {}, wakeAt: NOW, aside });
    const head = (await scan()).find((item) => item.sk === 'HEAD');
    expect(JSON.stringify(head).length).toBeLessThan(1_400);
  }
  expect((await store.load('a'))?.facts.map(({ no }) => no)).toEqual(
    Array.from({ length: 39 }, (_, n) => n + 1),
  );
  const [past] = (await scan()).filter((item) => item.sk.startsWith('PAST#'));
  const Key = { pk: past?.pk, sk: past?.sk };
  await DynamoDBDocumentClient.from(server.client).send(new DeleteCommand({ TableName: table, Key }));
  await expect(store.load('a')).rejects.toThrow('missing');
});

it('leaves the facts when their words are erased', async () => {
  const client = DynamoDBDocumentClient.from(server.client);
  const texts = (await scan()).filter((item) => item.sk.startsWith('TEXT#'));
  for (const { pk, sk } of texts) {
    await client.send(new DeleteCommand({ TableName: table, Key: { pk, sk } }));
  }
  expect((await store.load('a'))?.facts).toEqual([recorded({}), reported(2, {})]);
});

it('writes ttl in whole seconds, rounded up, on everything of a conversation', async () => {
  await store.keepUntil('a', plus(NOW, 1));
  const items = await scan();
  expect(items.map((item) => item.ttl)).toEqual(Array.from({ length: 4 }, () => NOW / 1000 + 1));
  await store.keepUntil('a', undefined);
  expect((await scan()).map((item) => item.ttl)).toEqual(Array.from({ length: 4 }, () => undefined));
});

it('lets counters, removed rows and what points at an ended conversation be deleted by the table', async () => {
  await store.countUp([{ scope: 's', window: 'w', endsAt: plus(NOW, DAY - 1) }]);
  await store.removeRow('m', { conversation: 'a', version: 2, recordedAt: RECORDED_AT });
  const pointer = { conversation: 'a', version: 2, recordedAt: RECORDED_AT };
  await store.putPointer(person, { ...pointer, keepUntil: plus(NOW, 90 * DAY) });
  const ended = (await scan()).filter((item) => /^(LIMIT|MANAGER|PERSON)/.test(item.pk));
  const days = ended.map((item) => (item.ttl ?? 0) - NOW / 1000).toSorted((a, b) => a - b);
  expect(days.map((seconds) => seconds / 86_400)).toEqual([1, 7, 7, 90]);
});

it('lists in the index only what waits for a moment, and only its keys', async () => {
  await store.create({ id: 'b', fingerprint: 'f', facts: [recorded()], wakeAt: plus(NOW, DAY) });
  await store.append({ id: 'a', revision: 2, facts: [], claims: {}, wakeAt: undefined });
  expect(await scan('wake')).toEqual([
    { pk: 'CONVERSATION#b', sk: 'HEAD', wakeAt: plus(NOW, DAY), wakeShard: expect.stringMatching(/^[0-3]$/) },
  ]);
});

it('spreads what wakes at once over all four shards', async () => {
  const ids = Array.from({ length: 60 }, (_, n) => `id${n}`);
  await Promise.all(
    ids.map((id) => store.create({ id, fingerprint: 'f', facts: [recorded()], wakeAt: NOW })),
  );
  expect(new Set((await scan('wake')).map((item) => item.wakeShard)).size).toBe(4);
  expect((await store.findOverdue(NOW, 100)).toSorted()).toEqual(['a', ...ids].toSorted());
});
