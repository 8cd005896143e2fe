import { describe, expect, test } from 'vitest';
import { participantCommandSchema } from '../../../functions/domain/commands.ts';
import { readFields } from '../../../functions/domain/read-fields.ts';
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
    expect(readFields(participantCommandSchema, { ...propose, words: nothing })).toEqual({
      errors: [{ path: 'words', message: 'Say what should follow.' }],
    });
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
