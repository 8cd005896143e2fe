import { expect, it } from 'vitest';
import { at, type Body, DISCOUNTS } from '../simulation/acme.ts';
import { act, manage } from '../simulation/acting.ts';
import { textOf } from './page-text.ts';
import { begun, makeWebWorld, type WebWorld } from './web-world.ts';

const LATE = at('2027-01-14T16:30:00Z');
const [BILLS, MEIS, DANAS] = DISCOUNTS.commitments;

const pageAt = async (web: WebWorld, path: string) => (await web.ask(path)).text();

async function bills(body: Body = DISCOUNTS) {
  const web = await makeWebWorld();
  const conversation = await begun(web, body);
  const page = async (query = '') => pageAt(web, `${await conversation.pageOf('p2')}${query}`);
  return { web, ...conversation, page, text: async (query = '') => textOf(await page(query)) };
}

async function agreedAndDue() {
  const story = await bills();
  await act(story.web.world, story.id, 'p2', { type: 'agree', consequence: 'fair' });
  await story.web.world.advance(LATE);
  return story;
}

it('puts the answer that a mail’s button named first, before the details, and does nothing', async () => {
  const { page, factsOf } = await bills();
  const orders = await Promise.all(
    ['', '?answer=agree', '?answer=consequence', '?answer=change', '?answer=change&commitment=c1'].map(
      async (query) => {
        const html = await page(query);
        const [details] = /<dl class="facts">/.exec(html) ?? [];
        expect(details).toBeDefined();
        const answers = ['id="agree-c1"', 'id="agree-talkc1"', 'id="ask-change-c1"'];
        const places = answers.map((answer) => html.indexOf(answer));
        const first = answers[places.indexOf(Math.min(...places))];
        const primary = /<button type="submit" class="primary">(.*?)<\/button>/.exec(html)?.[1] ?? '';
        return [first, Math.min(...places) < html.indexOf('<dl class="facts">'), textOf(primary).trim()];
      },
    ),
  );
  expect(orders).toEqual([
    ['id="agree-c1"', false, 'I’ll do it and the consequence is fair'],
    ['id="agree-c1"', true, 'I’ll do it and the consequence is fair'],
    ['id="agree-talkc1"', true, 'Send it to Dana'],
    ['id="ask-change-c1"', true, 'Send it to Dana'],
    ['id="ask-change-c1"', true, 'Send it to Dana'],
  ]);
  expect(await factsOf()).toHaveLength(1);
});

it('answers all of several with one tap, first on the page when a button of the mail said so', async () => {
  const two = { ...BILLS, action: 'Teach the others', dueBy: '2027-01-28' };
  const { web, pageOf, page, text, factsOf } = await bills({
    ...DISCOUNTS,
    commitments: [two, BILLS, MEIS, DANAS],
  });
  const before = await text();
  expect(before.indexOf('Teach the others')).toBeLessThan(before.indexOf('Your answer, for all of yours'));
  const meant = await text('?answer=agree');
  expect(meant.indexOf('Your answer, for all of yours')).toBeLessThan(meant.indexOf('Teach the others'));
  expect(await page('?answer=agree')).toContain('id="agree"');
  expect((await web.answer(await pageOf('p2'), { action: 'agree', consequence: 'fair' })).status).toBe(303);
  expect((await factsOf()).at(-1)?.type).toBe('agreed');
  expect(await text()).toContain('Noted at 10:05, Bill . Take it back until 10:07.');
});

it('asks how it went once it was due, with a word for either answer and the reasons for a miss', async () => {
  const { text, page } = await agreedAndDue();
  const due = await text();
  expect(due).toContain('It was due Thursday 14 January, 17:00');
  expect(due).toContain('Done Not yet A word with it (if you like)');
  expect(await page('?commitment=c1&kept=yes')).not.toContain('I needed to learn how');
  const missed = await text('?commitment=c1&kept=no');
  expect(missed).toContain('Not yet Done What got in the way?');
  for (const reason of ['I needed to learn how', 'Something was in the way', 'I chose something else'])
    expect(missed).toContain(reason);
  expect(missed).toContain('Dana reads this before you talk. Mei does not.');
});

it('takes a word with “done” and shows it', async () => {
  const { web, pageOf, text } = await agreedAndDue();
  const done = { action: 'report', commitment: 'c1', kept: 'yes', words: 'Two calls, both short.' };
  expect((await web.answer(await pageOf('p2'), done)).status).toBe(303);
  expect(await text()).toContain('Kept on Thursday 14 January Two calls, both short.');
});

