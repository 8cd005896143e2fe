import { expect, it } from 'vitest';
import { plus } from '../../functions/domain/instant.ts';
import { at, DISCOUNTS } from '../simulation/acme.ts';
import { act, manage } from '../simulation/acting.ts';
import { COMMAND_FORMS } from './command-forms.ts';
import { textOf } from './page-text.ts';
import { begun, hiddenOf, makeWebWorld, type WebWorld } from './web-world.ts';

/** Presses a button of a conversation's page as it stands now. */
async function press(web: WebWorld, id: string, fields: Record<string, string>) {
  const page = await (await web.see(`/conversations/${id}`)).text();
  return web.press(`/conversations/${id}/commands`, {
    token: hiddenOf(page, 'token'),
    version: hiddenOf(page, 'version'),
    ...fields,
  });
}

it('sends whoever is not signed in to sign in, and back to where they were', async () => {
  const { ask } = await makeWebWorld();
  for (const path of ['/', '/conversations/new?again=x', '/conversations/abc']) {
    const answer = await ask(path);
    expect(answer.status).toBe(303);
    const to = new URL(answer.headers.get('location') ?? '');
    expect(`${to.origin}${to.pathname}`).toBe('https://nevertwice.test/sign-in');
    expect(to.searchParams.get('return')).toBe(path);
  }
  const posted = await ask('/conversations/new', { method: 'POST' });
  expect(posted.status).toBe(401);
  const forged = await ask('/', { headers: { cookie: '__Host-nevertwice_session=a.bc.d' } });
  expect(forged.status).toBe(303);
});

it('says on the first page what needs the manager, and nothing when there is nothing', async () => {
  const web = await makeWebWorld();
  expect(textOf(await (await web.see('/')).text())).toContain('Nothing needs you.');
  const { id } = await begun(web);
  await act(web.world, id, 'p2', { type: 'ask-change', words: 'Not by then' });
  const page = textOf(await (await web.see('/')).text());
  expect(page).toContain('One thing needs you.');
  expect(page).toContain('Bill says something is not right');
  expect(page).toContain('Not by then');
  expect(page).toContain('Bill , Mei and you');
});

it('tells facts, receipts and skipped mails with the reason in words', async () => {
  const web = await makeWebWorld();
  const { id } = await begun(web);
  await act(web.world, id, 'p2', { type: 'agree', consequence: 'fair' });
  await web.world.advance(at('2027-01-14T16:30:00Z'));
  const page = textOf(await (await web.see(`/conversations/${id}`)).text());
  expect(page).toContain('You wrote down what was agreed');
  expect(page).toContain('Bill said yes , and that the consequence is fair');
  expect(page).toMatch(/Fri 8 Jan, 10:00 The recap Bill , Mei and you: sent 10:00, delivered by 10:00:0\d/);
  expect(page).toContain('not needed, it was answered');
  expect(page).toContain('You talk, fifteen minutes');
});

it('folds a long story around now, and tells each person’s mails apart', async () => {
  const web = await makeWebWorld();
  const { id } = await begun(web);
  await act(web.world, id, 'p2', { type: 'agree', consequence: 'fair' });
  await web.world.advance(at('2027-01-18T11:00:00Z'));
  const page = await (await web.see(`/conversations/${id}`)).text();
  const timeline = /id="h-time"[\s\S]*?<\/section>/.exec(page)?.[0] ?? '';
  expect(timeline).toMatch(/<summary><b>Earlier: \d+ moments, Fri 8 Jan, 09:00 to /);
  const near = timeline.slice(timeline.indexOf('</details>'));
  expect(near.match(/<li/g)?.length).toBeLessThan(28);
  expect(textOf(near)).toContain('Now, 12:00');
  const bills = /<b>Mails to <bdi>Bill<\/bdi><\/b>[\s\S]*?<\/details>/.exec(page)?.[0] ?? '';
  expect(textOf(bills)).toContain('Fri 8 Jan, 10:00 The recap sent 10:00, delivered 10:00:0');
  expect(textOf(bills)).not.toContain('Mei');
});

it('says what was just done, also where it cannot be taken back', async () => {
  const web = await makeWebWorld();
  const { id } = await begun(web);
  await press(web, id, { form: 'bring', type: 'bring', words: 'The price list' });
  const path = `/conversations/${id}`;
  expect(textOf(await (await web.see(path)).text())).toContain(
    'Noted at 10:05, Dana . You want to bring to the check-in .',
  );
  await web.world.advance(plus(web.world.now(), 121_000));
  expect(textOf(await (await web.see(path)).text())).not.toContain('Noted at');
});

it('accepts what somebody asked, and says why where it cannot', async () => {
  const web = await makeWebWorld();
  const { id, factsOf } = await begun(web);
  await act(web.world, id, 'p2', { type: 'propose-date', commitment: 'c1', dueBy: '2027-01-13' });
  const page = await (await web.see(`/conversations/${id}`)).text();
  expect(textOf(page)).toContain('Bill proposes another date');
  const fields = { form: 'answer-change-c1-2', type: 'answer-change', commitment: 'c1', request: '2' };
  const accepted = await press(web, id, { ...fields, accept: 'yes', words: '' });
  expect([accepted.status, accepted.headers.get('location')]).toEqual([303, `/conversations/${id}`]);
  expect((await factsOf()).at(-1)).toMatchObject({ type: 'requestAnswered', accepted: true });
  const again = await press(web, id, { ...fields, accept: 'no', words: '' });
  expect(again.status).toBe(422);
  expect(textOf(await again.text())).toContain('Nothing is waiting for your answer here.');
});

