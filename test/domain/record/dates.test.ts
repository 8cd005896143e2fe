import { describe, expect, test } from 'vitest';
import { momentOf } from '../../../functions/domain/moments.ts';
import { body, errorsOf, recordedAs } from './sample.ts';

const FORMAT = 'Write a date such as 2027-01-15, or date and time such as 2027-01-15T17:00.';
const due = (changes: Record<string, unknown>) => body({}, changes);

function dueOf(input: unknown, now?: string) {
  const when = recordedAs(input, now).commitments[0]?.due;
  if (!when) throw new Error('no due date');
  return { ...when, utc: new Date(momentOf(when)).toISOString() };
}

describe('due dates', () => {
  test.each([
    'tomorrow',
    '15-01-2027',
    '2027-1-15',
    '2027-02-29',
    '2027-13-01',
    '2027-01-15T24:00',
    '2027-01-15T17:60',
    '2027-01-15T17:00Z',
    '2027-01-15T17:00+01:00',
    '2027-01-15 17:00',
    '+012027-01-15',
    '',
  ])('%j is no date', (dueBy) => {
    expect(errorsOf(due({ dueBy }))).toEqual([`commitments[0].dueBy: ${FORMAT}`]);
  });

  test.each(['0000-01-01', '1899-12-31T23:59', '9999-12-31'])('%s is a slip of the pen', (dueBy) => {
    expect(errorsOf(due({ dueBy }))).toEqual(['commitments[0].dueBy: That year cannot be right. Check it.']);
    expect(errorsOf(due({ startBy: dueBy }))).toEqual([
      'commitments[0].startBy: That year cannot be right. Check it.',
    ]);
  });

  test('lie ahead, and within two years', () => {
    const past = 'commitments[0].dueBy: The due date is in the past. Choose a moment from now on.';
    expect(errorsOf(due({ dueBy: '2027-01-07' }))).toEqual([past]);
    expect(errorsOf(due({ dueBy: '2027-01-08T10:00' }))).toEqual([past]);
    expect(errorsOf(due({ dueBy: '2027-01-08T10:01' }))).toEqual([]);
    expect(errorsOf(due({ dueBy: '2029-01-09' }))).toEqual([
      'commitments[0].dueBy: The due date is more than two years ahead. Choose an earlier one.',
    ]);
  });

  test('today is fine until the owner goes home, in the owner’s own hours', () => {
    expect(errorsOf(due({ dueBy: '2027-01-08' }), '2027-01-08T16:59')).toEqual([]);
    expect(errorsOf(due({ dueBy: '2027-01-08' }), '2027-01-08T17:00')).toHaveLength(1);
    const hours = (from: string, to: string) =>
      body(
        {
          participants: [
            { name: 'Bill', email: 'bill@acme.example', workingHours: [{ days: [1, 2, 3, 4, 5], from, to }] },
          ],
        },
        { dueBy: '2027-01-08' },
      );
    expect(errorsOf(hours('06:00', '12:00'), '2027-01-08T13:00')).toHaveLength(1);
    expect(dueOf(hours('22:00', '06:00'), '2027-01-08T18:00').wall).toBe('2027-01-09T06:00');
  });

  test('a date alone ends with the owner’s day in the owner’s zone, whichever zone the talk was in', () => {
    const participants = [{ name: 'Bill', email: 'bill@acme.example', timezone: 'America/New_York' }];
    expect(dueOf(body({ participants }, { dueBy: '2027-01-15' }))).toMatchObject({
      wall: '2027-01-15T17:00',
      zone: 'America/New_York',
      dateOnly: true,
      utc: '2027-01-15T22:00:00.000Z',
    });
    expect(dueOf(body({ participants }, { dueBy: '2027-01-15T17:00' }))).toMatchObject({
      zone: 'Europe/Amsterdam',
      utc: '2027-01-15T16:00:00.000Z',
    });
  });

  test('a date on a day off ends when an ordinary day of theirs would', () => {
    expect(dueOf(due({ dueBy: '2027-01-16' })).wall).toBe('2027-01-16T17:00');
  });

  test('not before the start', () => {
    const early = 'Due before it starts. Choose a later due date or an earlier start.';
    expect(errorsOf(due({ startBy: '2027-01-16', dueBy: '2027-01-15' }))).toEqual([
      `commitments[0].dueBy: ${early}`,
    ]);
    expect(errorsOf(due({ startBy: '2027-01-15T17:00', dueBy: '2027-01-15T16:59' }))).toEqual([
      `commitments[0].dueBy: ${early}`,
    ]);
    expect(errorsOf(due({ startBy: '2027-01-15T17:00', dueBy: '2027-01-15T17:00' }))).toEqual([]);
    expect(errorsOf(due({ startBy: '2027-01-15', dueBy: '2027-01-15' }))).toEqual([]);
  });

  test('are needed once, and not for a habit', () => {
    expect(errorsOf(due({ dueBy: undefined }))).toEqual([
      'commitments[0].dueBy: Say by when, or make it a habit ("habit": true).',
    ]);
    expect(errorsOf(due({ habit: true }))).toEqual([
      'commitments[0].dueBy: A habit has no due date. Leave dueBy out, or habit.',
    ]);
    expect(recordedAs(due({ dueBy: undefined, habit: true })).commitments[0]).not.toHaveProperty('due');
  });

  test('a start is today unless said otherwise, may have passed, and is near', () => {
    expect(recordedAs(due({})).commitments[0]?.start).toEqual({
      wall: '2027-01-08T00:00',
      zone: 'Europe/Amsterdam',
      dateOnly: true,
    });
    expect(errorsOf(due({ startBy: '2026-12-01' }))).toEqual([]);
    expect(errorsOf(due({ startBy: '2024-12-01' }))).toEqual([
      'commitments[0].startBy: The start is more than two years ago. Choose a later one.',
    ]);
    expect(errorsOf(due({ startBy: '2029-12-01' }))[0]).toBe(
      'commitments[0].startBy: The start is more than two years ahead. Choose an earlier one.',
    );
  });
});

