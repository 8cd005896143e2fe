import { describe, expect, it } from 'vitest';
import { plus } from '../../functions/domain/instant.ts';
import { at, DISCOUNTS, RECORDED } from '../simulation/acme.ts';
import { act, left, manage, twice } from '../simulation/acting.ts';
import { textOf } from './page-text.ts';
import { begun, hiddenOf, makeWebWorld, type WebWorld } from './web-world.ts';

// Monday, ten minutes into the talk of 10:30.
const DURING = at('2027-01-18T09:40:00Z');

type Fields = Record<string, string>;

/** Bill and Mei agreed; Bill said "not yet" on Friday, Mei did hers; Dana said nothing of her own. */
async function talking() {
  const web = await makeWebWorld();
  const begin = await begun(web);
  const { id } = begin;
  for (const person of ['p2', 'p3'] as const)
    await act(web.world, id, person, { type: 'agree', consequence: 'fair' });
  await web.world.advance(at('2027-01-15T13:00:00Z'));
  await act(web.world, id, 'p2', {
    type: 'report',
    commitment: 'c1',
    kept: false,
    reason: 'in-the-way',
    words: 'The shop was full.',
  });
  await act(web.world, id, 'p3', { type: 'report', commitment: 'c2', kept: true });
  await web.world.advance(DURING);
  return { web, ...begin, page: async () => (await web.see(`/conversations/${id}/check-in`)).text() };
}

const was = { 'c1.verdict.was': 'missed', 'c1.verdict': 'missed', 'c3.verdict.was': '' };

async function save(web: WebWorld, id: string, page: string, fields: Fields) {
  const hidden = { token: hiddenOf(page, 'token'), version: hiddenOf(page, 'version'), form: 'check-in' };
  return web.press(`/conversations/${id}/check-in`, { ...hidden, type: 'check-in', ...was, ...fields });
}

const SETTLED = {
  'c1.learned': 'The number stands in the quote tool.',
  'c1.follows': 'follows',
  'c2.helped': 'Ravi wrote it with me.',
  'c3.verdict': 'missed',
  'c3.follows': 'helps-instead',
  'c3.instead': 'A second phone.',
  next: '2027-01-25T10:30',
  'next.minutes': '15',
};

describe('the page of a check-in', () => {
  it('celebrates, learns, says what follows, and has the next talk one tap away', async () => {
    const { page } = await talking();
    const source = await page();
    const text = textOf(source);
    expect(text).toContain('Monday 18 January, 10:30 , Amsterdam, fifteen minutes, with Bill and Mei .');
    const order = [
      'First, what went well',
      'Put the limit into the price list.',
      'You agreed: A line in the Friday mail.',
      'Then, what we learned',
      'The shop was full. Bill : Something was in the way',
      'Then, what follows',
      'I sign every offer myself for a month.',
      'Before you get up',
      'Monday 25 January, 10:30',
      'Monday 1 February, 10:30',
      'No need, everything is settled',
    ];
    expect(order.map((words) => text.indexOf(words))).toEqual(
      order.map((words) => text.indexOf(words)).toSorted((a, b) => a - b),
    );
    expect(order.filter((words) => !text.includes(words))).toEqual([]);
    expect(source).toMatch(/name="c1.verdict" value="missed" checked/);
    expect(source).not.toMatch(/name="c3.verdict"[^>]*checked/);
    expect(source.match(/<script/g)).toHaveLength(1);
    expect(source).toMatch(/<script src="\/assets\/[a-z2-7]{26}\/pages.js" defer=""><\/script>/);
  });

  it('raises a consequence that nobody accepted, and cannot say that it follows', async () => {
    const web = await makeWebWorld();
    const { id } = await begun(web);
    await act(web.world, id, 'p2', { type: 'agree' });
    await web.world.advance(DURING);
    const page = await (await web.see(`/conversations/${id}/check-in`)).text();
    expect(textOf(page)).toContain(
      'You proposed I sign every offer myself for a month. , and it was never accepted.',
    );
    expect(page).not.toMatch(/name="c1.follows" value="follows"/);
    const refused = await save(web, id, page, { 'c1.verdict.was': '', 'c1.follows': 'follows' });
    expect(refused.status).toBe(422);
    expect(textOf(await refused.text())).toContain('Bill, what follows: This was never agreed');
  });

  it('says so where nothing was kept and nothing is open', async () => {
    const web = await makeWebWorld();
    const { id } = await begun(web);
    for (const person of ['p2', 'p3'] as const)
      await act(web.world, id, person, { type: 'agree', consequence: 'fair' });
    const text = textOf(await (await web.see(`/conversations/${id}/check-in`)).text());
    expect(text).toContain('Nothing is done yet. Ask all the same: what went well since you talked?');
    expect(text).toContain('Nothing was missed.');
    expect(text).toContain('Still running');
  });

  it('is for its manager alone, and over when the conversation is', async () => {
    const { web, id } = await talking();
    const path = `/conversations/${id}/check-in`;
    expect((await web.see(path, 'olga@acme.example')).status).toBe(404);
    expect((await web.ask(path)).status).toBe(303);
    expect((await web.press(path, { token: 'x' })).status).toBe(403);
    await manage(web.world, id, { type: 'cancel' });
    const over = await web.see(path);
    expect([over.status, over.headers.get('location')]).toEqual([303, `/conversations/${id}`]);
  });
});

