import { describe, expect, it } from 'vitest';
import type { Given } from '../given.ts';
import { planLines, sentLines, since } from './table.ts';
import { agreedTalk, DANA, talk } from './talk.ts';

function verdictOf(story: Given) {
  const judgement = story.conversation.commitments[0]?.judgement;
  return judgement && `${judgement.verdict} by ${judgement.how}`;
}

const FRIDAY = [{ dueBy: '2027-01-15' }];

describe('silence (rule 2)', () => {
  it('is a miss, not reported, one working day after the due check was accepted', () => {
    const story = agreedTalk(FRIDAY).run('2027-01-24T12:00');
    expect(since(story, '2027-01-15')).toEqual([
      '2027-01-15 Fri 17:00 due-check c1 → p2',
      '2027-01-18 Mon 17:00 missed-not-reported c1 → p1 p2',
      '2027-01-22 Fri 09:00 agenda k1 → p1 p2 p3',
    ]);
    expect(verdictOf(story)).toBe('missed-not-reported by silence');
  });

  it('runs from the moment the mailbox took the check, when that was later', () => {
    const ends = (accepted: string) =>
      agreedTalk(FRIDAY)
        .at(accepted)
        .fact({ type: 'asked', by: 'system', commitment: 'c1', person: 'p2' })
        .wake();
    expect(ends('2027-01-15T16:00:20Z')).toBe(Date.parse('2027-01-18T16:00:20Z'));
    expect(ends('2027-01-18T09:30:00Z')).toBe(Date.parse('2027-01-19T09:30:00Z'));
    // Taken on a Saturday: the whole of Monday is there to answer.
    expect(ends('2027-01-16T10:00:00Z')).toBe(Date.parse('2027-01-18T16:00:00Z'));
  });

  it('is unresolved for who was never reached, and nobody hears of a miss', () => {
    const notAsked = agreedTalk(FRIDAY).time('2027-01-18T17:00');
    const bounced = agreedTalk(FRIDAY)
      .run('2027-01-15T17:00')
      .fact({ type: 'addressFailed', by: 'system', person: 'p2', why: 'bounced' })
      .run('2027-01-18T18:00');
    const optedOut = agreedTalk(FRIDAY)
      .fact({ type: 'optedOut', by: 'p2', person: 'p2', kinds: ['nudges'] })
      .run('2027-01-18T18:00');
    const stoppedMeanwhile = agreedTalk(FRIDAY)
      .run('2027-01-15T17:00')
      .fact({ type: 'optedOut', by: 'p2', person: 'p2', kinds: ['nudges'] })
      .run('2027-01-18T18:00');
    for (const story of [notAsked, bounced, optedOut, stoppedMeanwhile]) {
      expect(verdictOf(story)).toBe('unresolved by silence');
      expect(planLines(story, ['missed-not-reported', 'consequence', 'no-report'])).toEqual([]);
    }
  });

  it('asks the manager instead where the policy says so', () => {
    const story = agreedTalk(FRIDAY, { policy: { silence: 'ask-manager' } }).run('2027-01-18T18:00');
    expect(since(story, '2027-01-18')).toEqual(['2027-01-18 Mon 17:00 no-report c1 → p1']);
    expect(verdictOf(story)).toBe('unresolved by silence-asks-manager');
  });

  it('is put right with one tap: a celebration for the owner, one correction for who got the miss', () => {
    const story = agreedTalk(FRIDAY)
      .run('2027-01-19T10:00')
      .command('p2', { type: 'report', commitment: 'c1', kept: true })
      .run('2027-01-20T10:00');
    expect(since(story, '2027-01-19')).toEqual([
      '2027-01-19 Tue 10:02 celebration c1 → p2',
      '2027-01-19 Tue 10:02 correction c1 → p1',
    ]);
    expect(verdictOf(story)).toBe('kept-late by reported');
  });

  it('is a plain celebration for the manager when the miss had not reached anybody yet', () => {
    const story = agreedTalk([{ dueBy: '2027-01-15T20:00' }], { policy: { silenceWorkingDays: 1 } })
      .run('2027-01-19T08:59')
      .command('p2', { type: 'report', commitment: 'c1', kept: true })
      .run('2027-01-20T10:00');
    expect(since(story, '2027-01-19')).toEqual(['2027-01-19 Tue 09:01 celebration c1 → p1 p2']);
  });

  it('needs no second mail when the owner confirms it', () => {
    const story = agreedTalk(FRIDAY)
      .run('2027-01-19T10:00')
      .command('p2', { type: 'report', commitment: 'c1', kept: false, reason: 'in-the-way' })
      .run('2027-01-20T10:00');
    expect(since(story, '2027-01-19')).toEqual([]);
  });

  it('is no silence when the owner answered the check in their own words', () => {
    const story = agreedTalk(FRIDAY)
      .run('2027-01-15T17:20')
      .command('p2', { type: 'ask-change', words: 'Finance answers on Monday' })
      .run('2027-01-20T12:00');
    expect(since(story, '2027-01-16')).toEqual(['2027-01-18 Mon 09:00 change-asked c1 → p1']);
    expect(verdictOf(story)).toBe('unresolved by silence');
  });

  it('of a manager is told to the participants exactly as theirs is to the manager', () => {
    const story = talk([{ owner: DANA, dueBy: '2027-01-15' }]).run('2027-01-19T12:00');
    expect(since(story, '2027-01-15')).toEqual([
      '2027-01-15 Fri 17:00 due-check c1 → p1',
      '2027-01-18 Mon 17:00 missed-not-reported c1 → p1 p2 p3',
    ]);
  });
});

