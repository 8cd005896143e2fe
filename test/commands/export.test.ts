import { afterAll, beforeAll, expect, it } from 'vitest';
import { addressHash } from '../../functions/app/hash.ts';
import { exportPerson } from '../../infra/commands/export-person.ts';
import { startDynalite } from '../contract/dynamo-servers.ts';
import { BILL, DANA, DISCOUNTS, MEI } from '../simulation/acme.ts';
import { tenantOnDynalite } from './tenant-on-dynalite.ts';

let server: Awaited<ReturnType<typeof startDynalite>>;
let tenant: Awaited<ReturnType<typeof tenantOnDynalite>>;
let id: string;

beforeAll(async () => {
  server = await startDynalite();
  tenant = await tenantOnDynalite(server, 'nevertwice-export');
  id = await tenant.record(DISCOUNTS, 'one');
  await tenant.record(
    {
      ...DISCOUNTS,
      title: 'Without Bill',
      participants: DISCOUNTS.participants.slice(1),
      commitments: DISCOUNTS.commitments.slice(1),
    },
    'two',
  );
  await tenant.wake(id);
  await tenant.act(id, 'p2', { type: 'agree' });
  await tenant.act(id, 'p2', {
    type: 'report',
    commitment: 'c1',
    kept: true,
    words: 'Called twice, both said no.',
  });
  await tenant.act(id, 'p3', { type: 'answer-ask', commitment: 'c2', help: 'A day off for my mother.' });
  await tenant.act(id, 'p3', {
    type: 'ask-change',
    commitments: ['c2'],
    words: 'My mother is ill that week.',
  });
  await tenant.manage(DANA, id, { type: 'helped', commitment: 'c1', words: 'The number on the wall.' });
  await tenant.manage(DANA, id, { type: 'learned', commitment: 'c2', words: 'We ask a week earlier.' });
  await tenant.open.store.saveOptOut(await personId('p2'), ['celebrations']);
  await tenant.token(DANA, 'CRM import');
});
afterAll(() => server.stop());

async function personId(person: string): Promise<string> {
  const [first] = (await tenant.load(id)).facts;
  const entry = first?.type === 'recorded' ? first.people.find((one) => one.id === person) : undefined;
  if (!entry) throw new Error(`${person} is not there`);
  return entry.person;
}

it('gives a person what is theirs: conversations, words, mails, what they stopped', async () => {
  const file = await exportPerson(tenant.open, ' Bill@ACME.example ');
  expect(file.person).toBe(BILL);
  expect(file.conversations.map((one) => one.conversation)).toEqual([id]);
  const [conversation] = file.conversations;
  expect(conversation).toMatchObject({
    title: DISCOUNTS.title,
    you: { name: 'Bill', email: BILL, role: 'participant' },
    people: [{ name: 'Dana' }, { name: 'Mei' }],
  });
  expect(conversation?.facts.map(({ what, words }) => [what, words])).toEqual([
    ['agreed', undefined],
    ['reported', { words: 'Called twice, both said no.' }],
    ['noted', undefined],
  ]);
  expect(conversation?.mailsToYou.flatMap(({ deliveries }) => deliveries)).toContain('recap_all_p2_1');
  expect(conversation?.commitments.find(({ yours }) => yours)).toMatchObject({
    consequence: { words: 'I sign every offer myself for a month.' },
    verdict: { verdict: 'kept' },
    helped: 'The number on the wall.',
  });
  expect(file.mailsStopped).toEqual(['celebrations']);
  expect(file.apiTokens).toEqual([]);
  expect(file.conversationsInCalendar).toBe(1);
});

it('keeps the private words of the others out', async () => {
  const text = JSON.stringify(await exportPerson(tenant.open, BILL));
  expect(text).not.toContain('My mother is ill');
  expect(text).not.toContain('We ask a week earlier');
  expect(text).not.toContain('A day off for my mother');
  expect(text).not.toContain('We go back to paper');
  expect(text).not.toContain('Two orders left');
  expect(text).not.toContain(MEI);
  expect(text).not.toContain(DANA);
  const meis = JSON.stringify(await exportPerson(tenant.open, MEI));
  expect(meis).toContain('My mother is ill');
  expect(meis).toContain('"howYouDoIt":{"how":"","help":"A day off for my mother."');
  expect(JSON.stringify(await exportPerson(tenant.open, MEI))).toContain('We ask a week earlier');
});

it('gives a manager what they noted of their own side, and nobody else', async () => {
  const noted = { step: 'resistance' as const, words: 'I ask first what they need.' };
  await tenant.open.store.saveReflection(id, addressHash(DANA), noted, undefined);
  expect((await exportPerson(tenant.open, DANA)).reflections).toEqual([{ conversation: id, ...noted }]);
  expect(JSON.stringify(await exportPerson(tenant.open, BILL))).not.toContain(noted.words);
});

it('names the API tokens of a manager, and none of their secrets', async () => {
  const file = await exportPerson(tenant.open, DANA);
  expect(file.apiTokens).toMatchObject([{ name: 'CRM import' }]);
  expect(file.conversations).toHaveLength(2);
  expect(file.weeks).toHaveLength(1);
  expect(file.conversationsListed).toBe(2);
  expect(JSON.stringify(file)).toContain('Two orders left');
});

it('says of a stranger that there is nothing', async () => {
  expect(await exportPerson(tenant.open, 'nobody@acme.example')).toMatchObject({
    conversations: [],
    mailsStopped: [],
    apiTokens: [],
    reflections: [],
    conversationsListed: 0,
  });
});

it('does not give one person the conversation of another who once had their address by mistake', async () => {
  const body = {
    ...DISCOUNTS,
    manager: { name: 'Dana', email: DANA },
    participants: [{ name: 'Bob', email: 'pat@acme.example' }],
    commitments: [{ ...DISCOUNTS.commitments[0], owner: 'pat@acme.example' }],
  };
  const other = await tenant.record(body, 'three');
  await tenant.manage(DANA, other, { type: 'correct-address', person: 'p2', email: 'bob@acme.example' });
  expect((await exportPerson(tenant.open, 'pat@acme.example')).conversations).toEqual([]);
  const bob = await exportPerson(tenant.open, 'bob@acme.example');
  expect(bob.conversations[0]?.you.earlierAddresses).toEqual(['pat@acme.example']);
});
