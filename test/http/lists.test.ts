import { describe, expect, it } from 'vitest';
import { DAY, plus } from '../../functions/domain/instant.ts';
import { tenantSchema } from '../../functions/domain/tenant.ts';
import { ACME, at, DANA, DISCOUNTS, RECORDED } from '../simulation/acme.ts';
import { act, manage, submitted } from '../simulation/acting.ts';
import { copies, listed } from './listed.ts';
import { textOf } from './page-text.ts';
import { begun, hiddenOf, makeWebWorld, type WebWorld } from './web-world.ts';

const WORKS_COUNCIL = tenantSchema.parse({
  ...ACME,
  policy: { figures: 'hidden', recordSeenBy: 'owner', eraseDaysAfterClose: 365 },
});
const OPEN_BOOK = tenantSchema.parse({ ...ACME, policy: { eraseDaysAfterClose: 365 } });

const pageOf = async (web: WebWorld, path: string) => (await web.see(path)).text();
const text = async (web: WebWorld, path: string) => textOf(await pageOf(web, path));

/** The form of a page that a button stands in. */
function formWith(page: string, button: string): string {
  const form = page.split('<form').find((part) => part.includes(`>${button}<`));
  if (form === undefined) throw new Error(`no button ${button}`);
  return form;
}

/** Presses a button of a list as it stands, with every hidden field of its form. */
async function press(web: WebWorld, page: string, button: string): Promise<Response> {
  const form = formWith(page, button);
  const fields = [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
    ([, name = '', value = '']): [string, string] => [name, value],
  );
  return web.press(/action="([^"]+)"/.exec(form)?.[1] ?? '', fields);
}

describe('the first page', () => {
  it('accepts a date with one tap, and says what it is about', async () => {
    const web = await makeWebWorld();
    const { id, factsOf } = await begun(web);
    await act(web.world, id, 'p2', { type: 'propose-date', commitment: 'c1', dueBy: '2027-01-13' });
    const page = await pageOf(web, '/');
    expect(textOf(page)).toContain('Bill proposes Wednesday 13 January, 17:00 , Amsterdam');
    expect(textOf(page)).toContain('About Call before any discount over 15%.');
    const accepted = await press(web, page, 'Accept');
    expect([accepted.status, accepted.headers.get('location')]).toEqual([303, `/conversations/${id}`]);
    expect((await factsOf()).at(-1)).toMatchObject({ type: 'requestAnswered', accepted: true });
    expect(await text(web, '/')).toContain('Nothing needs you.');
    // The same press again, of a page that stayed open in another tab.
    await press(web, page, 'Accept');
    expect((await factsOf()).filter(({ type }) => type === 'requestAnswered')).toHaveLength(1);
  });

  it('lets nobody accept with one tap what wants to be read first', async () => {
    const web = await makeWebWorld();
    const { id } = await begun(web);
    await act(web.world, id, 'p2', { type: 'ask-change', commitments: ['c1'], words: 'Not by then' });
    await act(web.world, id, 'p3', {
      type: 'propose-consequence',
      commitment: 'c2',
      words: 'a word '.repeat(50),
    });
    const page = await pageOf(web, '/');
    expect(textOf(page)).toContain('Two things need you.');
    expect(page).not.toContain('Accept');
    expect(page).toContain(`href="/conversations/${id}?commitment=c1&amp;change=c1-2"`);
  });

  it('shows the manager’s own on its day, and takes “done” from there', async () => {
    const web = await makeWebWorld();
    const { id, factsOf } = await begun(web);
    for (const person of ['p2', 'p3'] as const)
      await act(web.world, id, person, { type: 'agree', consequence: 'fair' });
    await web.world.advance(at('2027-01-15T07:00:00Z'));
    const page = await pageOf(web, '/');
    expect(textOf(page)).toContain('One thing needs you. Yours is due today, 17:00');
    expect((await press(web, page, 'Done')).status).toBe(303);
    expect((await factsOf()).at(-1)).toMatchObject({ type: 'reported', commitment: 'c3', kept: true });
  });

  it('says after the talk how many verdicts are missing, in one thing', async () => {
    const web = await makeWebWorld();
    await begun(web);
    await web.world.advance(at('2027-01-18T11:00:00Z'));
    const page = await text(web, '/');
    expect(page).toContain('Two things need you.');
    expect(page).toContain('You talked with Bill and Mei on Monday. How did it end?');
    expect(page).toContain('Two verdicts are still yours to give.');
    expect(page).toContain('Yours was due on Friday 15 January, 17:00');
  });

  it('tells a row true at any later moment, without it being written again', async () => {
    const web = await makeWebWorld();
    await begun(web);
    expect(await text(web, '/')).toContain('Nothing needs you.');
    // Nothing happens on the way: the clock alone moves.
    web.world.jump(at('2027-01-14T08:00:00Z'));
    expect(await text(web, '/')).toContain('Bill has not answered yet');
    web.world.jump(at('2027-01-15T16:00:00Z'));
    expect(await text(web, '/')).toContain('How did Bill ’s part end?');
  });

  it('tells moments on the manager’s clock, and the other where they were meant on it', async () => {
    const web = await makeWebWorld();
    const participants = [{ name: 'Bill', email: 'bill@acme.example', timezone: 'America/New_York' }];
    const [bills] = DISCOUNTS.commitments;
    await begun(web, {
      ...DISCOUNTS,
      participants,
      commitments: [{ ...bills, dueBy: '2027-01-13' }],
    });
    const page = await text(web, '/');
    expect(page).toMatch(/Wed 13 Jan, 23:00 17:00 in New York Bill/);
  });
});