describe('a time that the clocks skip or repeat', () => {
  const skipped =
    '2027-03-28 02:30 does not exist in Europe/Amsterdam, because the clocks change. Set dueReading to "earlier" ' +
    '(01:30 on that clock, 2027-03-28T00:30:00.000Z) or "later" (03:30 on that clock, 2027-03-28T01:30:00.000Z).';
  const repeated =
    '2027-10-31 02:30 happens twice in Europe/Amsterdam, because the clocks change. Set dueReading to "earlier" ' +
    '(the first of the two, 2027-10-31T00:30:00.000Z) or "later" (the second of the two, 2027-10-31T01:30:00.000Z).';

  test('is refused with both readings', () => {
    expect(errorsOf(due({ dueBy: '2027-03-28T02:30' }))).toEqual([`commitments[0].dueBy: ${skipped}`]);
    expect(errorsOf(due({ dueBy: '2027-10-31T02:30' }))).toEqual([`commitments[0].dueBy: ${repeated}`]);
  });

  test.each([
    ['2027-03-28T02:30', 'earlier', '2027-03-28T00:30:00.000Z'],
    ['2027-03-28T02:30', 'later', '2027-03-28T01:30:00.000Z'],
    ['2027-10-31T02:30', 'earlier', '2027-10-31T00:30:00.000Z'],
    ['2027-10-31T02:30', 'later', '2027-10-31T01:30:00.000Z'],
    ['2027-06-01T12:00', 'later', '2027-06-01T10:00:00.000Z'],
  ])('%s is accepted as %s', (dueBy, dueReading, utc) => {
    expect(dueOf(due({ dueBy, dueReading }))).toMatchObject({ wall: dueBy, reading: dueReading, utc });
  });

  test('names the field that chooses, for a start and a check-in too', () => {
    const errors = errorsOf(
      body(
        { checkIn: { at: '2027-10-31T02:30' }, laterCheckIns: [{ at: '2027-03-28T02:30' }] },
        { startBy: '2027-03-28T02:30', dueBy: '2027-11-15' },
      ),
    );
    expect(errors).toHaveLength(3);
    expect(errors[0]).toMatch(/^commitments\[0\]\.startBy: .* Set startReading to/);
    expect(errors[1]).toMatch(/^checkIn\.at: .* Set checkIn\.reading to/);
    expect(errors[2]).toMatch(/^laterCheckIns\[0\]\.at: .* Set laterCheckIns\[0\]\.reading to/);
    const chosen = recordedAs(body({ checkIn: { at: '2027-10-31T02:30', reading: 'later' } }));
    expect(chosen.checkIns[0]?.at.reading).toBe('later');
  });

  test('is another time for the recap, which has no reading', () => {
    expect(
      errorsOf(
        body({ sendAt: '2027-03-28T02:30', checkIn: { at: '2027-04-01T09:00' } }, { dueBy: '2027-04-02' }),
      ),
    ).toEqual([
      'sendAt: 2027-03-28 02:30 does not exist in Europe/Amsterdam, because the clocks change. Choose another time.',
    ]);
  });

  test('a date alone is never ambiguous, not even where midnight does not exist', () => {
    const participants = [{ name: 'Bill', email: 'bill@acme.example', timezone: 'Asia/Beirut' }];
    const input = body({ participants }, { startBy: '2027-03-28', dueBy: '2027-03-28' });
    expect(errorsOf(input)).toEqual([]);
  });

  test('a reading is one of two words', () => {
    expect(errorsOf(due({ dueReading: 'first' }))).toEqual([
      'commitments[0].dueReading: Write "earlier" or "later".',
    ]);
  });
});

