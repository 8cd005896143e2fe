import { expect, it } from 'vitest';
import { at, BILL, DISCOUNTS } from '../simulation/acme.ts';
import { act, manage } from '../simulation/acting.ts';
import { textOf } from './page-text.ts';
import { begun, hiddenOf, makeWebWorld } from './web-world.ts';

const LATE = at('2027-01-18T11:00:00Z');
const OPEN = '<details class="fold" open=""><summary><b>';

it('brings the manager to the request that a mail’s link is about, with the answer it meant first', async () => {
  const web = await makeWebWorld();
  const { id, factsOf } = await begun(web);
  await act(web.world, id, 'p3', { type: 'ask-change', words: 'Not on Fridays' });
  await act(web.world, id, 'p2', { type: 'propose-date', commitment: 'c1', dueBy: '2027-01-13' });
  const linked = `/conversations/${id}?commitment=c1&change=c1-3&accept=no`;
  const page = await (await web.see(linked)).text();
  expect(page.indexOf('id="request-c1-3"')).toBeGreaterThan(0);
  expect(page.indexOf('id="request-c1-3"')).toBeLessThan(page.indexOf('id="request-c2-2"'));
  expect(page).toMatch(
    /class="primary" name="accept" value="no">Decline<\/button><button type="submit" name/,
  );
  expect(await factsOf()).toHaveLength(3);
  await manage(web.world, id, { type: 'answer-change', commitment: 'c1', request: 3, accept: true });
  expect(textOf(await (await web.see(linked)).text())).toContain('This has its answer already');
  expect(textOf(await (await web.see(`/conversations/${id}`)).text())).not.toContain(
    'has its answer already',
  );
});

it('brings a participant to what the manager asks, without a way to amend', async () => {
  const web = await makeWebWorld();
  const { id, pageOf } = await begun(web);
  await act(web.world, id, 'p1', { type: 'propose-date', commitment: 'c3', dueBy: '2027-01-16' });
  const path = await pageOf('p2');
  const page = await (await web.ask(`${path}?commitment=c3&change=c3-2&accept=no`)).text();
  expect(page).toMatch(/class="primary" name="accept" value="no"/);
  expect(page).not.toContain('/amend');
});

it('says what needs the manager after the check-in, first and with its form unfolded', async () => {
  const web = await makeWebWorld();
  const { id } = await begun(web);
  await act(web.world, id, 'p2', { type: 'agree', consequence: 'fair' });
  await web.world.advance(LATE);
  const page = await (await web.see(`/conversations/${id}`)).text();
  const text = textOf(page);
  expect(text).toContain('How did Bill ’s part end?');
  expect(text).toContain('Yours was due: done, or not yet?');
  expect(text).toContain('You talked: how did it end?');
  expect(text).toContain('Two things need you.');
  expect(page).toContain(`${OPEN}Done, or not yet?`);
  expect(page).toContain(`${OPEN}Put the verdict right`);
  const about = await (await web.see(`/conversations/${id}?commitment=c2`)).text();
  expect(about.indexOf('<li id="c2">')).toBeLessThan(about.indexOf('<li id="c1">'));
});

it('waits, once the manager said that theirs was done after all, and leads from a refused end to what is open', async () => {
  const web = await makeWebWorld();
  const [bills, meis, danas] = DISCOUNTS.commitments;
  const commitments = [bills, meis, { ...danas, dueBy: '2027-01-12T17:00' }];
  const { id } = await begun(web, { ...DISCOUNTS, commitments });
  await web.world.advance(LATE);
  await act(web.world, id, 'p1', { type: 'report', commitment: 'c3', kept: true });
  const page = await (await web.see(`/conversations/${id}`)).text();
  expect(textOf(page)).toContain('You said that it was done after all Waiting for a participant');
  expect(textOf(page)).not.toContain('Yours was due');
  const fields = { token: hiddenOf(page, 'token'), version: hiddenOf(page, 'version'), type: 'close' };
  const refused = await web.press(`/conversations/${id}/commands`, { ...fields, form: 'close' });
  expect(await refused.text()).toContain('<a href="#c1">');
});

it('says who has not answered, and names everybody once', async () => {
  const web = await makeWebWorld();
  const { id } = await begun(web);
  const ahead = textOf(await (await web.see(`/conversations/${id}`)).text());
  expect(ahead).toContain('Who has not answered yet: Bill and Mei to you Thu');
});

it('puts what is due first on a participant’s page, and asks before it tells the details', async () => {
  const web = await makeWebWorld();
  const [first] = DISCOUNTS.commitments;
  const later = { ...first, owner: BILL, action: 'Teach the others', dueBy: '2027-01-28' };
  const { id, pageOf } = await begun(web, { ...DISCOUNTS, commitments: [later, ...DISCOUNTS.commitments] });
  await act(web.world, id, 'p2', { type: 'agree', consequence: 'fair' });
  await web.world.advance(at('2027-01-14T16:30:00Z'));
  const path = await pageOf('p2');
  const due = textOf(await (await web.ask(path)).text());
  expect(due.indexOf('Call before any discount')).toBeLessThan(due.indexOf('Teach the others'));
  expect(due.indexOf('Done Not yet')).toBeLessThan(due.indexOf('From Monday 11 January'));
  const linked = textOf(await (await web.ask(`${path}?commitment=c1&date`)).text());
  expect(linked.indexOf('Teach the others')).toBeLessThan(linked.indexOf('Call before any discount'));
  await web.answer(path, { action: 'report', commitment: 'c2', kept: 'no' });
  await web.answer(path, {
    action: 'report',
    commitment: 'c2',
    kept: 'no',
    reason: 'in-the-way',
    words: 'Ill',
  });
  const told = await (await web.ask(path)).text();
  expect(told).toContain('<p class="small quiet">Something was in the way</p>');
  expect(told).toContain('<details class="fold"><summary><b>Say it differently');
});

it('tells in words which mails somebody stopped', async () => {
  const web = await makeWebWorld();
  const { id, pageOf } = await begun(web);
  const path = (await pageOf('p2')).replace('/p/', '/u/');
  await web.answer(path, { save: 'yes', want: 'nudges' });
  const page = textOf(await (await web.see(`/conversations/${id}`)).text());
  expect(page).toContain(
    'Bill has stopped by mail: reminders to answer, celebrations, what you talk about, notes to know, the week in a mail.',
  );
  expect(page).toContain('Bill stopped some mails : reminders to answer');
});
