import { expect, it } from 'vitest';
import { dayOfDate } from '../../functions/domain/wall-time.ts';
import { whenOfWords } from '../../functions/domain/when-words.ts';

// Friday 8 January 2027.
const read = (typed: string, today = '2027-01-08') => whenOfWords(typed, dayOfDate(today));

it.each([
  ['today', '2027-01-08'],
  ['Tomorrow', '2027-01-09'],
  ['the day after tomorrow', '2027-01-10'],
  ['Monday', '2027-01-11'],
  ['by wed', '2027-01-13'],
  ['Friday', '2027-01-15'],
  ['this Saturday', '2027-01-09'],
  ['next Monday', '2027-01-11'],
  ['next Friday', '2027-01-15'],
  ['in a week', '2027-01-15'],
  ['in two weeks', '2027-01-22'],
  ['In 10 days', '2027-01-18'],
  ['a month from now', '2027-02-08'],
  ['end of the week', '2027-01-08'],
  ['the end of this month', '2027-01-31'],
  ['15 January', '2027-01-15'],
  ['January 15th', '2027-01-15'],
  ['the 15th', '2027-01-15'],
  ['the 5th', '2027-02-05'],
  ['5 Jan', '2028-01-05'],
  ['31 march 2027', '2027-03-31'],
  ['Friday 15 January 2027', '2027-01-15'],
  ['the 1st of March', '2027-03-01'],
  ['29 February', '2028-02-29'],
  ['15.1.', '2027-01-15'],
  ['15.1.2028', '2028-01-15'],
  ['15/1', '2027-01-15'],
  ['1/15/2028', '2028-01-15'],
  ['2027-01-15', '2027-01-15'],
])('reads “%s”', (typed, iso) => {
  expect(read(typed)).toEqual({ iso });
});

it.each([
  ['tomorrow 17:00', '2027-01-09T17:00'],
  ['Friday at 9:30', '2027-01-15T09:30'],
  ['Friday 15 January, 17:00', '2027-01-15T17:00'],
  ['in a week at 5pm', '2027-01-15T17:00'],
  ['12am tomorrow at 8', undefined],
  ['Monday 12 am', '2027-01-11T00:00'],
  ['Monday noon', '2027-01-11T12:00'],
  ['17:30', '2027-01-08T17:30'],
  ['9:00 on Monday', '2027-01-11T09:00'],
  ['Monday at 8', '2027-01-11T08:00'],
  ['2027-01-15 17:00', '2027-01-15T17:00'],
  ['2027-01-15T17:00', '2027-01-15T17:00'],
  ['Monday 25:00', undefined],
  ['Monday 14pm', undefined],
])('reads the time in “%s”', (typed, iso) => {
  expect(read(typed)).toEqual(iso === undefined ? { problem: expect.stringContaining('“Friday”') } : { iso });
});

it('reads a weekday of the week after this one as the next', () => {
  expect(read('next Friday', '2027-01-13')).toEqual({ iso: '2027-01-22' });
  expect(read('Friday', '2027-01-13')).toEqual({ iso: '2027-01-15' });
  expect(read('in a month', '2027-01-31')).toEqual({ iso: '2027-02-28' });
});

it.each([
  '',
  'soon',
  'ASAP',
  '31 February',
  '2027-02-30',
  'in many weeks',
  'Friday the thirteenth',
  'mo',
  '99',
])('says how to write it instead of “%s”', (typed) => {
  expect(read(typed)).toEqual({ problem: expect.stringContaining('“in a week”') });
});

it('asks where two days could be meant', () => {
  expect(read('3/4')).toEqual({ problem: '“3/4” can be two days. Write the month as a word.' });
  expect(read('Monday 15 January 2027')).toEqual({
    problem: '2027 has that day on a Friday. Which do you mean?',
  });
});
