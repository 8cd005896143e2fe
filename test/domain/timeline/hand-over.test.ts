import { describe, expect, it } from 'vitest';
import { sentLines, since } from './table.ts';
import { agreedTalk, BILL, DANA, DUE, MEI, OMAR, talk } from './talk.ts';

describe('a hand-over', () => {
  const to = { name: 'Omar', email: OMAR };

  it('gives the new manager recap and invitation at once, and from then on what is owed', () => {
    const story = talk([...DUE, { owner: MEI, dueBy: '2027-01-26' }])
      .run('2027-01-15T12:00')
      .command('p1', { type: 'hand-over', to })
      .run('2027-02-28T12:00');
    expect(since(story, '2027-01-15 Fri 12').filter((line) => line.includes('p4'))).toEqual([
      '2027-01-15 Fri 12:00 invitation k1 → p4',
      '2027-01-15 Fri 12:00 recap all → p4',
      '2027-01-22 Fri 09:00 agenda k1 → p2 p3 p4',
      '2027-01-25 Mon 11:15 wrap-up k1 → p4',
    ]);
  });

  it('lets who hands over go: their calendar is cleared and nothing follows', () => {
    const story = agreedTalk(DUE)
      .run('2027-01-15T12:00')
      .command('p1', { type: 'hand-over', to })
      .run('2027-02-28T12:00');
    expect(since(story, '2027-01-15').filter((line) => line.includes('p1'))).toEqual([
      '2027-01-15 Fri 12:00 invitation-cancelled k1 → p1',
    ]);
    expect(sentLines(story)).toContain('2027-01-15 Fri 12:00 handed-over all → p2 p3');
  });

  it('keeps who hands over in the talk while a promise of theirs is open', () => {
    const story = talk([{ owner: DANA, dueBy: '2027-01-20' }])
      .run('2027-01-15T12:00')
      .command('p1', { type: 'hand-over', to })
      .run('2027-01-22T18:00');
    expect(since(story, '2027-01-15 Fri 12').filter((line) => line.includes('p1'))).toEqual([
      '2027-01-19 Tue 09:00 heads-up c1 → p1',
      '2027-01-20 Wed 17:00 due-check c1 → p1',
      '2027-01-21 Thu 17:00 missed-not-reported c1 → p1 p4', // no longer the manager's: told to the new one alone
      '2027-01-22 Fri 09:00 agenda k1 → p1 p2 p3 p4',
    ]);
  });

  it('to a participant tells that person, and sends nothing that had passed', () => {
    const story = agreedTalk(DUE)
      .run('2027-01-20T18:00')
      .command('p2', { type: 'report', commitment: 'c1', kept: false })
      .run('2027-01-26T12:00')
      .command('p1', { type: 'hand-over', to: { name: 'Mei', email: MEI } });
    expect(story.due().map(({ kind, to }) => `${kind} ${to}`)).toEqual(['handed-over p2', 'handed-over p3']);
  });

  it('to a participant shows nobody a miss from before', () => {
    const story = agreedTalk(DUE)
      .run('2027-01-20T18:00')
      .command('p2', { type: 'report', commitment: 'c1', kept: false })
      .run('2027-01-26T12:00')
      .command('p1', { type: 'hand-over', to: { name: 'Bill', email: BILL } })
      .run('2027-01-30T12:00');
    expect(story.sent.filter(({ kind, to }) => kind === 'consequence' && to === 'p3')).toEqual([]);
  });

  it('right after a verdict still brings the manager’s version, to the new manager', () => {
    const story = agreedTalk(DUE)
      .run('2027-01-20T18:00')
      .command('p2', { type: 'report', commitment: 'c1', kept: false })
      .run('2027-01-20T20:00')
      .command('p1', { type: 'hand-over', to })
      .run('2027-01-21T18:00');
    expect(sentLines(story)).toContain('2027-01-21 Thu 09:00 consequence c1 → p2 p4');
  });
});
