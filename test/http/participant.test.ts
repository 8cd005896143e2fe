import { expect, it } from 'vitest';
import { at, BILL, DISCOUNTS } from '../simulation/acme.ts';
import { act, manage } from '../simulation/acting.ts';
import { textOf, unescaped } from './page-text.ts';
import { begun, makeWebWorld } from './web-world.ts';

const HOSTILE = '"><script>alert(1)</script>\nصباح الخير & <b>';

it('says as whom they act, with the address masked, and shows their own first', async () => {
  const web = await makeWebWorld();
  const { pageOf } = await begun(web);
  const answer = await web.ask(await pageOf('p2'));
  const page = textOf(await answer.text());
  expect(answer.status).toBe(200);
  expect(page).toContain('You are answering as Bill , b…@acme.example');
  expect(page).not.toContain(BILL);
  expect(page.indexOf('Call before any discount')).toBeLessThan(page.indexOf('Put the limit'));
  expect(page).toContain('Thursday 14 January, 17:00');
  expect(page).not.toContain('We go back to paper.');
  expect(page).not.toContain('Two orders left');
});

it.each([
  ['agree', {}, 'agreed'],
  ['agree', { commitment: 'c1', consequence: 'fair' }, 'agreed'],
  ['accept-consequence', { commitment: 'c1' }, 'consequenceAccepted'],
  ['ask-change', { words: HOSTILE }, 'changeAsked'],
  ['propose-consequence', { commitment: 'c1', words: HOSTILE }, 'consequenceProposed'],
  ['report', { commitment: 'c1', kept: 'yes' }, 'reported'],
  ['propose-date', { commitment: 'c1', dueBy: '2027-01-20' }, 'dateProposed'],
  ['propose-date', { commitment: 'c1', dueBy: '2027-01-20T12:00' }, 'dateProposed'],
  ['propose-date', { commitment: 'c1', dueBy: '2027-01-20', 'dueBy.time': '12:00' }, 'dateProposed'],
  ['bring', { words: HOSTILE }, 'noted'],
  ['helped', { commitment: 'c1', words: HOSTILE }, 'noted'],
])('%s %j acts and leads back to the page', async (action, fields, fact) => {
  const web = await makeWebWorld();
  const { pageOf, factsOf } = await begun(web);
  const path = await pageOf('p2');
  const done = await web.answer(path, { action, ...fields });
  expect([done.status, done.headers.get('location')]).toEqual([303, path]);
  expect((await factsOf()).map(({ type }) => type)).toEqual(['recorded', fact]);
  const page = await (await web.ask(path)).text();
  expect(page).not.toContain('<script>alert');
  if ('words' in fields && fact !== 'noted') expect(unescaped(page)).toContain(HOSTILE);
});

it('notes an answer, lets it be taken back for two minutes, and says so when it is too late', async () => {
  const web = await makeWebWorld();
  const { pageOf, factsOf } = await begun(web);
  const path = await pageOf('p2');
  await web.answer(path, { action: 'agree' });
  expect(textOf(await (await web.ask(path)).text())).toContain('Noted at 10:05, Bill');
  expect((await web.answer(path, { action: 'undo' })).status).toBe(303);
  expect((await factsOf()).at(-1)?.type).toBe('undone');
  expect(textOf(await (await web.ask(path)).text())).toContain('Is this right, Bill?');
  await web.answer(path, { action: 'agree' });
  await web.world.advance(at('2027-01-08T09:08:00Z'));
  expect(textOf(await (await web.ask(path)).text())).not.toContain('Noted at');
  const late = await web.answer(path, { action: 'undo' });
  expect(late.status).toBe(422);
  expect(textOf(await late.text())).toContain('It has already left.');
});

it('refuses in words, with what was typed still there', async () => {
  const web = await makeWebWorld();
  const { pageOf, factsOf } = await begun(web);
  const path = await pageOf('p2');
  const past = { action: 'propose-date', form: 'propose-date-c1', commitment: 'c1', dueBy: '2020-01-01' };
  const refused = await web.answer(path, { ...past, words: HOSTILE });
  const page = await refused.text();
  expect(refused.status).toBe(422);
  expect(page).toContain('The due date is in the past.');
  expect(page).toContain('href="#propose-date-c1-dueBy"');
  expect(page).toContain('value="2020-01-01"');
  expect(unescaped(page)).toContain(HOSTILE);
  expect(page).not.toContain('<script>alert');
  for (const fields of [
    { action: 'explode' },
    { action: 'cancel', words: '' },
    { action: 'report', commitment: 'c1' },
    { action: 'report', commitment: 'c2', kept: 'yes' },
    { action: 'accept-consequence', commitment: 'c99' },
    {},
  ])
    expect((await web.answer(path, fields)).status).toBe(422);
  expect(await factsOf()).toHaveLength(1);
});

