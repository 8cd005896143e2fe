import { describe, expect, test } from 'vitest';
import { participantCommandSchema } from '../../../functions/domain/commands.ts';
import { fieldErrors } from '../../../functions/domain/record.ts';
import { agreedTalk, BILL, brings, commitmentOf, DANA, MEI, PAT, talk } from './talk.ts';

const NOT_YOURS = 'commitment: This one is somebody else’s. Only its owner can say that.';
const GONE = 'commitment: There is no commitment c9 here. It may have been removed; open the page again.';
const later = () => talk().at('2027-01-08T11:00');

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

describe('the consequence', () => {
  const propose = { type: 'propose-consequence', commitment: 'c1', words: 'I tell the customer.' };
  const accept = { type: 'accept-consequence', commitment: 'c1' };

  test('proposed by one side is accepted by the other', () => {
    const proposed = later().command(BILL, propose);
    expect(commitmentOf(proposed, 'c1').consequence).toMatchObject({ state: 'proposed', by: BILL });
    expect(brings(proposed, BILL, accept)).toEqual([
      'commitment: This was proposed on your own side. The other side accepts it.',
    ]);
    expect(brings(proposed, MEI, accept)).toEqual([
      'commitment: Only its owner and the other side agree on a consequence.',
    ]);
    const agreed = proposed.command(DANA, accept);
    expect(commitmentOf(agreed, 'c1').consequence).toMatchObject({
      state: 'agreed',
      words: 'I tell the customer.',
    });
  });

  test('second taps bring nothing', () => {
    const proposed = later().command(BILL, propose);
    expect(brings(proposed, BILL, propose)).toEqual([]);
    expect(brings(proposed.command(DANA, accept), DANA, accept)).toEqual([]);
  });

  test.each(['', ' ', '-', '—'])('%j proposes nothing', (nothing) => {
    const parsed = participantCommandSchema.safeParse({ ...propose, words: nothing });
    expect(parsed.success ? [] : fieldErrors(parsed.error)).toEqual([
      { path: 'words', message: 'Say what should follow.' },
    ]);
  });

  test('where nothing is proposed there is nothing to accept', () => {
    expect(brings(later(), BILL, { ...accept, commitment: 'c4' })).toEqual([
      'commitment: Nothing is proposed yet. Say what should follow.',
    ]);
    expect(brings(later(), BILL, { ...accept, commitment: 'c9' })).toEqual([GONE]);
  });

  test('that both agreed on stands until both agree on another', () => {
    const asked = agreedTalk().command(BILL, propose);
    const stands = { state: 'agreed', words: 'We look at the price list together.' };
    expect(commitmentOf(asked, 'c1').consequence).toMatchObject(stands);
    const declined = asked.command(DANA, { type: 'answer-change', commitment: 'c1', accept: false });
    expect(commitmentOf(declined, 'c1').consequence).toMatchObject(stands);
    const another = { state: 'agreed', words: 'I tell the customer.', by: BILL };
    const accepted = asked.command(DANA, { type: 'answer-change', commitment: 'c1', accept: true });
    expect(commitmentOf(accepted, 'c1').consequence).toMatchObject(another);
    expect(commitmentOf(asked.command(DANA, accept), 'c1').consequence).toMatchObject(another);
  });

  test('proposed anew by the manager is accepted with a yes that finds it fair', () => {
    const asked = agreedTalk().command(DANA, propose);
    expect(brings(asked, BILL, propose)).toEqual(['consequenceProposed']);
    const fair = asked.command(BILL, { type: 'agree', consequence: 'fair' });
    expect(commitmentOf(fair, 'c1').consequence).toMatchObject({ words: 'I tell the customer.', by: DANA });
  });

  test('of the manager’s own: any one participant accepts it, who proposed it does not', () => {
    const own = { ...propose, commitment: 'c3' };
    const proposed = later().command(DANA, own);
    const accepting = { ...accept, commitment: 'c3' };
    expect(brings(proposed, MEI, accepting)).toEqual(['consequenceAccepted']);
    expect(brings(proposed, PAT, accepting)).toHaveLength(1);
    const participants = later().command(MEI, { ...own, words: 'Coffee for all.' });
    expect(brings(participants, BILL, accepting)).toEqual([
      'commitment: This was proposed on your own side. The other side accepts it.',
    ]);
    expect(brings(participants, DANA, accepting)).toEqual(['consequenceAccepted']);
  });
});

