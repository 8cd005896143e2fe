import { describe, expect, test } from 'vitest';
import {
  agreedTalk,
  BILL,
  brings,
  commitmentOf,
  DANA,
  GONE,
  later,
  MEI,
  NOT_YOURS,
  PAT,
  talk,
} from './talk.ts';

describe('agree', () => {
  test('says yes to all of one’s own, or to those named; the consequence is another matter', () => {
    const all = later().command(BILL, { type: 'agree' });
    expect(commitmentOf(all, 'c1')).toMatchObject({
      agreement: { state: 'agreed' },
      consequence: { state: 'proposed' },
    });
    expect(commitmentOf(all, 'c4').agreement.state).toBe('agreed');
    expect(commitmentOf(all, 'c2').agreement.state).toBe('unanswered');
    const one = later().command(BILL, { type: 'agree', commitments: ['c4'], consequence: 'fair' });
    expect(commitmentOf(one, 'c1').agreement.state).toBe('unanswered');
  });

  test('with "fair" accepts the consequence too; where none was proposed there is none', () => {
    const fair = later().command(BILL, { type: 'agree', consequence: 'fair' });
    expect(commitmentOf(fair, 'c1').consequence).toMatchObject({
      state: 'agreed',
      words: 'We look at the price list together.',
    });
    expect(commitmentOf(fair, 'c4').consequence.state).toBe('none');
  });

  test('a second tap brings nothing; "fair" after a plain yes brings the consequence', () => {
    const once = later().command(BILL, { type: 'agree' });
    expect(brings(once, BILL, { type: 'agree' })).toEqual([]);
    expect(brings(once, BILL, { type: 'agree', consequence: 'fair' })).toEqual(['agreed']);
    const fair = once.command(BILL, { type: 'agree', consequence: 'fair' });
    expect(brings(fair, BILL, { type: 'agree', consequence: 'fair' })).toEqual([]);
  });

  test('submitting was the manager’s own yes', () => {
    expect(commitmentOf(talk(), 'c3')).toMatchObject({
      agreement: { state: 'agreed' },
      consequence: { state: 'agreed' },
    });
    expect(brings(later(), DANA, { type: 'agree' })).toEqual([]);
  });

  test('only for one’s own, and only in time', () => {
    expect(brings(later(), BILL, { type: 'agree', commitments: ['c2'] })).toEqual([NOT_YOURS]);
    expect(brings(later(), BILL, { type: 'agree', commitments: ['c9'] })).toEqual([GONE]);
    expect(brings(later(), PAT, { type: 'agree' })).toEqual([
      'commitment: You have no commitment in this conversation.',
    ]);
    const late = talk().at('2027-01-15T17:00');
    expect(brings(late, MEI, { type: 'agree' })).toEqual([
      'commitment: Its due date has passed. Say whether it is done, or propose another date.',
    ]);
    expect(late.decision(BILL, { type: 'agree' })).toMatchObject([{ commitments: ['c4'] }]);
  });

  test('what was let go needs no yes any more', () => {
    const released = later().command(DANA, { type: 'verdict', commitment: 'c2', verdict: 'released' });
    expect(brings(released, MEI, { type: 'agree' })).toEqual([]);
  });
});

describe('ask for a change', () => {
  const ask = { type: 'ask-change', commitments: ['c1'], words: 'Friday is too early.' };

  test('takes the yes back and waits for the manager', () => {
    const asked = agreedTalk().command(BILL, ask);
    expect(commitmentOf(asked, 'c1')).toMatchObject({
      agreement: { state: 'change-asked' },
      requests: [{ kind: 'words', words: 'Friday is too early.', by: BILL, answered: false }],
    });
  });

  test('a second tap brings nothing, other words take the place of the first', () => {
    const asked = later().command(BILL, ask);
    expect(brings(asked, BILL, ask)).toEqual([]);
    const again = asked.command(BILL, { ...ask, words: 'And too late.' });
    expect(commitmentOf(again, 'c1').requests.map(({ answered }) => answered)).toEqual([true, false]);
  });

  test('agreeing after all answers it', () => {
    const asked = later().command(BILL, ask).command(BILL, { type: 'agree' });
    expect(commitmentOf(asked, 'c1').requests).toMatchObject([{ answered: true }]);
  });

  test('not for others’, and not after the verdict', () => {
    expect(brings(later(), MEI, ask)).toEqual([NOT_YOURS]);
    const kept = later().command(BILL, { type: 'report', commitment: 'c1', kept: true });
    expect(brings(kept, BILL, ask)).toEqual([
      'commitment: There is a verdict on this already. Talk about it at the check-in.',
    ]);
  });

  test('the manager’s answer asks the owner anew, and who asked is told', () => {
    const asked = agreedTalk().command(BILL, ask);
    for (const accept of [true, false]) {
      const answered = asked.command(DANA, { type: 'answer-change', commitment: 'c1', accept, words: 'Ok.' });
      expect(commitmentOf(answered, 'c1').agreement.state).toBe('unanswered');
      expect(answered.conversation.changes).toMatchObject([{ what: 'answered', to: [BILL], after: 'Ok.' }]);
    }
  });
});

describe('an answer to what was asked', () => {
  test('comes from the other side, once', () => {
    const proposed = later().command(BILL, { type: 'propose-date', commitment: 'c1', dueBy: '2027-01-22' });
    const request = commitmentOf(proposed, 'c1').requests[0]?.fact;
    const answer = { type: 'answer-change', commitment: 'c1', request, accept: true };
    expect(brings(proposed, BILL, answer)).toEqual(['request: This is for the other side to answer.']);
    expect(brings(proposed, MEI, answer)).toEqual(['request: This is for the other side to answer.']);
    const answered = proposed.command(DANA, answer);
    expect(brings(answered, DANA, answer)).toEqual([]);
    expect(brings(answered, DANA, { ...answer, accept: false })).toEqual([
      'request: Nothing is waiting for your answer here. It may have been answered or taken back.',
    ]);
  });

  test('without anything asked is refused', () => {
    const answer = { type: 'answer-change', commitment: 'c1', accept: true };
    const nothing =
      'request: Nothing is waiting for your answer here. It may have been answered or taken back.';
    expect(brings(later(), DANA, answer)).toEqual([nothing]);
    expect(brings(later(), DANA, { ...answer, request: 99 })).toEqual([nothing]);
    expect(brings(later(), DANA, { ...answer, commitment: 'c9' })).toEqual([GONE]);
  });

  test('a proposed date that has passed can only be declined', () => {
    const proposed = later()
      .command(BILL, { type: 'propose-date', commitment: 'c1', dueBy: '2027-01-12' })
      .at('2027-01-13T09:00');
    const answer = { type: 'answer-change', commitment: 'c1', accept: true };
    expect(brings(proposed, DANA, answer)).toEqual([
      'request: The proposed date has passed. Decline it, or agree on another one.',
    ]);
    expect(brings(proposed, DANA, { ...answer, accept: false })).toEqual(['requestAnswered']);
  });

  test('a new date that both agreed on when they talked answers the one that was proposed', () => {
    const moved = agreedTalk()
      .command(BILL, { type: 'propose-date', commitment: 'c1', dueBy: '2027-01-20' })
      .command(DANA, { type: 'renegotiate', commitment: 'c1', dueBy: '2027-01-22' });
    expect(commitmentOf(moved, 'c1')).toMatchObject({
      due: { wall: '2027-01-22T17:00' },
      requests: [{ answered: true }],
    });
    expect(moved.plan().find(({ kind }) => kind === 'due-check')).toMatchObject({ skipped: undefined });
  });
});
