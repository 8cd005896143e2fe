import { expect, it } from 'vitest';
import { at, BILL, DISCOUNTS, RECORDED } from '../simulation/acme.ts';
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

it('changes nothing by being looked at, whatever the link says', async () => {
  const web = await makeWebWorld();
  const { pageOf, factsOf } = await begun(web);
  const path = await pageOf('p2');
  for (const query of [
    '',
    '?answer=agree',
    '?answer=change&commitment=c1',
    '?commitment=c1&kept=yes',
    '?commitment=c1&kept=no&reason=in-the-way',
    '?date&commitment=c1',
    '?helped&bring',
    '?action=agree',
    '?answer=%00<script>&kept=perhaps&reason=none',
    '/why',
  ])
    for (const method of ['GET', 'HEAD'])
      expect((await web.ask(`${path}${query}`, { method })).status).toBe(200);
  await web.ask(path.replace('/p/', '/u/'));
  expect(await factsOf()).toHaveLength(1);
});

it('unfolds what a mail’s link meant', async () => {
  const web = await makeWebWorld();
  const { pageOf } = await begun(web);
  const path = await pageOf('p2');
  const change = await (await web.ask(`${path}?answer=change`)).text();
  expect(change).toMatch(/<details open=""><summary>Something is not right/);
  await web.answer(path, { action: 'agree' });
  const no = await (await web.ask(`${path}?commitment=c1&kept=no&reason=in-the-way`)).text();
  expect(no).toMatch(/value="in-the-way" checked/);
  expect(no).toMatch(/class="primary" name="kept" value="no"/);
  const date = await (await web.ask(`${path}?commitment=c1&date`)).text();
  expect(date).toMatch(/<details class="fold" open=""><summary><b>Another date\?/);
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

it('opens one and the same page for every link that opens nothing', async () => {
  const web = await makeWebWorld();
  const { id, pageOf } = await begun(web);
  const path = await pageOf('p2');
  await manage(web.world, id, { type: 'remove-person', person: 'p3' });
  const removed = await pageOf('p3');
  const bad = [`${path}x`, path.replace('.p2.', '.p1.'), '/p/x', '/p/%E0%A4%A', '/p/..%2f..%2fetc', removed];
  const pages = await Promise.all(
    bad.flatMap((link) => [
      web.ask(link),
      web.ask(`${link}/why`),
      web.ask(link.replace('/p/', '/u/')),
      web.ask(`${link}/calendar/k1`),
      web.answer(link, { action: 'agree' }),
      web.answer(link, { action: 'nonsense' }),
      web.answer(link.replace('/p/', '/u/'), { 'List-Unsubscribe': 'One-Click' }),
    ]),
  );
  expect([...new Set(pages.map(({ status }) => status))]).toEqual([404]);
  const texts = new Set(await Promise.all(pages.map((page) => page.text())));
  expect(texts.size).toBe(1);
  expect([...texts][0]).toContain('This link doesn’t open anything.');
});

it('opens nothing before the recap has left', async () => {
  const web = await makeWebWorld();
  const { pageOf } = await begun(web);
  const path = await pageOf('p2');
  const early = await makeWebWorld();
  await early.world.useCases.submit(
    { email: 'dana@acme.example' },
    { ...DISCOUNTS, undoSeconds: 60 },
    'key-1',
  );
  expect(early.world.now()).toBe(RECORDED);
  expect((await early.ask(path)).status).toBe(404);
});

it('stops every optional kind of mail with the one click that mail programs send', async () => {
  for (const multipart of [false, true]) {
    const web = await makeWebWorld();
    const { pageOf, factsOf } = await begun(web);
    const path = (await pageOf('p2')).replace('/p/', '/u/');
    const body = new FormData();
    body.set('List-Unsubscribe', 'One-Click');
    const stopped = multipart
      ? await web.ask(path, { method: 'POST', body })
      : await web.answer(path, { 'List-Unsubscribe': 'One-Click' });
    expect([stopped.status, stopped.headers.get('content-type')]).toEqual([
      200,
      expect.stringContaining('text/plain'),
    ]);
    expect((await factsOf()).at(-1)).toMatchObject({
      type: 'optedOut',
      kinds: ['reminders', 'nudges', 'celebrations', 'check-ins'],
    });
  }
});

it('lets a person choose which kinds of mail come', async () => {
  const web = await makeWebWorld();
  const { pageOf, factsOf } = await begun(web);
  const path = (await pageOf('p2')).replace('/p/', '/u/');
  const saved = await web.answer(path, [
    ['save', 'yes'],
    ['want', 'nudges'],
    ['want', 'check-ins'],
  ]);
  expect(saved.status).toBe(303);
  expect((await factsOf()).at(-1)).toMatchObject({ type: 'optedOut', kinds: ['reminders', 'celebrations'] });
  const page = await (await web.ask(saved.headers.get('location') ?? '')).text();
  expect(page).toMatch(/value="nudges" checked/);
  expect(page).not.toMatch(/value="reminders" checked/);
  expect((await web.answer(path, { nonsense: 'x' })).status).toBe(415);
});

it('says why each mail came', async () => {
  const web = await makeWebWorld();
  const { id, pageOf } = await begun(web);
  await act(web.world, id, 'p2', { type: 'agree' });
  await act(web.world, id, 'p3', { type: 'agree' });
  await web.world.advance(at('2027-01-14T16:30:00Z'));
  const page = textOf(await (await web.ask(`${await pageOf('p2')}/why`)).text());
  expect(page).toContain('The recap You were in the conversation, so you get your own recap of it.');
  expect(page).toContain('Because on Fri 8 Jan, 10:00: Dana wrote down what was agreed');
  expect(page).toContain('Something you said yes to was due, and we ask how it went.');
  expect(page).not.toContain('Mei said');
});

it('hands out the check-in as a file', async () => {
  const web = await makeWebWorld();
  const { pageOf } = await begun(web);
  const file = await web.ask(`${await pageOf('p2')}/calendar/k1`);
  expect([file.status, file.headers.get('content-type')]).toEqual([
    200,
    expect.stringMatching(/^text\/calendar/),
  ]);
  expect(file.headers.get('content-disposition')).toContain('attachment');
  expect((await web.ask(`${await pageOf('p2')}/calendar/k9`)).status).toBe(404);
});

it('has no part about others where nobody else promised anything', async () => {
  const web = await makeWebWorld();
  const commitments = DISCOUNTS.commitments.filter(({ owner }) => owner === BILL);
  const { pageOf } = await begun(web, { ...DISCOUNTS, commitments });
  expect(await (await web.ask(await pageOf('p2'))).text()).not.toContain('What the others do');
  expect(await (await web.ask(await pageOf('p3'))).text()).toContain('What the others do');
});
