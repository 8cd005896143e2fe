import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { erasedFacts } from '../../functions/app/erased-facts.ts';
import { addressHash } from '../../functions/app/hash.ts';
import { openConversation } from '../../functions/app/open-conversation.ts';
import { DAY, plus } from '../../functions/domain/instant.ts';
import { plan } from '../../functions/domain/plan.ts';
import { eraseFromTable } from '../../infra/commands/erase-person.ts';
import { exportPerson } from '../../infra/commands/export-person.ts';
import { rewriteWords } from '../../infra/commands/rewrite-words.ts';
import { startDynalite } from '../contract/dynamo-servers.ts';
import { type Body, DANA, DISCOUNTS, MEI } from '../simulation/acme.ts';
import { tenantOnDynalite } from './tenant-on-dynalite.ts';

const SHIRIN = 'shirin.tehrani@acme.example';
const THEIRS = [
  'Shirin',
  'Tehrani',
  'tehrani',
  'Three times asked',
  'countersign my offers',
  'not in the list yet',
  'keeps forgetting',
];
const OTHERS = [
  'Put the limit into the price list.',
  'My cousin marries that week.',
  'Nobody gives more than fifteen percent',
  'Mei',
  MEI,
  DANA,
];
const BODY: Body = {
  ...DISCOUNTS,
  participants: [
    { name: 'Shirin Tehrani', email: SHIRIN },
    { name: 'Mei', email: MEI },
  ],
  whatHappened:
    'Two orders left, Shirin said so, and Mrs Tehrani wrote from Shirin.Tehrani@acme.example about Shirin Tehrani.',
  commitments: [
    { ...DISCOUNTS.commitments[0], owner: SHIRIN, consequence: 'You countersign my offers.' },
    ...DISCOUNTS.commitments.slice(1),
  ],
};

let server: Awaited<ReturnType<typeof startDynalite>>;
let tenant: Awaited<ReturnType<typeof tenantOnDynalite>>;
let tables = 0;
let id: string;

beforeAll(async () => {
  server = await startDynalite();
});
afterAll(() => server.stop());

beforeEach(async () => {
  tables += 1;
  tenant = await tenantOnDynalite(server, `nevertwice-erase-${tables}`);
  id = await tenant.record(BODY, 'one');
  await tenant.wake(id);
  await tenant.act(id, 'p3', {
    type: 'ask-change',
    commitments: ['c2'],
    words: 'My cousin marries that week.',
  });
  await tenant.act(id, 'p2', {
    type: 'ask-change',
    commitments: ['c1'],
    words: 'It is not in the list yet.',
  });
  await tenant.act(id, 'p2', { type: 'agree' });
  await tenant.act(id, 'p2', { type: 'report', commitment: 'c1', kept: false, words: 'Three times asked.' });
  await tenant.manage(DANA, id, {
    type: 'verdict',
    commitment: 'c1',
    verdict: 'kept-late',
    words: 'She keeps forgetting.',
  });
  const { open } = tenant;
  await open.store.markFailed((await exportPerson(open, SHIRIN)).knownAs[0] ?? '', {
    why: 'bounced',
    addressHash: 'x',
    at: tenant.world.now(),
  });
  await tenant.token(SHIRIN, 'Tehrani sync');
  await tenant.record({ ...DISCOUNTS, title: 'Another talk' }, 'two');
});

it('only counts until it is meant', async () => {
  const before = await tenant.dump();
  const counted = await eraseFromTable(tenant.open, SHIRIN, false);
  expect(counted).toMatchObject({
    conversations: 1,
    status: 1,
    pointers: 1,
    replyAddresses: 1,
    apiTokens: 1,
    counters: 1,
  });
  expect(counted.finished).toBe(0);
  expect(counted.words).toBeGreaterThan(6);
  expect(await tenant.dump()).toBe(before);
  expect(await eraseFromTable(tenant.open, SHIRIN, true)).toEqual(counted);
});

it('leaves no name, no address and no word of theirs in the whole table, and the words of the others whole', async () => {
  const before = await tenant.dump();
  for (const words of [...THEIRS, ...OTHERS, 'PAST#']) expect(before).toContain(words);
  const { knownAs } = await exportPerson(tenant.open, SHIRIN);
  await eraseFromTable(tenant.open, ` ${SHIRIN.toUpperCase()}`, true);
  const after = await tenant.dump();
  for (const words of [...THEIRS, ...knownAs]) expect(after).not.toContain(words);
  for (const words of OTHERS) expect(after).toContain(words);
  expect(after).toMatch(/"ERASED"/);
  expect((await exportPerson(tenant.open, SHIRIN)).conversations).toEqual([]);
});

it('erases what a manager noted of their own side', async () => {
  const { store } = tenant.open;
  await store.saveReflection(id, addressHash(SHIRIN), { words: 'I hold back.' }, undefined);
  expect((await eraseFromTable(tenant.open, SHIRIN, true)).reflections).toBe(1);
  expect(await tenant.dump()).not.toContain('I hold back.');
});