it('shows a refused form open, with the reason and what was typed', async () => {
  const web = await makeWebWorld();
  const { id, factsOf } = await begun(web);
  const before = (await factsOf()).length;
  const refused = await press(web, id, {
    form: 'move-check-in-k1',
    type: 'move-check-in',
    checkIn: 'k1',
    at: '2020-01-01',
    'at.time': '09:15',
    minutes: '20',
    where: 'The "small" room',
  });
  const page = await refused.text();
  expect(refused.status).toBe(422);
  expect(page).toContain('value="09:15"');
  expect(page).toContain('value="The &quot;small&quot; room"');
  expect(page).toMatch(/<details class="fold" open=""><summary><b>Move it/);
  expect(page).toContain('id="move-check-in-k1-at-why"');
  expect(await factsOf()).toHaveLength(before);
});

it.each(COMMAND_FORMS)('does %s from its form', async (type, fields, fact) => {
  const web = await makeWebWorld();
  const { id, factsOf } = await begun(web);
  const done = await press(web, id, { form: type, type, ...fields });
  expect([done.status, (await factsOf()).map((one) => one.type)]).toEqual([303, ['recorded', fact]]);
});

it('closes once everything has its verdict, and tells what is missing before', async () => {
  const web = await makeWebWorld();
  const { id, factsOf } = await begun(web);
  const early = await press(web, id, { form: 'close', type: 'close' });
  expect(early.status).toBe(422);
  expect(textOf(await early.text())).toContain('has no verdict yet');
  for (const commitment of ['c1', 'c2'])
    await manage(web.world, id, { type: 'verdict', commitment, verdict: 'released' });
  await manage(web.world, id, { type: 'report', commitment: 'c3', kept: true });
  expect((await press(web, id, { form: 'close', type: 'close' })).status).toBe(303);
  expect((await factsOf()).at(-1)?.type).toBe('closed');
  const page = textOf(await (await web.see(`/conversations/${id}`)).text());
  expect(page).toContain('Closed. Nothing leaves any more.');
  expect(page).not.toContain('Close the conversation');
});

it('amends everything on one page, and only what differs', async () => {
  const web = await makeWebWorld();
  const { id, factsOf } = await begun(web);
  const page = await (await web.see(`/conversations/${id}/amend`)).text();
  const fields = {
    token: hiddenOf(page, 'token'),
    version: hiddenOf(page, 'version'),
    form: 'amend',
    type: 'amend',
    title: DISCOUNTS.title,
    whatHappened: DISCOUNTS.whatHappened,
    neverAgain: DISCOUNTS.neverAgain,
    'change.c1.action': 'Call before any discount over 10%.',
    'change.c1.dueBy.was': '2027-01-14T17:00',
    'change.c1.dueBy': '2027-01-14',
    'change.c1.dueBy.time': '17:00',
    'change.c2.action': 'Put the limit into the price list.',
    'change.c2.remove': 'yes',
    'person.name': 'Zoë',
    'person.email': 'zoe@acme.example',
    'add.owner': 'newcomer',
    'add.action': 'Print the list',
    'add.dueBy': '2027-01-20',
  };
  const wrong = await web.press(`/conversations/${id}/commands`, { ...fields, 'add.dueBy': '2020-01-01' });
  const shown = await wrong.text();
  expect(wrong.status).toBe(422);
  expect(shown).toContain('href="#amend-add-dueBy"');
  expect(shown).toContain('Call before any discount over 10%.');
  expect(shown).toContain('By when: The due date is in the past.');
  const undated = await web.press(`/conversations/${id}/commands`, { ...fields, 'add.dueBy': '' });
  expect(textOf(await undated.text())).toContain('By when: Say by when, or make it a habit.');
  const done = await web.press(`/conversations/${id}/commands`, fields);
  expect(done.status).toBe(303);
  const fact = (await factsOf()).at(-1);
  expect(fact).toMatchObject({ type: 'amended', changed: [{ id: 'c1' }], removed: ['c2'] });
  expect(fact?.words).toMatchObject({ 'c1.action': 'Call before any discount over 10%.', 'p4.name': 'Zoë' });
  expect(fact?.words).not.toHaveProperty('title');
});

it('prints a recap of what one person may see, with a code of their link', async () => {
  const web = await makeWebWorld();
  const { id, pageOf } = await begun(web);
  const page = await (await web.see(`/conversations/${id}/recap/p2`)).text();
  expect(page).toContain(await pageOf('p2'));
  expect(page).toMatch(/<svg viewBox="0 0 \d+ \d+" role="img"/);
  expect(textOf(page)).toContain('Put the limit into the price list.');
  expect(textOf(page)).not.toContain('We go back to paper.');
  for (const person of ['p9', 'x', '__proto__'])
    expect((await web.see(`/conversations/${id}/recap/${person}`)).status).toBe(404);
});

it('keeps a conversation from every other manager', async () => {
  const web = await makeWebWorld();
  const { id } = await begun(web);
  for (const path of ['', '/amend', '/recap/p2'])
    expect((await web.see(`/conversations/${id}${path}`, 'olga@acme.example')).status).toBe(404);
});

it('takes a command only with the token of its own page', async () => {
  const web = await makeWebWorld();
  const { id, factsOf } = await begun(web);
  const form = await (await web.see('/conversations/new')).text();
  const fields = { version: '1', form: 'cancel', type: 'cancel', words: '' };
  for (const token of ['', 'x', hiddenOf(form, 'token')])
    expect((await web.press(`/conversations/${id}/commands`, { ...fields, token })).status).toBe(403);
  expect(await factsOf()).toHaveLength(1);
});