describe('a check-in before silence would end (rule 3)', () => {
  it('decides: silence then runs from the wrap-up', () => {
    const story = agreedTalk(FRIDAY, { checkIn: { at: '2027-01-18T10:00' } }).run('2027-01-20T12:00');
    expect(since(story, '2027-01-16')).toEqual([
      '2027-01-18 Mon 11:15 wrap-up k1 → p1',
      '2027-01-19 Tue 11:15 missed-not-reported c1 → p1 p2',
    ]);
  });

  it('decides again when another one falls before silence would end then', () => {
    const story = agreedTalk(FRIDAY, {
      checkIn: { at: '2027-01-19T09:00' },
      laterCheckIns: [{ at: '2027-01-18T10:00' }],
    }).run('2027-01-22T12:00');
    expect(since(story, '2027-01-19').filter((line) => line.includes('missed'))).toEqual([
      '2027-01-20 Wed 10:15 missed-not-reported c1 → p1 p2',
    ]);
  });

  it('never shortens the day to answer', () => {
    const story = agreedTalk([{ dueBy: '2027-01-15T20:00' }], { checkIn: { at: '2027-01-16T10:00' } });
    const lines = since(story.run('2027-01-21T12:00'), '2027-01-16');
    expect(lines).toEqual([
      '2027-01-16 Sat 11:15 wrap-up k1 → p1',
      '2027-01-18 Mon 09:00 due-check c1 → p2',
      '2027-01-19 Tue 09:00 missed-not-reported c1 → p1 p2',
    ]);
  });

  it('decides no longer when it is cancelled or moved away', () => {
    const early = agreedTalk(FRIDAY, { checkIn: { at: '2027-01-18T10:00' } });
    const cancelled = early.command('p1', { type: 'cancel-check-in', checkIn: 'k1' });
    const moved = early.command('p1', { type: 'move-check-in', checkIn: 'k1', at: '2027-01-27T10:00' });
    for (const story of [cancelled, moved])
      expect(sentLines(story.run('2027-01-20T12:00'))).toContain(
        '2027-01-18 Mon 17:00 missed-not-reported c1 → p1 p2',
      );
  });

  it('leaves alone what is due after it', () => {
    const story = agreedTalk([{ dueBy: '2027-02-01' }]).run('2027-01-30T12:00');
    expect(verdictOf(story)).toBeUndefined();
    expect(story.decision('p1', { type: 'close' })).toMatchObject({ errors: [{ path: 'c1' }] });
  });

  it('has the last word: after the talk a late yes asks the manager', () => {
    const story = agreedTalk(FRIDAY)
      .run('2027-01-25T12:00')
      .command('p2', { type: 'report', commitment: 'c1', kept: true })
      .run('2027-01-26T12:00');
    expect(since(story, '2027-01-25T12')).toEqual([]);
    expect(since(story, '2027-01-25')).toContain('2027-01-25 Mon 12:02 change-asked c1 → p1');
    expect(verdictOf(story)).toBe('missed-not-reported by silence');
  });
});

