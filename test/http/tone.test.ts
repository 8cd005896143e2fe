import { beforeEach, describe, expect, it } from 'vitest';
import type { Tenant } from '../../functions/domain/tenant.ts';
import { ACME, at, DISCOUNTS, RECORDED } from '../simulation/acme.ts';
import { act, manage, submitted, tokenOf } from '../simulation/acting.ts';
import { textOf } from './page-text.ts';
import { begun, hiddenOf, makeWebWorld } from './web-world.ts';

const CHOSE = { type: 'report', commitment: 'c1', kept: false, reason: 'chose-something-else' };

async function story(policy: Partial<Tenant['policy']> = {}) {
  const web = await makeWebWorld(RECORDED, { ...ACME, policy: { ...ACME.policy, ...policy } });
  const conversation = await begun(web, { ...DISCOUNTS, checkIn: { at: '2027-02-08T10:30', minutes: 15 } });
  const { world } = web;
  const page = async (below = '') =>
    textOf(await (await web.ask(`${await conversation.pageOf('p2')}${below}`)).text());
  const shown = async () => textOf(await (await web.see(`/conversations/${conversation.id}`)).text());
  const bill = (command: object) => act(world, conversation.id, 'p2', command);
  const dana = (command: object) => manage(world, conversation.id, command);
  await bill({ type: 'agree', consequence: 'fair' });
  return { web, world, ...conversation, page, shown, bill, dana };
}

type Story = Awaited<ReturnType<typeof story>>;
let told: Story;

/** Missed so many times for something else, each with a new date the same day. */
async function chosen(times: number): Promise<void> {
  const dates = ['2027-01-20', '2027-01-25', '2027-01-29'];
  for (const dueBy of dates.slice(0, times)) {
    await told.bill(CHOSE);
    await told.dana({ type: 'renegotiate', commitment: 'c1', dueBy });
  }
}

beforeEach(async () => {
  told = await story();
});

describe('the page of whoever is asked', () => {
  it('offers the fields of the ask, says who reads them, and shows what was said to both sides', async () => {
    expect(await told.page()).toContain('How will you do it? and with what help');
    const fields = { action: 'answer-ask', commitment: 'c1', how: 'Before lunch.', help: 'The price list.' };
    const answer = await told.web.answer(await told.pageOf('p2'), { ...fields, dueBy: '2027-01-15' });
    expect(answer.status).toBe(303);
    expect((await told.factsOf()).slice(-2).map(({ type }) => type)).toEqual(['askAnswered', 'dateProposed']);
    for (const page of [await told.page(), await told.shown()]) {
      expect(page).toContain('How Before lunch.');
      expect(page).toContain('Help needed The price list.');
    }
    const others = textOf(await (await told.web.ask(await told.pageOf('p3'))).text());
    expect(others).not.toContain('Before lunch.');
    const checkIn = textOf(await (await told.web.see(`/conversations/${told.id}/check-in`)).text());
    expect(checkIn).toContain('The price list. Help needed');
  });

  it('keeps what was typed and names the field when the date is refused', async () => {
    const fields = { action: 'answer-ask', form: 'answer-ask-c1', commitment: 'c1', how: 'Before lunch.' };
    const answer = await told.web.answer(await told.pageOf('p2'), { ...fields, dueBy: '2026-01-01' });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('Before lunch.</textarea>');
    expect(page).toContain('href="#answer-ask-c1-dueBy"');
  });

  it('answers “why this tone?” from what was said, and only where it is no plain ask', async () => {
    expect(await told.page()).not.toContain('Why this tone?');
    await chosen(1);
    expect(await told.page()).toContain(
      'We ask once more, because you said on Friday 8 January: “I chose something else”.',
    );
    await told.world.advance(at('2027-01-19T10:00:00Z'));
    const why = await told.page('/why');
    expect(why).toContain('Due soon: Call before any discount over 15%.');
    expect(why).toContain(
      'We ask once more, because you said on Friday 8 January: “I chose something else”.',
    );
    await told.bill({ type: 'report', commitment: 'c1', kept: true });
    expect(await told.page()).not.toContain('Why this tone?');
    // What was sent then sounded as it did.
    expect(await told.page('/why')).toContain('We ask once more, because you said');
  });

  it('lets everybody choose how often we write, and offers a look half way after two missed', async () => {
    expect(await told.page()).toContain('Change how often we write As usual');
    await chosen(2);
    expect(await told.page()).toContain('Would a look half way help?');
    await told.web.answer(await told.pageOf('p2'), { action: 'choose-contact', level: 'close' });
    const page = await told.page();
    expect(page).toContain('You chose it on Friday 8 January: Also half way.');
    expect(page).not.toContain('Would a look half way help?');
    expect(await told.shown()).toContain('Bill chose how often we write : Also half way');
    const kinds = (await told.web.api('GET', `/api/v1/conversations/${told.id}`)).json();
    expect(JSON.stringify(await kinds)).toContain('"kind":"mid-way"');
  });

  it('says how it went: what helped first, then what was kept, and no figure where they are hidden', async () => {
    await told.bill({ type: 'report', commitment: 'c1', kept: true });
    await told.bill({ type: 'helped', commitment: 'c1', words: 'A number on the wall.' });
    const page = await told.page();
    expect(page.indexOf('A number on the wall. What helped')).toBeLessThan(page.indexOf('1 of 1 kept here.'));
    expect(page).toContain('1 of 1 kept here.');
    told = await story({ figures: 'hidden' });
    await told.bill({ type: 'report', commitment: 'c1', kept: true });
    await told.bill({ type: 'helped', commitment: 'c1', words: 'A number on the wall.' });
    const plain = await told.page();
    expect(plain).toContain('A number on the wall. What helped');
    expect(plain).not.toContain('kept here');
  });
});