describe('another due date', () => {
  const propose = { type: 'propose-date', commitment: 'c1', dueBy: '2027-01-22' };

  test('proposed by its owner moves the date once the manager accepts', () => {
    const proposed = later().command(BILL, propose);
    expect(commitmentOf(proposed, 'c1').due?.wall).toBe('2027-01-15T17:00');
    const accepted = proposed.command(DANA, { type: 'answer-change', commitment: 'c1', accept: true });
    expect(commitmentOf(accepted, 'c1')).toMatchObject({
      due: { wall: '2027-01-22T17:00' },
      agreement: { state: 'agreed' },
    });
    const declined = proposed.command(DANA, { type: 'answer-change', commitment: 'c1', accept: false });
    expect(commitmentOf(declined, 'c1').due?.wall).toBe('2027-01-15T17:00');
  });

  test('a second tap brings nothing, nor does the date that stands', () => {
    expect(brings(later().command(BILL, propose), BILL, propose)).toEqual([]);
    expect(brings(later(), BILL, { ...propose, dueBy: '2027-01-15T17:00' })).toEqual([]);
  });

  test('accepted, it answers what was not right before', () => {
    const both = later()
      .command(BILL, { type: 'ask-change', commitments: ['c1'], words: 'Too early.' })
      .command(BILL, propose)
      .command(DANA, { type: 'answer-change', commitment: 'c1', accept: true });
    expect(commitmentOf(both, 'c1').requests.every(({ answered }) => answered)).toBe(true);
  });

  test.each([
    ['2027-01-07', 'dueBy: The due date is in the past. Choose a moment from now on.'],
    ['soon', 'dueBy: Write a date such as 2027-01-15, or date and time such as 2027-01-15T17:00.'],
    ['2029-06-01', 'dueBy: The due date is more than two years ahead. Choose an earlier one.'],
  ])('%s is refused', (dueBy, error) => {
    expect(brings(later(), BILL, { ...propose, dueBy })).toEqual([error]);
  });

  test('needs a reading where the clocks change', () => {
    const dueBy = '2027-03-28T02:30';
    expect(brings(later(), BILL, { ...propose, dueBy })[0]).toMatch(/^dueBy: .* Set dueReading to "earlier"/);
    expect(brings(later(), BILL, { ...propose, dueBy, dueReading: 'later' })).toEqual(['dateProposed']);
  });

  test('not before the start, not for others’, not after a verdict', () => {
    const starts = talk({
      commitments: [
        { owner: 'bill@acme.example', action: 'x', startBy: '2027-01-20', dueBy: '2027-01-25' },
        { owner: 'mei@acme.example', action: 'x', dueBy: '2027-01-25' },
      ],
    });
    expect(brings(starts, BILL, { ...propose, dueBy: '2027-01-19' })).toEqual([
      'dueBy: Due before it starts. Choose a later date.',
    ]);
    expect(brings(later(), MEI, propose)).toEqual([NOT_YOURS]);
    const missed = agreedTalk().command(BILL, { type: 'report', commitment: 'c1', kept: false });
    expect(brings(missed, BILL, propose)).toEqual([
      'commitment: There is a verdict on this already. Agree on a new date when you talk.',
    ]);
  });

  test('of the manager’s own: any one participant accepts it', () => {
    const proposed = later().command(DANA, { ...propose, commitment: 'c3' });
    const answer = { type: 'answer-change', commitment: 'c3', accept: true };
    expect(brings(proposed, DANA, answer)).toHaveLength(1);
    expect(brings(proposed, PAT, answer)[0]).toMatch(/^request: /);
    const accepted = proposed.command(MEI, answer);
    expect(commitmentOf(accepted, 'c3').due?.wall).toBe('2027-01-22T17:00');
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