it('takes forms only', async () => {
  const web = await makeWebWorld();
  const { pageOf } = await begun(web);
  const path = await pageOf('p2');
  const headers = { 'content-type': 'application/json' };
  const json = await web.ask(path, { method: 'POST', headers, body: '{"action":"agree"}' });
  expect(json.status).toBe(415);
  const large = await web.answer(path, { action: 'bring', words: 'x'.repeat(300_000) });
  expect(large.status).toBe(413);
  const put = await web.ask(path, { method: 'PUT' });
  expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
});

it('asks what got in the way after a miss, says who reads it, and tells no other participant', async () => {
  const web = await makeWebWorld();
  const { id, pageOf, factsOf } = await begun(web);
  await act(web.world, id, 'p2', { type: 'agree' });
  await web.world.advance(at('2027-01-14T16:30:00Z'));
  const path = await pageOf('p2');
  expect(textOf(await (await web.ask(path)).text())).toContain('Done, or not yet?');
  await web.answer(path, { action: 'report', commitment: 'c1', kept: 'no' });
  const page = textOf(await (await web.ask(path)).text());
  expect(page).toContain('What got in the way?');
  expect(page).toContain('Dana reads this before you talk. Mei does not.');
  await web.answer(path, {
    action: 'report',
    commitment: 'c1',
    kept: 'no',
    reason: 'in-the-way',
    words: 'Sick',
  });
  expect((await factsOf()).at(-1)).toMatchObject({ type: 'explained', reason: 'in-the-way' });
  await web.world.advance(at('2027-01-15T16:00:00Z'));
  const others = textOf(await (await web.ask(await pageOf('p3'))).text());
  expect(others).toContain('Call before any discount over 15%.');
  for (const secret of ['Not yet, said', 'Sick', 'No word']) expect(others).not.toContain(secret);
  const manager = textOf(await (await web.see(`/conversations/${id}`)).text());
  expect(manager).toContain('Sick');
});

it('lets a participant answer what the manager asks, and see it differently', async () => {
  const web = await makeWebWorld();
  const { id, pageOf, factsOf } = await begun(web);
  await act(web.world, id, 'p1', { type: 'propose-date', commitment: 'c3', dueBy: '2027-01-16' });
  const path = await pageOf('p2');
  const page = await (await web.ask(path)).text();
  expect(textOf(page)).toContain('Waits for your answer Dana proposes another date');
  const asked = { action: 'answer-change', commitment: 'c3', request: '2', words: '' };
  expect((await web.answer(path, { ...asked, accept: 'yes' })).status).toBe(303);
  expect((await factsOf()).at(-1)).toMatchObject({ type: 'requestAnswered', by: 'p2', accepted: true });
  await act(web.world, id, 'p1', { type: 'report', commitment: 'c3', kept: true });
  const contest = { action: 'contest', commitment: 'c3', words: 'I called twice' };
  expect((await web.answer(path, contest)).status).toBe(303);
  expect((await factsOf()).at(-1)?.type).toBe('contested');
});

it('shows who entered what as said in person, and takes an objection', async () => {
  const web = await makeWebWorld();
  const { id, pageOf, factsOf } = await begun(web);
  await manage(web.world, id, { type: 'said-in-person', person: 'p2', commitment: 'c1', said: 'agreed' });
  const path = await pageOf('p2');
  expect(textOf(await (await web.ask(path)).text())).toContain('Entered by Dana on Fri 8 Jan, 10:05');
  await web.answer(path, { action: 'object', fact: '2', words: 'I said maybe' });
  expect((await factsOf()).at(-1)?.type).toBe('objected');
  expect(textOf(await (await web.ask(path)).text())).toContain('You objected; it does not stand.');
});

it('has no part about others where nobody else promised anything', async () => {
  const web = await makeWebWorld();
  const commitments = DISCOUNTS.commitments.filter(({ owner }) => owner === BILL);
  const { pageOf } = await begun(web, { ...DISCOUNTS, commitments });
  expect(await (await web.ask(await pageOf('p2'))).text()).not.toContain('What the others do');
  expect(await (await web.ask(await pageOf('p3'))).text()).toContain('What the others do');
});