describe('what was had', () => {
  /** Three talks that ended, the second one about the same as the first. */
  async function threeHad(tenant: typeof ACME) {
    const web = await makeWebWorld(RECORDED, tenant);
    const titles = ['Late invoices', 'Late invoices again', 'Keys', 'Samples'];
    for (const [nth, title] of titles.entries()) {
      const id = await submitted(web.world, { ...DISCOUNTS, title }, `key-${nth}`);
      if (title === 'Samples') continue;
      await act(web.world, id, 'p2', { type: 'agree', consequence: 'fair' });
      await act(web.world, id, 'p2', { type: 'report', commitment: 'c1', kept: nth > 0 });
      if (nth > 0) await act(web.world, id, 'p2', { type: 'helped', commitment: 'c1', words: 'A list.' });
      await manage(web.world, id, { type: 'cancel' });
      web.world.jump(plus(web.world.now(), 1));
    }
    return web;
  }

  it('is told as what helped, and only then in figures, with the drawing in words', async () => {
    const web = await threeHad(OPEN_BOOK);
    const page = await pageOf(web, '/');
    expect(textOf(page)).toMatch(/Had once A list\. Bill , about “ Keys ” 2 of 3 not repeated/);
    expect(textOf(page)).toContain('Of 3 commitments that ended 2 were kept.');
    expect(page).toContain('Late invoices again</bdi>, January');
    expect(page).not.toContain('%</');
  });

  it('is drawn with one dot a topic, and the drawing says the same in words', async () => {
    const web = await threeHad(OPEN_BOOK);
    const { rows } = await web.world.useCases.list({ email: DANA }, { limit: 9, of: 'ended' });
    const back = [0, 10, 70, 100];
    const older = copies(rows, 4).map((row, nth) => ({
      ...row,
      title: nth === 2 ? 'Topic 3' : `Topic ${nth}`,
      recordedAt: plus(RECORDED, -(back[nth] ?? 0) * DAY),
    }));
    await listed(
      web,
      older.map((row, nth) => (nth === 3 ? { ...row, title: 'Topic 3' } : row)),
    );
    const page = await pageOf(web, '/');
    expect(page).toMatch(/<svg class="dots" viewBox="[\d. ]+" role="img" aria-labelledby="dots-t"/);
    expect(/<title id="dots-t">([^<]*)/.exec(page)?.[1]).toBe(
      'Topics by month: September 1, had twice; October 0; November 0; December 1; January 4, one of them had twice',
    );
    // Five topics in January and December, and two second times.
    expect(page.match(/<circle [^>]*r="7"/g)).toHaveLength(8);
  });

  it('has no figures and no record where the policy hides them', async () => {
    const web = await threeHad(WORKS_COUNCIL);
    const page = await text(web, '/');
    expect(page).not.toMatch(/not repeated|kept|A list\./);
    expect(await text(web, '/?show=ended')).not.toContain('kept');
    const [person] = /\/people\/[\w-]+/.exec(await pageOf(web, '/people')) ?? [];
    const record = await text(web, person ?? '');
    expect(record).not.toMatch(/Kept|Missed|A list\.|In figures/);
    expect(record).toContain('What became of earlier commitments is for Bill alone.');
    expect(record).toContain('Call before any discount over 15%.');
  });

  it('keeps to what it hid when the tenant shows more later', async () => {
    const web = await threeHad(WORKS_COUNCIL);
    const later = await makeWebWorld(RECORDED, OPEN_BOOK);
    const { rows } = await web.world.useCases.list({ email: DANA }, { limit: 9 });
    await listed(later, rows);
    expect(await text(later, '/')).not.toMatch(/not repeated|A list\./);
    expect(await text(later, '/?show=ended')).not.toContain('1 kept');
  });

  it('is told of a person in their words, with what ended and how', async () => {
    const web = await threeHad(OPEN_BOOK);
    const people = await pageOf(web, '/people');
    expect(textOf(people)).toMatch(/Bill Open Samples , Friday 8 January/);
    const [person] = /\/people\/[\w-]+/.exec(people) ?? [];
    const record = await text(web, person ?? '');
    expect(record).toMatch(/What you and Bill agreed Bill .*What helped A list\. Bill , about “ Keys ”/);
    expect(record).toMatch(/What was agreed before .*Kept .*Missed/);
    expect(record).toContain('2 of 3 kept. 1 of 3 topics came back.');
    expect(record).toContain('We ask.');
    // Nobody else's manager page knows of it.
    expect((await web.see(person ?? '', 'olga@acme.example')).status).toBe(404);
    expect(textOf(await (await web.see('/people', 'olga@acme.example')).text())).toContain('Nobody yet.');
  });
});