it('keeps everything that happened: the same facts, states and deliveries, but none to them', async () => {
  const before = await tenant.load(id);
  await eraseFromTable(tenant.open, SHIRIN, true);
  const after = await tenant.load(id);
  const without = (facts: typeof before.facts) => facts.map(({ no, type, at, by }) => ({ no, type, at, by }));
  expect(without(after.facts)).toEqual(without(before.facts));
  const states = (stored: typeof before) =>
    openConversation(stored).commitments.map(({ agreement, judgement, requests }) => [
      agreement.state,
      judgement?.verdict,
      requests.map(({ kind, answered }) => [kind, answered]),
    ]);
  expect(states(after)).toEqual(states(before));
  const planned = (stored: typeof before, theirs: boolean) =>
    plan(openConversation(stored)).filter(({ to }) => (to === 'p2') === theirs);
  expect(planned(after, false)).toEqual(planned(before, false));
  expect(planned(before, true).some(({ skipped }) => skipped === undefined)).toBe(true);
  expect(planned(after, true).filter(({ skipped }) => skipped === undefined)).toEqual([]);
  expect(after).toMatchObject({ receipts: before.receipts, claims: before.claims, wakeAt: before.wakeAt });
});

it('goes on with the others, and sends nothing to them', async () => {
  await eraseFromTable(tenant.open, SHIRIN, true);
  const { inbox } = tenant.world.ses;
  const before = inbox.length;
  for (let day = 0; day < 12; day += 1) {
    tenant.world.jump(plus(tenant.world.now(), DAY));
    await tenant.wake(id);
  }
  const later = inbox.slice(before);
  expect([...new Set(later.map(({ to }) => to))].sort()).toEqual([DANA, MEI]);
  for (const { raw } of later) expect(Buffer.from(raw).toString()).not.toMatch(/Shirin|Tehrani/i);
  await tenant.manage(DANA, id, { type: 'cancel' });
});

it('reaches the list of what is over, and the words it is searched by', async () => {
  await tenant.manage(DANA, id, { type: 'cancel' });
  const found = async (find: string[]) => {
    const { rows } = await tenant.useCases.list({ email: DANA }, { limit: 10, of: 'ended', find });
    return rows.map(({ conversation }) => conversation);
  };
  const { knownAs } = await exportPerson(tenant.open, SHIRIN);
  expect([await found(['tehrani']), await found([knownAs[0] ?? ''])]).toEqual([[id], [id]]);
  await eraseFromTable(tenant.open, SHIRIN, true);
  expect([await found(['tehrani']), await found([knownAs[0] ?? ''])]).toEqual([[], []]);
  expect(await found(['mei'])).toEqual([id]);
});

it('ends their link, shows their manager no name, and lists none', async () => {
  await eraseFromTable(tenant.open, SHIRIN, true);
  await expect(tenant.act(id, 'p2', { type: 'agree' })).rejects.toThrow('404');
  const { rows } = await tenant.useCases.list({ email: DANA }, { limit: 10 });
  expect(rows.find(({ conversation }) => conversation === id)?.people.map(({ name }) => name)).toEqual([
    'Someone',
    'Mei',
  ]);
});

it('changes nothing when it is run again', async () => {
  await eraseFromTable(tenant.open, SHIRIN, true);
  const once = await tenant.dump();
  const again = await eraseFromTable(tenant.open, SHIRIN, true);
  expect(Object.values(again).every((count) => count === 0)).toBe(true);
  expect(await tenant.dump()).toBe(once);
});

it('is finished by the next run when one died after its write', async () => {
  const stored = await tenant.load(id);
  await rewriteWords(tenant.open, stored, erasedFacts(stored, SHIRIN, 'erased-x'));
  expect(await tenant.dump()).toContain('Three times asked');
  expect(await eraseFromTable(tenant.open, SHIRIN, true)).toMatchObject({
    finished: 1,
    conversations: 0,
    status: 1,
  });
  const after = await tenant.dump();
  for (const words of THEIRS) expect(after).not.toContain(words);
});

it('does not write over somebody who wrote meanwhile', async () => {
  const stale = await tenant.load(id);
  await tenant.act(id, 'p3', { type: 'ask-change', commitments: ['c2'], words: 'And my brother, too.' });
  expect(await rewriteWords(tenant.open, stale, stale.facts)).toBe('conflict');
  await eraseFromTable(tenant.open, SHIRIN, true);
  expect(await tenant.dump()).toContain('And my brother, too.');
});

it('lets a manager hand over or close first, then erases them, and their conversations still work', async () => {
  await expect(eraseFromTable(tenant.open, DANA, true)).rejects.toThrow(/They manage open conversations/);
  expect(await tenant.dump()).toContain(DANA);
  for (const one of (await exportPerson(tenant.open, DANA)).conversations)
    await tenant.manage(DANA, one.conversation, { type: 'cancel' });
  await eraseFromTable(tenant.open, DANA, true);
  const after = await tenant.dump();
  expect(after).not.toMatch(/dana@acme\.example|Dana|Answer the phone|Discounts over/);
  expect(after).toContain('Put the limit into the price list.');
  await tenant.wake(id);
  expect((await tenant.useCases.list({ email: DANA }, { limit: 10 })).rows).toEqual([]);
});

it('takes an address out of a conversation where somebody else had it by mistake', async () => {
  const body = {
    ...DISCOUNTS,
    participants: [{ name: 'Bob', email: 'pat@acme.example' }],
    commitments: [{ ...DISCOUNTS.commitments[0], owner: 'pat@acme.example' }],
  };
  const other = await tenant.record(body, 'three');
  await tenant.manage(DANA, other, { type: 'correct-address', person: 'p2', email: 'bob@acme.example' });
  expect(await eraseFromTable(tenant.open, 'pat@acme.example', true)).toMatchObject({ mistakenAddresses: 1 });
  expect(await tenant.dump()).not.toContain('pat@acme.example');
  const { people } = openConversation(await tenant.load(other));
  expect(people[1]).toMatchObject({ name: 'Bob', email: 'bob@acme.example' });
});
