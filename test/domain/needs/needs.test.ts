import { describe, expect, test } from 'vitest';
import { holdsAt, type Need, needsOf, openEnds } from '../../../functions/domain/needs.ts';
import { wallOf } from '../../../functions/domain/wall-time.ts';
import { localAt } from '../../../functions/domain/zone.ts';
import { agreedTalk, BILL, DANA, MEI, talk } from '../decide/talk.ts';
import type { Given } from '../given.ts';

const ZONE = 'Europe/Amsterdam';

function aboutOf(need: Need): string {
  switch (need.code) {
    case 'change-asked':
      return `${need.commitment}-${need.request}`;
    case 'own-unanswered':
    case 'own-due':
    case 'verdict':
      return need.commitment;
    case 'unanswered':
    case 'address-failed':
      return need.person;
    case 'wrap-up':
    case 'declined':
    case 'time-proposed':
      return need.checkIn;
  }
}

const told = (need: Need) => `${need.code} ${aboutOf(need)}`;
const wall = (at: Parameters<typeof localAt>[1]) => wallOf(localAt(ZONE, at));

/** "verdict c1 from 2027-01-15T17:00", with its end where it has one. */
function needs(story: Given, code?: Need['code']): string[] {
  return needsOf(story.conversation)
    .filter((need) => code === undefined || need.code === code)
    .map((need) => {
      const until = need.until === undefined ? '' : ` until ${wall(need.until)}`;
      return `${told(need)} from ${wall(need.from)}${until}`;
    });
}

/** What holds when the story stands where it does. */
function holding(story: Given): string[] {
  return needsOf(story.conversation)
    .filter((need) => holdsAt(need, story.now))
    .map(told);
}

describe('what will need the manager', () => {
  test('is known from the first minute, each from its own moment', () => {
    expect(needs(talk())).toEqual([
      'verdict c1 from 2027-01-15T17:00',
      'verdict c2 from 2027-01-15T17:00',
      'own-due c3 from 2027-01-15T00:00',
      'unanswered p2 from 2027-01-14T09:00',
      'unanswered p3 from 2027-01-14T09:00 until 2027-01-15T17:00',
      'wrap-up k1 from 2027-01-18T10:45',
    ]);
    expect(holding(talk())).toEqual([]);
  });

  test('is nothing once the conversation has ended', () => {
    expect(needs(talk().command(DANA, { type: 'cancel' }))).toEqual([]);
  });
});

describe('an answer that nobody gave', () => {
  test('is the manager’s only once the reminders have given up', () => {
    expect(holding(talk().run('2027-01-14T08:59'))).toEqual([]);
    expect(holding(talk().run('2027-01-14T09:00'))).toEqual(['unanswered p2', 'unanswered p3']);
  });

  test('is asked for again when what was agreed changes', () => {
    const amended = agreedTalk()
      .at('2027-01-11T12:00')
      .command(DANA, { type: 'amend', change: [{ id: 'c2', action: 'Write them on the wall.' }] });
    expect(needs(amended, 'unanswered')).toEqual([
      'unanswered p3 from 2027-01-15T09:00 until 2027-01-15T17:00',
    ]);
  });

  test('is not wanted of somebody who asked something, or whom no mail reaches', () => {
    const asked = talk()
      .at('2027-01-12T11:00')
      .command(MEI, { type: 'propose-consequence', commitment: 'c2', words: 'I bring the cake.' });
    expect(needs(asked, 'unanswered')).toEqual(['unanswered p2 from 2027-01-14T09:00']);
    const failed = talk().fact({ type: 'addressFailed', by: 'system', person: MEI, why: 'bounced' });
    expect(needs(failed, 'unanswered')).toEqual(['unanswered p2 from 2027-01-14T09:00']);
  });

  test('is never needed of somebody who gave it', () => {
    expect(needs(agreedTalk(), 'unanswered')).toEqual([]);
  });
});

describe('something that was asked', () => {
  test('waits from the moment it was asked, and keeps the verdict waiting', () => {
    const asked = agreedTalk()
      .at('2027-01-12T11:00')
      .command(BILL, { type: 'propose-date', commitment: 'c1', dueBy: '2027-01-20' });
    expect(needs(asked, 'change-asked')).toEqual(['change-asked c1-4 from 2027-01-12T11:00']);
    expect(needs(asked, 'verdict').map((line) => line.slice(0, 10))).toEqual(['verdict c2']);
    const answered = asked.command(DANA, { type: 'answer-change', commitment: 'c1', accept: true });
    expect(needs(answered, 'change-asked')).toEqual([]);
    expect(needs(answered, 'verdict')).toContain('verdict c1 from 2027-01-21T17:00');
  });

  test('by the manager is for the others to answer', () => {
    const asked = agreedTalk().command(DANA, { type: 'propose-date', commitment: 'c3', dueBy: '2027-01-20' });
    expect(needs(asked, 'change-asked')).toEqual([]);
  });
});