describe('the manager’s page', () => {
  it('shows how a firmer mail would read, and lets it leave only when it is pressed', async () => {
    await chosen(2);
    const before = await told.shown();
    expect(before).toContain('How the next mail could read Until you choose, the plain ask leaves.');
    expect(before).toContain('Bill said twice, last on Friday 8 January: “I chose something else”.');
    expect(before).toContain('It would leave on Monday 11 January, 09:00, to Bill alone.');
    const path = `/conversations/${told.id}`;
    const html = await (await told.web.see(path)).text();
    const pressed = await told.web.press(`${path}/commands`, {
      token: hiddenOf(html, 'token'),
      version: hiddenOf(html, 'version'),
      form: 'choose-tone-c1',
      type: 'choose-tone',
      commitment: 'c1',
      step: 'lets-talk',
      tone: 'firmer',
    });
    expect(pressed.status).toBe(303);
    expect(await told.shown()).toContain('You chose: it leaves like this.');
    await told.world.advance(at('2027-01-11T09:00:00Z'));
    const mail = told.world.ses.inbox.findLast(({ kind }) => kind === 'start');
    expect(mail?.to).toBe('bill@acme.example');
    expect(Buffer.from(mail?.raw ?? []).toString('utf8')).toContain('before you start');
    expect(await told.shown()).toContain('“Let’s talk”, because Bill said twice, last on Friday 8 January');
  });

  it('tells the API of the tone and the draft, and of nothing that was brought along', async () => {
    await chosen(2);
    const answer = await (await told.web.api('GET', `/api/v1/conversations/${told.id}`)).json();
    const text = JSON.stringify(answer);
    expect(text).toContain('"tone":"ask","toneDraft":"lets-talk"');
    expect(text).not.toContain('carried');
  });

  it('brings along what a person kept, so that the next conversation begins with less mail', async () => {
    await told.bill({ type: 'report', commitment: 'c1', kept: true });
    const { world } = told;
    for (const title of ['Something else', 'And another']) {
      const id = await submitted(world, { ...DISCOUNTS, title }, title);
      await act(world, id, 'p2', { type: 'report', commitment: 'c1', kept: true });
    }
    const next = { id: await submitted(world, { ...DISCOUNTS, title: 'A fourth' }, 'fourth') };
    await world.advance(at('2027-01-08T09:30:00Z'));
    const page = textOf(await (await told.web.ask(`/p/${await tokenOf(world, next.id, 'p2')}`)).text());
    expect(page).toContain('You kept the last three in a row before this.');
    expect(page).toContain('So we write less: only “Done, or not yet?” comes.');
    const recap = world.ses.inbox.findLast(
      ({ conversation, to, kind }) =>
        conversation === next.id && to === 'bill@acme.example' && kind === 'recap',
    );
    expect(Buffer.from(recap?.raw ?? []).toString('utf8')).toContain('You kept the last three in a row');
    const cheers = world.ses.inbox
      .filter(({ to, kind }) => to === 'bill@acme.example' && kind === 'celebration')
      .map(({ raw }) => Buffer.from(raw).toString('utf8').includes('You kept three in a row.'));
    expect(cheers.filter(Boolean)).toHaveLength(1);
    const shown = textOf(await (await told.web.see(`/conversations/${next.id}`)).text());
    expect(shown).toContain('light contact: only “Done, or not yet?” comes');
    expect(shown).not.toContain('three in a row');
  });
});