it('puts silence right with one tap', async () => {
  const { web, pageOf, page, text } = await agreedAndDue();
  await web.world.advance(at('2027-01-17T10:00:00Z'));
  expect(await text('?commitment=c1&kept=yes')).toContain('No word; not done for now I did it puts it right');
  expect(await page('?commitment=c1&kept=yes')).toMatch(/class="primary" name="kept" value="yes"/);
  await web.answer(await pageOf('p2'), { action: 'report', commitment: 'c1', kept: 'yes' });
  expect(await text()).toContain('Kept, told late on Sunday 17 January');
});

it('tells whoever is away that nothing is asked of them', async () => {
  const { web, id, text } = await bills();
  await manage(web.world, id, { type: 'pause', person: 'p2', from: '2027-01-12', until: '2027-01-15' });
  await web.world.advance(at('2027-01-11T12:00:00Z'));
  expect(await text()).not.toContain('You are away');
  await web.world.advance(at('2027-01-13T12:00:00Z'));
  expect(await text()).toContain('You are away until Monday 18 January. Nothing is asked of you until then');
});

it('says whose words a release has', async () => {
  const { web, id, text } = await agreedAndDue();
  const released = { type: 'verdict', commitment: 'c1', verdict: 'released', words: 'No longer needed' };
  await manage(web.world, id, released);
  expect(await text()).toContain('Let go by both sides No longer needed Dana');
});

it('shows what was agreed once it is over, and no talk that will not be', async () => {
  const { web, id, page, text } = await bills();
  await manage(web.world, id, { type: 'cancel', words: '' });
  const over = await text();
  expect(over).toContain('This conversation is over');
  expect(over).toContain('Call before any discount over 15%.');
  expect(over).not.toContain('You talk again');
  expect((await page()).match(/<form /g)).toHaveLength(1);
  expect(await page()).toContain('id="renew-calendar"');
});

it('tells a partner whom they help, and asks them nothing', async () => {
  const commitments = [MEIS, { ...BILLS, partner: 'paula@acme.example' }, DANAS];
  const { web, pageOf } = await bills({ ...DISCOUNTS, commitments });
  const page = await pageAt(web, await pageOf('p4'));
  const text = textOf(page);
  expect(text).toContain('You help Bill');
  expect(text).toContain('Call before any');
  for (const others of [
    'Put the limit',
    'I sign every offer myself',
    'Answer the phone',
    DISCOUNTS.neverAgain,
  ])
    expect(text).not.toContain(others);
  expect(page).not.toContain('<form');
  expect(text).not.toContain('sees your answers');
});

it('treats a manager’s own commitment like anybody’s, without sending it to themselves', async () => {
  const { web, id, pageOf } = await bills();
  const page = await pageAt(web, await pageOf('p1'));
  expect(textOf(page)).toContain('You are answering as Dana , d…@acme.example');
  expect(textOf(page)).not.toContain('Send it to you');
  expect(page).toContain(`href="/conversations/${id}"`);
  expect(textOf(page)).toContain('Bill and Mei see your answers');
});

it('does nothing twice when a form is sent twice, or again after going back', async () => {
  const { web, pageOf, factsOf } = await bills();
  const path = await pageOf('p2');
  const twice = async (fields: Record<string, string>) => {
    const answers = await Promise.all([web.answer(path, fields), web.answer(path, fields)]);
    const again = await web.answer(path, fields);
    return [...answers, again].map(({ status }) => status);
  };
  expect(await twice({ action: 'agree', consequence: 'fair' })).toEqual([303, 303, 303]);
  expect((await factsOf()).map(({ type }) => type)).toEqual(['recorded', 'agreed']);
  await twice({ action: 'propose-date', commitment: 'c1', dueBy: '2027-01-20', words: '' });
  await twice({ action: 'bring', words: 'The price list' });
  await twice({ action: 'ask-change', commitment: 'c1', words: 'Not on Fridays' });
  await web.world.advance(LATE);
  await twice({ action: 'report', commitment: 'c1', kept: 'yes' });
  await twice({ action: 'helped', commitment: 'c1', words: 'The list' });
  const facts = (await factsOf()).filter(({ by }) => by === 'p2').map(({ type }) => type);
  expect(facts).toEqual(['agreed', 'dateProposed', 'noted', 'changeAsked', 'reported', 'noted']);
});
