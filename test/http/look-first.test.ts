import { expect, it } from 'vitest';
import { at, DISCOUNTS } from '../simulation/acme.ts';
import { act } from '../simulation/acting.ts';
import { textOf } from './page-text.ts';
import { begun, hiddenOf, makeWebWorld, type WebWorld } from './web-world.ts';

async function running() {
  const web = await makeWebWorld();
  const begin = await begun(web);
  await act(web.world, begin.id, 'p2', { type: 'agree', consequence: 'fair' });
  await web.world.advance(at('2027-01-11T11:00:00Z'));
  return { web, ...begin };
}

/** Presses "See what it changes first" of a form. */
async function look(web: WebWorld, id: string, fields: Record<string, string>, page = '') {
  const source = await (await web.see(`/conversations/${id}${page}`)).text();
  const hidden = { token: hiddenOf(source, 'token'), version: hiddenOf(source, 'version') };
  return web.press(`/conversations/${id}/commands`, { ...hidden, ...fields, look: 'yes' });
}

/** What the page foretells, as text. */
const foretold = (page: string) =>
  textOf(/<section class="foretold[\s\S]*?<\/section>/.exec(page)?.[0] ?? '');

const AMEND = {
  form: 'amend',
  type: 'amend',
  title: DISCOUNTS.title,
  whatHappened: DISCOUNTS.whatHappened,
  neverAgain: DISCOUNTS.neverAgain,
  'change.c1.action': 'Call before any discount over 15%.',
  'change.c1.dueBy.was': '2027-01-14T17:00',
  'change.c1.dueBy': '2027-01-14',
  'change.c1.dueBy.time': '17:00',
};

it('shows before an amendment what each person would have got and gets instead', async () => {
  const { web, id, factsOf } = await running();
  const before = await factsOf();
  const looked = await look(web, id, { ...AMEND, 'change.c1.dueBy': '2027-01-20' }, '/amend');
  const page = await looked.text();
  expect(looked.status).toBe(200);
  const text = foretold(page);
  expect(text).toContain('Mon 11 Jan, 12:00 What changed new; leaves at once');
  expect(text).toMatch(
    /Mon 11 Jan, 12:00 The due date, for the calendar: .* the entry in the calendar changes/,
  );
  expect(text).toMatch(/Tue 19 Jan, 09:00 Due soon: .* moves here from Wed 13 Jan, 09:00/);
  expect(text).toMatch(
    /Wed 20 Jan, 17:00 Done, or not yet\? .* moves here from Thu 14 Jan, 17:00, only if they say yes again/,
  );
  expect(text).toContain('Mei Mon 11 Jan, 12:00 What changed new; leaves at once Nothing is done yet.');
  expect(page).toContain('value="2027-01-20"');
  expect(await factsOf()).toEqual(before);
});

it.each([
  [
    'move-check-in',
    { checkIn: 'k1', at: '2027-01-20', 'at.time': '10:30', minutes: '15' },
    /Tue 19 Jan, 09:00 What you talk about.* moves here from Fri 15 Jan/,
  ],
  ['cancel-check-in', { checkIn: 'k1' }, /What you talk about.* drops out/],
  [
    'pause',
    { person: 'p2', from: '2027-01-12', until: '2027-01-13' },
    /Bill Wed 13 Jan, 09:00 Due soon: .* drops out Nothing changes for Mei and you./,
  ],
  ['cancel', { words: '' }, /Done, or not yet\? .* drops out/],
  [
    'hand-over',
    { 'to.name': 'Olga', 'to.email': 'olga@acme.example' },
    /Bill Mon 11 Jan, 12:00 Handed over new.* Olga Mon 11 Jan, 12:00 The recap new/,
  ],
  ['remove-person', { person: 'p2' }, /Bill .* It is called off new; leaves at once/],
  ['verdict', { commitment: 'c1', verdict: 'kept', words: '' }, /It was done: a thank-you: .* new/],
])('foretells %s on the page of the conversation, and does nothing', async (type, fields, told) => {
  const { web, id, factsOf } = await running();
  const before = await factsOf();
  const about = Object.entries(fields).find(([name]) => ['checkIn', 'person', 'commitment'].includes(name));
  const form = about ? `${type}-${about[1]}` : type;
  const looked = await look(web, id, { form, type, ...fields });
  const page = await looked.text();
  expect(looked.status).toBe(200);
  expect(foretold(page)).toMatch(told);
  expect(page).toMatch(
    new RegExp(`<details class="fold" open=""><summary>.*?</summary><form[^>]*id="${form}"`),
  );
  expect(page).toContain(`formaction="/conversations/${id}/commands#${form}"`);
  expect(await factsOf()).toEqual(before);
});

it('says that nothing changes where nothing does', async () => {
  const { web, id } = await running();
  const page = await (await look(web, id, AMEND, '/amend')).text();
  expect(foretold(page)).toContain('Nobody gets a mail more, fewer, or at another time.');
});

it('refuses on looking what it would refuse on pressing, with what was typed', async () => {
  const { web, id } = await running();
  const looked = await look(web, id, {
    form: 'renegotiate-c1',
    type: 'renegotiate',
    commitment: 'c1',
    dueBy: '2020-01-01',
  });
  const page = await looked.text();
  expect(looked.status).toBe(422);
  expect(page).toContain('id="renegotiate-c1-dueBy-why"');
  expect(page).toContain('value="2020-01-01"');
  expect(foretold(page)).toBe('');
});

it('warns who amends a page that somebody changed meanwhile, having looked first or not', async () => {
  const { web, id } = await running();
  const source = await (await web.see(`/conversations/${id}/amend`)).text();
  const hidden = { token: hiddenOf(source, 'token'), version: hiddenOf(source, 'version') };
  await act(web.world, id, 'p3', { type: 'agree' });
  const fields = { ...AMEND, ...hidden, title: 'Another title' };
  const looked = await (await web.press(`/conversations/${id}/commands`, { ...fields, look: 'yes' })).text();
  expect(hiddenOf(looked, 'version')).toBe(hidden.version);
  const pressed = await web.press(`/conversations/${id}/commands`, fields);
  expect(pressed.status).toBe(409);
});
