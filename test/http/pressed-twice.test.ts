import { beforeEach, expect, it } from 'vitest';
import { MINUTE, plus } from '../../functions/domain/instant.ts';
import { at, BILL, DANA, DISCOUNTS } from '../simulation/acme.ts';
import { COMMAND_FORMS } from './command-forms.ts';
import { textOf } from './page-text.ts';
import { begun, hiddenOf, makeWebWorld, type WebWorld } from './web-world.ts';

type Fields = Record<string, string>;

let web: WebWorld;

beforeEach(async () => {
  web = await makeWebWorld();
});

/** The fields that a page puts into its form without being asked. */
async function hiddenOn(path: string, ...names: string[]): Promise<Fields> {
  const page = await (await web.see(path)).text();
  return Object.fromEntries(names.map((name) => [name, hiddenOf(page, name)]));
}

/** Presses twice at once; `again` presses as after going back. Each answers where it led, or why not. */
async function pressedTwice(path: string, fields: Fields) {
  const press = async () => {
    const answer = await web.press(path, fields);
    return answer.headers.get('location') ?? answer.status;
  };
  return { led: await Promise.all([press(), press()]), again: press };
}

const listed = async () => (await web.world.useCases.list({ email: DANA }, { limit: 10 })).rows;

it.each(COMMAND_FORMS)('does %s once', async (type, fields, fact) => {
  const { id, factsOf } = await begun(web);
  const path = `/conversations/${id}`;
  const hidden = await hiddenOn(path, 'token', 'version');
  const { led, again } = await pressedTwice(`${path}/commands`, { ...hidden, form: type, type, ...fields });
  // Whoever handed it over has no page of it any more.
  const isGone = type === 'hand-over';
  expect(led).toEqual([path, isGone ? 404 : path]);
  const other = await hiddenOn(path, 'token', 'version');
  await web.press(`${path}/commands`, { ...other, form: 'bring', type: 'bring', words: 'Something else' });
  const facts = await factsOf();
  expect(await again()).toBe(isGone ? 404 : path);
  expect(await factsOf()).toEqual(facts);
  expect(facts.filter((one) => one.type === fact && one.words?.words !== 'Something else')).toHaveLength(1);
});

it('leaves what was changed since as it is when an old page is sent again', async () => {
  const { id, factsOf } = await begun(web);
  const path = `/conversations/${id}`;
  const moveTo = async (day: string) => ({
    ...(await hiddenOn(path, 'token', 'version')),
    form: 'move-check-in-k1',
    type: 'move-check-in',
    checkIn: 'k1',
    at: day,
    'at.time': '09:00',
    minutes: '15',
  });
  const { again } = await pressedTwice(`${path}/commands`, await moveTo('2027-01-19'));
  await web.press(`${path}/commands`, await moveTo('2027-01-20'));
  expect(await again()).toBe(path);
  const moved = (await factsOf()).filter(({ type }) => type === 'checkInMoved');
  expect(moved.map((fact) => fact.type === 'checkInMoved' && fact.checkIn.at)).toMatchObject([
    { wall: '2027-01-19T09:00' },
    { wall: '2027-01-20T09:00' },
  ]);
});

it('adds a commitment of an amendment once', async () => {
  const { id, factsOf } = await begun(web);
  const hidden = await hiddenOn(`/conversations/${id}/amend`, 'token', 'version');
  const { again } = await pressedTwice(`/conversations/${id}/commands`, {
    ...hidden,
    form: 'amend',
    type: 'amend',
    title: DISCOUNTS.title,
    whatHappened: DISCOUNTS.whatHappened,
    neverAgain: DISCOUNTS.neverAgain,
    'add.owner': BILL,
    'add.action': 'Print the list',
    'add.dueBy': '2027-01-20',
  });
  expect(await again()).toBe(`/conversations/${id}`);
  expect((await factsOf()).map(({ type }) => type)).toEqual(['recorded', 'amended']);
});

it('saves a check-in once, also from a page that is behind', async () => {
  const { id, factsOf } = await begun(web);
  await web.world.advance(at('2027-01-18T09:40:00Z'));
  const path = `/conversations/${id}/check-in`;
  const before = await factsOf();
  const { led, again } = await pressedTwice(path, {
    ...(await hiddenOn(path, 'token', 'version')),
    form: 'check-in',
    type: 'check-in',
    'c3.verdict.was': '',
    'c3.verdict': 'missed',
    next: '2027-01-25T10:30',
    'next.minutes': '15',
  });
  const saved = await factsOf();
  expect([...led, await again()]).toEqual(Array.from({ length: 3 }, () => `/conversations/${id}`));
  expect(await factsOf()).toEqual(saved);
  expect(saved.slice(before.length).filter(({ type }) => type === 'checkInAdded')).toHaveLength(1);
});

const FILLED = {
  title: 'Discounts',
  timezone: 'Europe/Amsterdam',
  'manager.name': 'Dana',
  'participants[0].name': 'Bill',
  'participants[0].email': BILL,
  whatHappened: 'Nobody called.',
  neverAgain: 'Call first.',
  'commitments[0].owner': 'participants[0]',
  'commitments[0].action': 'Call before any discount',
  'commitments[0].dueBy': '2027-01-14',
  'checkIn.at': '18 January 10:30',
  'checkIn.minutes': '15',
  send: 'now',
};

it('records one conversation of one form, at once, minutes later and after it was taken back', async () => {
  const hidden = await hiddenOn('/conversations/new', 'token', 'key');
  const { led, again } = await pressedTwice('/conversations/new', { ...FILLED, ...hidden });
  const [sent = ''] = led;
  expect(led).toEqual([sent, sent]);
  const path = String(sent).replace('/sent', '');
  const undo = { ...(await hiddenOn(String(sent), 'token', 'version')), form: 'undo', type: 'undo' };
  const undone = await pressedTwice(`${path}/commands`, undo);
  const back = path.replace('/conversations/', '/conversations/new?again=');
  expect([...undone.led, await undone.again()]).toEqual([back, back, back]);
  expect(await again()).toBe(sent);
  await web.world.advance(plus(web.world.now(), 5 * MINUTE));
  expect(await again()).toBe(sent);
  expect([(await listed()).length, web.world.ses.inbox.length]).toEqual([1, 0]);
  expect(textOf(await (await web.see(path)).text())).toContain('You took it back');
});

it('makes one token of one form, and revokes no other', async () => {
  const fields = { ...(await hiddenOn('/tokens', 'token', 'key')), name: 'export' };
  const { again } = await pressedTwice('/tokens', fields);
  expect(await again()).toBe(200);
  const page = await (await web.see('/tokens')).text();
  expect(textOf(page)).toContain('Two programs act for you.');
  const [, revoke = ''] = /action="(\/tokens\/[^"]+\/revoke)"/.exec(page) ?? [];
  const revoked = await pressedTwice(revoke, await hiddenOn('/tokens', 'token'));
  expect([...revoked.led, await revoked.again()]).toEqual(Array.from({ length: 3 }, () => '/tokens?revoked'));
  expect(textOf(await (await web.see('/tokens')).text())).toContain('One program acts for you.');
});

it('signs out, however often it is asked', async () => {
  const { led, again } = await pressedTwice('/sign-out', await hiddenOn('/', 'leave'));
  expect([...led, await again()]).toEqual([200, 200, 200]);
});
