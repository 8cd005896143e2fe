import { expect, it } from 'vitest';
import { at, DISCOUNTS, RECORDED } from '../simulation/acme.ts';
import { act, manage } from '../simulation/acting.ts';
import { textOf } from './page-text.ts';
import { begun, makeWebWorld } from './web-world.ts';

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
      kinds: ['reminders', 'nudges', 'celebrations', 'check-ins', 'shares', 'digest'],
    });
  }
});

it('stops nothing for a request that is neither that click nor its own page', async () => {
  const web = await makeWebWorld();
  const { pageOf, factsOf } = await begun(web);
  const path = (await pageOf('p2')).replace('/p/', '/u/');
  for (const fields of [{}, { 'List-Unsubscribe': 'Two-Click' }, { want: 'nudges' }])
    expect((await web.answer(path, fields)).status).toBe(415);
  expect((await web.ask(path, { method: 'POST', body: 'One-Click' })).status).toBe(415);
  expect(await factsOf()).toHaveLength(1);
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
  expect((await factsOf()).at(-1)).toMatchObject({
    type: 'optedOut',
    kinds: ['reminders', 'celebrations', 'shares', 'digest'],
  });
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