describe('not agreed when due (rule 4)', () => {
  it('gets no start, heads-up, check or verdict: it waits for the check-in', () => {
    const story = talk([{ dueBy: '2027-01-20', startBy: '2027-01-13' }]).run('2027-01-21T12:00');
    expect(sentLines(story).filter((line) => line.includes(' c1 '))).toEqual([]);
    expect(verdictOf(story)).toBe('unresolved by silence');
    expect(planLines(story, ['start', 'heads-up', 'due-check'])).toEqual([
      '2027-01-13 Wed 09:00 start c1 → p2 (not-agreed)',
      '2027-01-19 Tue 09:00 heads-up c1 → p2 (not-agreed)',
      '2027-01-20 Wed 17:00 due-check c1 → p2 (not-agreed)',
    ]);
  });

  it.each([
    { type: 'ask-change', words: 'It depends on finance' },
    { type: 'propose-date', commitment: 'c1', dueBy: '2027-01-22' },
  ])('with $type unanswered: the manager is asked twice, then the asker hears that nothing counts', (ask) => {
    const story = agreedTalk(FRIDAY).run('2027-01-14T10:00').command('p2', ask).run('2027-01-21T12:00');
    expect(since(story, '2027-01-14 Thu 10').filter((line) => !line.includes('agenda'))).toEqual([
      '2027-01-14 Thu 10:02 change-asked c1 → p1',
      '2027-01-15 Fri 17:00 change-unanswered c1 → p1',
      '2027-01-18 Mon 17:00 change-unanswered c1 → p1',
      '2027-01-19 Tue 17:00 nothing-counts c1 → p2',
    ]);
    expect(verdictOf(story)).toBe('unresolved by silence');
  });

  it('asks for the result after all when the proposed date is declined after due, at a working moment', () => {
    const story = agreedTalk(FRIDAY)
      .run('2027-01-14T10:00')
      .command('p2', { type: 'propose-date', commitment: 'c1', dueBy: '2027-01-22' })
      .run('2027-01-15T22:00')
      .command('p1', { type: 'answer-change', commitment: 'c1', accept: false })
      .run('2027-01-20T12:00');
    expect(since(story, '2027-01-16')).toEqual([
      '2027-01-18 Mon 09:00 changed all → p2',
      '2027-01-18 Mon 09:00 due-check c1 → p2',
      '2027-01-19 Tue 09:00 missed-not-reported c1 → p1 p2',
    ]);
  });

  it('does not ask "done, or not yet?" late when another date takes the place of the one asked for in time', () => {
    const story = agreedTalk(FRIDAY)
      .run('2027-01-14T10:00')
      .command('p2', { type: 'propose-date', commitment: 'c1', dueBy: '2027-01-22' })
      .run('2027-01-15T18:00')
      .command('p2', { type: 'propose-date', commitment: 'c1', dueBy: '2027-01-27' })
      .run('2027-01-20T12:00');
    expect(since(story, '2027-01-15 Fri 18')).toEqual(['2027-01-18 Mon 09:00 change-asked c1 → p1']);
    expect(verdictOf(story)).toBe('unresolved by silence');
  });

  it('asks every participant about a change to the manager’s own, and any one of them settles it (rule 7)', () => {
    const asked = talk([{ owner: DANA, dueBy: '2027-01-15' }])
      .run('2027-01-14T10:00')
      .command('p1', { type: 'propose-date', commitment: 'c1', dueBy: '2027-01-22' })
      .run('2027-01-14T12:00');
    expect(since(asked, '2027-01-14 Thu 10')).toEqual(['2027-01-14 Thu 10:02 change-asked c1 → p2 p3']);
    const settled = asked.command('p3', { type: 'answer-change', commitment: 'c1', accept: true });
    expect(settled.conversation.commitments[0]?.due?.wall).toBe('2027-01-22T17:00');
    expect(since(settled.run('2027-01-20T12:00'), '2027-01-14 Thu 12')).toEqual([
      '2027-01-14 Thu 12:00 entry c1 → p1',
      '2027-01-14 Thu 12:02 changed all → p1 p2',
    ]);
  });
});