describe('a verdict', () => {
  test('is the manager’s when silence leaves it open, one working day after due', () => {
    expect(needs(talk({ checkIn: { at: '2027-01-25T09:30' } }, false), 'verdict')).toContain(
      'verdict c2 from 2027-01-15T17:00',
    );
    const agreed = talk({ checkIn: { at: '2027-01-22T09:30' } })
      .at('2027-01-08T11:00')
      .command(BILL, { type: 'agree', consequence: 'fair' });
    expect(needs(agreed, 'verdict')).toContain('verdict c1 from 2027-01-18T17:00');
  });

  test('waits for the talk where silence decides by itself', () => {
    const silent = talk({ checkIn: { at: '2027-01-22T09:30' } })
      .at('2027-01-08T11:00')
      .command(BILL, { type: 'agree', consequence: 'fair' })
      .run('2027-01-18T17:00');
    expect(needs(silent, 'verdict')).toContain('verdict c1 from 2027-01-22T09:45');
  });

  test('is wanted at the end of a talk that comes before silence would', () => {
    expect(needs(agreedTalk(), 'verdict')).toContain('verdict c1 from 2027-01-18T09:45');
    const done = agreedTalk().command(BILL, { type: 'report', commitment: 'c1', kept: true });
    expect(needs(done, 'verdict')).toEqual(['verdict c2 from 2027-01-18T09:45']);
  });
});

describe('the manager’s own', () => {
  test('is shown from the morning of its day until they say how it went', () => {
    expect(holding(agreedTalk().at('2027-01-14T23:59'))).toEqual([]);
    const today = agreedTalk().at('2027-01-15T00:00');
    expect(holding(today)).toEqual(['own-due c3']);
    expect(holding(today.run('2027-01-18T08:00'))).toEqual(['own-due c3']);
    expect(holding(today.command(DANA, { type: 'report', commitment: 'c3', kept: false }))).toEqual([]);
  });

  test('stays theirs when silence told it as missed, and goes to the others once it was done after all', () => {
    const silent = agreedTalk().run('2027-01-20T12:00');
    expect(holding(silent)).toContain('own-due c3');
    expect(openEnds(silent.conversation, silent.now).map(({ id }) => id)).toEqual(['c1', 'c2', 'c3']);
    const after = silent.command(DANA, { type: 'report', commitment: 'c3', kept: true });
    expect(needs(after, 'own-due')).toEqual([]);
  });

  test('wants a yes again when what others asked of it was answered', () => {
    const asked = agreedTalk().command(DANA, {
      type: 'ask-change',
      commitments: ['c3'],
      words: 'Within two hours.',
    });
    expect(needs(asked, 'own-unanswered')).toEqual([]);
    const answered = asked.command(MEI, { type: 'answer-change', commitment: 'c3', accept: true });
    expect(needs(answered, 'own-unanswered')).toEqual([
      'own-unanswered c3 from 2027-01-08T11:00 until 2027-01-15T00:00',
    ]);
  });
});

test('an address that failed is shown until it is corrected', () => {
  const failed = talk().fact({ type: 'addressFailed', by: 'system', person: MEI, why: 'bounced' });
  expect(needs(failed, 'address-failed')).toEqual(['address-failed p3 from 2027-01-08T10:00']);
  const corrected = failed.command(DANA, {
    type: 'correct-address',
    person: MEI,
    email: 'ling@acme.example',
  });
  expect(needs(corrected, 'address-failed')).toEqual([]);
});

test('a wrap-up is wanted an hour after the last talk, and not while another one is planned', () => {
  const again = talk().command(DANA, { type: 'add-check-in', at: '2027-01-25T11:00', minutes: 30 });
  expect(needs(again, 'wrap-up')).toEqual(['wrap-up k2 from 2027-01-25T12:30']);
  const off = again.command(DANA, { type: 'cancel-check-in', checkIn: 'k2' });
  expect(needs(off, 'wrap-up')).toEqual(['wrap-up k1 from 2027-01-18T10:45']);
});