describe('check-ins', () => {
  test.each([
    ['2027-01-08T10:00', 'The check-in is in the past. Choose a moment from now on.'],
    ['2027-01-18', 'Say at what time, such as 2027-01-18T09:30.'],
    ['soon', FORMAT],
    ['2029-02-01T10:00', 'The check-in is more than two years ahead. Choose an earlier one.'],
  ])('%s is refused', (at, message) => {
    expect(errorsOf(body({ checkIn: { at } }))).toEqual([`checkIn.at: ${message}`]);
    expect(errorsOf(body({ laterCheckIns: [{ at }] }))).toEqual([`laterCheckIns[0].at: ${message}`]);
  });

  test('there is no conversation without one', () => {
    expect(errorsOf(body({ checkIn: undefined }))).toEqual(['checkIn: Fill this in.']);
    expect(errorsOf(body({ checkIn: {} }))).toEqual(['checkIn.at: Fill this in.']);
  });

  test('two at one moment are one too many', () => {
    expect(
      errorsOf(body({ laterCheckIns: [{ at: '2027-02-01T09:30' }, { at: '2027-01-18T09:30' }] })),
    ).toEqual(['laterCheckIns[1].at: There is a check-in at that time already. Choose another time.']);
  });

  test.each([
    [4, 'At least 5 minutes.'],
    [241, 'At most 240 minutes.'],
    [7.5, 'Write a whole number of minutes.'],
    ['15', 'Write a whole number of minutes.'],
  ])('%s minutes are refused', (minutes, message) => {
    expect(errorsOf(body({ checkIn: { at: '2027-01-18T09:30', minutes } }))).toEqual([
      `checkIn.minutes: ${message}`,
    ]);
  });
});

describe('the moment to send', () => {
  test('lies ahead, has a time, and comes before what it announces', () => {
    expect(errorsOf(body({ sendAt: '2027-01-08T09:00' }))).toEqual([
      'sendAt: The moment to send is in the past. Choose a moment from now on.',
    ]);
    expect(errorsOf(body({ sendAt: '2027-01-09' }))).toEqual([
      'sendAt: Say at what time, such as 2027-01-18T09:00.',
    ]);
    const late =
      'sendAt: The recap would leave after a due date or a check-in. Choose an earlier moment to send it.';
    expect(errorsOf(body({ sendAt: '2027-01-16T09:00' }))).toEqual([late]);
    expect(errorsOf(body({ sendAt: '2027-01-18T09:30' }, { dueBy: '2027-02-01' }))).toEqual([late]);
    expect(errorsOf(body({ sendAt: '2027-01-11T08:00' }))).toEqual([]);
  });

  test('is never earlier than the time to take the record back', () => {
    const recorded = recordedAs(body({ undoSeconds: 60 }));
    expect(new Date(recorded.leavesAt).toISOString()).toBe('2027-01-08T09:01:00.000Z');
    const later = recordedAs(body({ undoSeconds: 60, sendAt: '2027-01-11T08:00' }));
    expect(new Date(later.leavesAt).toISOString()).toBe('2027-01-11T07:00:00.000Z');
    expect(errorsOf(body({ undoSeconds: 601 }))).toEqual(['undoSeconds: At most 600.']);
    expect(errorsOf(body({ undoSeconds: 0.5 }))).toEqual(['undoSeconds: Write a whole number.']);
  });
});
