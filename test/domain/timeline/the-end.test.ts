import { describe, expect, it } from 'vitest';
import { since } from './table.ts';
import { agreedTalk, DUE, talk } from './talk.ts';

describe('the end', () => {
  it('called off: everybody with the recap is told, and both calendars are cleared, exactly once', () => {
    const story = agreedTalk(DUE)
      .run('2027-01-14T18:00')
      .command('p1', { type: 'cancel' })
      .run('2027-02-28T12:00');
    expect(since(story, '2027-01-14')).toEqual([
      '2027-01-14 Thu 18:00 entry-cancelled c1 → p2',
      '2027-01-14 Thu 18:00 invitation-cancelled k1 → p1 p2 p3',
      '2027-01-15 Fri 09:00 cancelled all → p2 p3',
    ]);
    expect(story.wake()).toBeUndefined();
  });

  it('called off in the minute before anything left sends nothing at all', () => {
    const story = talk(DUE, { undoSeconds: 60 }).command('p1', { type: 'undo' }).run('2027-02-28T12:00');
    expect(story.plan()).toEqual([]);
    expect(story.sent).toEqual([]);
  });

  it('clears the calendar of what was missed early and lay ahead', () => {
    const story = agreedTalk(DUE)
      .run('2027-01-14T10:00')
      .command('p2', { type: 'report', commitment: 'c1', kept: false })
      .run('2027-01-14T12:00')
      .command('p1', { type: 'cancel' })
      .run('2027-02-28T12:00');
    expect(since(story, '2027-01-14 Thu 12')).toContain('2027-01-14 Thu 12:00 entry-cancelled c1 → p2');
  });

  it('closed: the verdict’s mail still goes out, the check-in ahead leaves the calendars', () => {
    const story = agreedTalk(DUE)
      .run('2027-01-20T18:00')
      .command('p2', { type: 'report', commitment: 'c1', kept: true })
      .command('p1', { type: 'close' })
      .run('2027-02-28T12:00');
    expect(since(story, '2027-01-20 Wed 18')).toEqual([
      '2027-01-20 Wed 18:00 invitation-cancelled k1 → p1 p2 p3',
      '2027-01-21 Thu 09:00 celebration c1 → p1 p2',
    ]);
  });

  it('closed in the talk itself does not cancel the talk', () => {
    const story = agreedTalk(DUE)
      .run('2027-01-20T16:00')
      .command('p2', { type: 'report', commitment: 'c1', kept: true })
      .run('2027-01-25T10:10')
      .command('p1', { type: 'close' })
      .run('2027-02-28T12:00');
    expect(since(story, '2027-01-25')).toEqual([]);
  });

  it('right after a check-in was called off, still tells the calendars of that', () => {
    const story = agreedTalk(DUE)
      .run('2027-01-14T18:00')
      .command('p1', { type: 'cancel-check-in', checkIn: 'k1' })
      .command('p1', { type: 'cancel' })
      .run('2027-02-28T12:00');
    expect(since(story, '2027-01-14')).toContain('2027-01-14 Thu 18:00 invitation-cancelled k1 → p1 p2 p3');
  });

  it('released: the entry goes and the owner is told', () => {
    const story = agreedTalk(DUE)
      .run('2027-01-14T10:00')
      .command('p1', { type: 'verdict', commitment: 'c1', verdict: 'released' })
      .run('2027-01-21T18:00');
    expect(since(story, '2027-01-14')).toEqual(
      ['2027-01-14 Thu 10:00 entry-cancelled c1 → p2', '2027-01-14 Thu 10:00 changed all → p2'].sort(),
    );
  });
});