describe('a search', () => {
  it('finds topics, people and promises, whatever the accents, and can be left again', async () => {
    const web = await makeWebWorld();
    await begun(web, { ...DISCOUNTS, title: 'Späte Rechnungen' });
    for (const words of ['spate', 'RECHNUNG', 'mei bill', 'discount over'])
      expect(await text(web, `/?${new URLSearchParams({ find: words })}`)).toContain('Bill , Mei and you');
    const none = await text(web, '/?find=nothing');
    expect(none).toContain('Looking for “ nothing ”');
    expect(none).toContain('Nothing like that here.');
    expect(none).toContain('Show everything');
  });

  it('is limited to one person, and stays so from list to list', async () => {
    const web = await makeWebWorld();
    await begun(web);
    const [, person = ''] = /\/people\/([\w-]+)/.exec(await pageOf(web, '/people')) ?? [];
    const page = await pageOf(web, `/?with=${person}`);
    expect(textOf(page)).toContain('With Bill .');
    expect(page).toContain(`href="/?show=ended&amp;with=${person}"`);
    expect(hiddenOf(page, 'with')).toBe(person);
    expect(await text(web, '/?with=nobody')).toContain('Nothing like that here.');
  });

  it('takes nothing amiss that somebody types into an address', async () => {
    const web = await makeWebWorld();
    const { id } = await begun(web);
    for (const query of ['show=x', 'with=%3Cscript%3E', 'after=x', `find=${'x'.repeat(999)}`, 'show=&find=+'])
      expect((await web.see(`/?${query}`)).status).toBe(200);
    expect(await pageOf(web, '/?find=%22%3E%3Cscript%3E')).not.toContain('"><script>');
    for (const path of ['/people/x', '/people/%00', `/people/${'x'.repeat(99)}`, '/people/__proto__'])
      expect((await web.see(path)).status).toBe(404);
    expect((await web.press('/people', {})).status).toBe(405);
    expect((await web.ask('/people/x')).status).toBe(303);
    expect(id).not.toBe('');
  });
});
