import { describe, expect, test } from 'vitest';
import { agreedTalk, BILL, brings, commitmentOf, DANA, later } from './talk.ts';

// c1 is Bill's, due Friday 15 January at the end of his day; c3 is Dana's.
const propose = (dueBy: string, commitment = 'c1') => ({ type: 'propose-date', commitment, dueBy });
const renegotiate = (dueBy: string) => ({ type: 'renegotiate', commitment: 'c1', dueBy });
const amendDue = (id: string, dueBy: string) => ({ type: 'amend', change: [{ id, dueBy }] });

const SOON =
  'It is due soon, and a later date needs one working day’s notice. Say how it went once it is due, and talk about what comes next.';
const PASSED = 'Its due date has passed. Say first how it ended; what comes next is agreed when you talk.';

describe('a later date', () => {
  test('can be asked for until one working day before due, and waits for the other side’s yes', () => {
    const inTime = agreedTalk().at('2027-01-14T17:00');
    expect(brings(inTime, BILL, propose('2027-01-20'))).toEqual(['dateProposed']);
    const asked = inTime.command(BILL, propose('2027-01-20'));
    expect(commitmentOf(asked, 'c1').due?.wall).toBe('2027-01-15T17:00');
  });

  test('is refused after that, whoever wants it and however it is typed', () => {
    const late = agreedTalk().at('2027-01-14T17:01');
    expect(brings(late, BILL, propose('2027-01-20'))).toEqual([`dueBy: ${SOON}`]);
    expect(brings(late, DANA, renegotiate('2027-01-20'))).toEqual([`dueBy: ${SOON}`]);
    expect(brings(late, DANA, amendDue('c1', '2027-01-20'))).toEqual([`change[0].dueBy: ${SOON}`]);
  });

  test('is refused once it is due: that is a miss, and a new date comes after it', () => {
    const due = agreedTalk().at('2027-01-15T17:01');
    expect(brings(due, BILL, propose('2027-01-20'))).toEqual([`dueBy: ${PASSED}`]);
    expect(brings(due, DANA, renegotiate('2027-01-20'))).toEqual([`dueBy: ${PASSED}`]);
    const missed = due.command(DANA, { type: 'verdict', commitment: 'c1', verdict: 'missed' });
    expect(brings(missed, DANA, renegotiate('2027-01-20'))).toEqual(['renegotiated']);
  });

  test('follows from what was asked in time, however late the answer is', () => {
    const asked = agreedTalk()
      .at('2027-01-14T10:00')
      .command(BILL, propose('2027-01-20'))
      .at('2027-01-15T18:00');
    expect(brings(asked, DANA, renegotiate('2027-01-21'))).toEqual(['renegotiated']);
    expect(brings(asked, DANA, { type: 'answer-change', commitment: 'c1', accept: true })).toEqual([
      'requestAnswered',
    ]);
  });

  test('needs no notice while nobody has said yes, nor for somebody who is away when it is due', () => {
    expect(brings(later().at('2027-01-15T12:00'), BILL, propose('2027-01-20'))).toEqual(['dateProposed']);
    const away = agreedTalk()
      .command(DANA, { type: 'pause', person: BILL, from: '2027-01-14', until: '2027-01-19' })
      .at('2027-01-20T09:30');
    expect(brings(away, BILL, propose('2027-01-27'))).toEqual(['dateProposed']);
  });

  test('of the manager’s own is said yes to by a participant, never by an amendment', () => {
    expect(brings(agreedTalk(), DANA, amendDue('c3', '2027-01-22'))).toEqual([
      'change[0].dueBy: This one is yours: propose the later date, and one of the people you talked with says yes to it.',
    ]);
    expect(brings(agreedTalk(), DANA, propose('2027-01-22', 'c3'))).toEqual(['dateProposed']);
  });
});

test('another action needs the same notice, as it may be a smaller one', () => {
  const reword = { type: 'amend', change: [{ id: 'c1', action: 'Call before some of them.' }] };
  expect(brings(agreedTalk().at('2027-01-14T17:00'), DANA, reword)).toEqual(['amended']);
  expect(brings(agreedTalk().at('2027-01-14T17:01'), DANA, reword)).toEqual([
    `change[0].action: ${SOON.replace('a later date', 'another action')}`,
  ]);
});

describe('an earlier date', () => {
  test('of one’s own holds at once, on the last day too, and can be taken back for two minutes', () => {
    const sooner = agreedTalk().at('2027-01-15T10:00').command(BILL, propose('2027-01-15T15:00'));
    expect(commitmentOf(sooner, 'c1')).toMatchObject({
      due: { wall: '2027-01-15T15:00' },
      agreement: { state: 'agreed' },
      requests: [],
    });
    const back = sooner.at('2027-01-15T10:01').command(BILL, { type: 'undo' });
    expect(commitmentOf(back, 'c1').due?.wall).toBe('2027-01-15T17:00');
  });

  test('for somebody else is theirs to say yes to', () => {
    const amended = agreedTalk().command(DANA, amendDue('c1', '2027-01-13'));
    expect(commitmentOf(amended, 'c1').agreement.state).toBe('unanswered');
  });
});