describe('saving a check-in', () => {
  it('carries everything out at once, and once, however often it is pressed', async () => {
    const { web, id, page, factsOf } = await talking();
    const before = (await factsOf()).length;
    const source = await page();
    for (const _ of [1, 2, 3]) {
      const saved = await save(web, id, source, SETTLED);
      expect([saved.status, saved.headers.get('location')]).toEqual([303, `/conversations/${id}`]);
    }
    const added = (await factsOf()).slice(before);
    expect(added.map(({ type, words }) => [type, words?.words])).toEqual([
      ['noted', 'The number stands in the quote tool.'],
      ['followed', undefined],
      ['noted', 'Ravi wrote it with me.'],
      ['reported', undefined],
      ['followed', 'A second phone.'],
      ['checkInAdded', undefined],
    ]);
    expect(new Set(added.map(({ at: moment }) => moment)).size).toBe(1);
  });

  it('is told to whom it concerns, each mail once, and the others never see the miss', async () => {
    const { web, id, page, pageOf } = await talking();
    const before = (await left(web.world, id)).length;
    await save(web, id, await page(), SETTLED);
    await web.world.advance(at('2027-01-19T09:00:00Z'));
    const keys = (await left(web.world, id)).slice(before).map(({ key }) => key.replace(/_\d+$/, ''));
    expect(keys.toSorted()).toEqual([
      'consequence_c3_p1',
      'consequence_c3_p2',
      'consequence_c3_p3',
      'invitation_k2_p1',
      'invitation_k2_p2',
      'invitation_k2_p3',
      'wrap-up_k1_p1',
    ]);
    expect(await twice(web.world, id)).toEqual([]);
    const bill = textOf(await (await web.ask(await pageOf('p2'))).text());
    expect(bill).toContain('What you change The number stands in the quote tool.');
    expect(bill).toContain('What follows What was agreed, as noted when you talked');
    const mei = textOf(await (await web.ask(await pageOf('p3'))).text());
    expect(mei).not.toContain('The number stands in the quote tool.');
    expect(mei).toContain('A second phone.');
  });

  it('does nothing when one thing is wrong, tells all of it, and keeps what was typed', async () => {
    const { web, id, page, factsOf } = await talking();
    const before = await factsOf();
    const refused = await save(web, id, await page(), {
      'c1.verdict': 'date',
      'c1.dueBy': '2027-01-01',
      'c1.learned': 'Keep me.',
      'c3.verdict': '',
      next: 'close',
    });
    const source = await refused.text();
    expect(refused.status).toBe(422);
    expect(source).toContain('Keep me.');
    expect(source).toContain('value="2027-01-01"');
    expect(source).toContain('href="#check-in-c1-dueBy"');
    expect(source).toContain('id="check-in-c1-dueBy-why"');
    expect(source).toContain('href="#check-in-c3-verdict"');
    expect(source).toMatch(/name="next" value="close" checked/);
    expect(await factsOf()).toEqual(before);
  });

  it('notes a miss before the new date of what had fallen due', async () => {
    const web = await makeWebWorld();
    const { id, factsOf } = await begun(web);
    await act(web.world, id, 'p3', { type: 'agree' });
    await web.world.advance(DURING);
    const page = await (await web.see(`/conversations/${id}/check-in`)).text();
    expect(textOf(page)).toContain('Missed, and a new date');
    const before = (await factsOf()).length;
    const dated = { 'c2.verdict.was': '', 'c2.verdict': 'date', 'c2.dueBy': '2027-01-28' };
    expect((await save(web, id, page, dated)).status).toBe(303);
    expect((await factsOf()).slice(before).map(({ type }) => type)).toEqual(['judged', 'renegotiated']);
  });

  it('asks which it is when a date stands beside another end', async () => {
    const { web, id, page } = await talking();
    const refused = await save(web, id, await page(), { 'c1.dueBy': '2027-01-28' });
    expect(refused.status).toBe(422);
    expect(textOf(await refused.text())).toContain('Choose the new date as how it ends');
  });

  it('says nothing anew of what its owner put right while the page was open', async () => {
    const { web, id, page, factsOf } = await talking();
    const source = await page();
    await act(web.world, id, 'p2', { type: 'bring', words: 'The price list' });
    await manage(web.world, id, {
      type: 'correct',
      commitment: 'c1',
      verdict: 'kept-late',
      words: 'It was.',
    });
    await save(web, id, source, { next: 'stands' });
    expect((await factsOf()).at(-1)).toMatchObject({ type: 'judged', verdict: 'kept-late' });
  });

  it('closes when everything has its end, and another time is as good as a slot', async () => {
    const { web, id, page, factsOf } = await talking();
    const other = { next: 'other', 'next.at': '2027-01-21', 'next.at.time': '14:00', 'next.minutes': '20' };
    expect((await save(web, id, await page(), other)).status).toBe(303);
    expect((await factsOf()).at(-1)).toMatchObject({
      type: 'checkInAdded',
      checkIn: { at: { wall: '2027-01-21T14:00' }, minutes: 20 },
    });
    expect((await save(web, id, await page(), { 'c3.verdict': 'kept', next: 'close' })).status).toBe(303);
    expect((await factsOf()).at(-1)?.type).toBe('closed');
  });

  it('takes a yes that is given in the talk, as said in person', async () => {
    const web = await makeWebWorld();
    const { id, factsOf } = await begun(web);
    const page = await (await web.see(`/conversations/${id}/check-in`)).text();
    expect(textOf(page)).toContain('Ask Bill : is it right as it stands, and will you do it?');
    await save(web, id, page, { 'c1.verdict.was': '', 'c1.verdict': 'agreed', next: 'stands' });
    expect((await factsOf()).at(-1)).toMatchObject({ type: 'saidInPerson', person: 'p2', said: 'agreed' });
  });

  it('shows what it would change first, and does nothing', async () => {
    const { web, id, page, factsOf } = await talking();
    const before = await factsOf();
    const looked = await save(web, id, await page(), { ...SETTLED, look: 'yes' });
    const text = textOf(await looked.text());
    expect(looked.status).toBe(200);
    expect(text).toContain('What this changes');
    expect(text).toMatch(/Mon 18 Jan, 10:40 The invitation to the check-in.* new; leaves at once/);
    expect(text).toContain('Nothing is done yet.');
    expect(text).toContain('Ravi wrote it with me.');
    expect(await factsOf()).toEqual(before);
  });
});

it('proposes the next talk at the same time of day, on a day on which everybody works', async () => {
  const web = await makeWebWorld();
  const talk = { ...DISCOUNTS, checkIn: { at: '2027-03-22T10:30', minutes: 15 } };
  const { id } = await begun(web, talk);
  await web.world.advance(plus(RECORDED, 73 * 86_400_000));
  // Monday 29 March is Easter Monday.
  const text = textOf(await (await web.see(`/conversations/${id}/check-in`)).text());
  expect(text).toContain('Tuesday 30 March, 10:30');
  expect(text).toContain('Monday 5 April, 10:30');
});
