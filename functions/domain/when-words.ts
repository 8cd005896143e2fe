import {
  addDays,
  type DayNumber,
  dateOf,
  dayOfDate,
  isPlainDate,
  isWallTime,
  weekdayOf,
} from './wall-time.ts';

type Answer = { iso: string } | { problem: string };

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const COUNTS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

const UNREAD =
  'Write a day such as “Friday”, “15 January” or “in a week”, and a time if it matters: “17:00”.';

/** Three letters are enough to know a weekday or a month: 1 for the first, 0 for none. */
function placeIn(names: readonly string[], word: string): number {
  return word.length < 3 ? 0 : names.findIndex((name) => name.startsWith(word)) + 1;
}

function countOf(word: string): number | undefined {
  if (word === 'a' || word === 'an') return 1;
  const spelled = COUNTS.indexOf(word);
  if (spelled >= 0) return spelled;
  return /^\d{1,3}$/.test(word) ? Number(word) : undefined;
}

const two = (number: number) => String(number).padStart(2, '0');

function dayOfParts(year: number, month: number, day: number): DayNumber | undefined {
  const text = `${year}-${two(month)}-${two(day)}`;
  return isPlainDate(text) ? dayOfDate(text) : undefined;
}

function yearOf(day: DayNumber): number {
  return Number(dateOf(day).slice(0, 4));
}

/** A day of a month without its year is the next one; 29 February may be years away. */
function comingDate(month: number, day: number, today: DayNumber): DayNumber | undefined {
  const years = Array.from({ length: 9 }, (_, ahead) => yearOf(today) + ahead);
  return years
    .map((year) => dayOfParts(year, month, day))
    .find((date) => date !== undefined && date >= today);
}

/** The day of the month that comes next: "the 15th". */
function comingDay(day: number, today: DayNumber): DayNumber | undefined {
  const month = Number(dateOf(today).slice(5, 7));
  const ahead = Array.from({ length: 12 }, (_, n) => month - 1 + n);
  return ahead
    .map((n) => dayOfParts(yearOf(today) + Math.floor(n / 12), (n % 12) + 1, day))
    .find((date) => date !== undefined && date >= today);
}

function comingWeekday(weekday: number, today: DayNumber): DayNumber {
  return addDays(today, ((weekday - weekdayOf(today) + 6) % 7) + 1);
}

/** So many months on; a day that the month does not have is its last. */
function monthsOn(months: number, today: DayNumber): DayNumber {
  const [year = 0, month = 0, day = 0] = dateOf(today).split('-').map(Number);
  const whole = month - 1 + months;
  const at = (date: number) => dayOfParts(year + Math.floor(whole / 12), (whole % 12) + 1, date);
  return at(day) ?? at(30) ?? at(29) ?? at(28) ?? today;
}

function inWords(words: string, today: DayNumber): DayNumber | undefined {
  const [, count = '', unit = ''] =
    /^in (\w+) (day|week|month)s?$/.exec(words) ??
    /^(\w+) (day|week|month)s? from (?:now|today)$/.exec(words) ??
    [];
  const number = countOf(count);
  if (number === undefined) return undefined;
  if (unit === 'month') return monthsOn(number, today);
  return addDays(today, unit === 'week' ? 7 * number : number);
}

function named(words: string, today: DayNumber): DayNumber | undefined {
  if (words === '' || words === 'today') return today;
  if (words === 'tomorrow') return addDays(today, 1);
  if (/^(the )?day after tomorrow$/.test(words)) return addDays(today, 2);
  if (/^(the )?end of (the|this) week$/.test(words)) {
    const friday = addDays(today, 5 - weekdayOf(today));
    return friday < today ? addDays(friday, 7) : friday;
  }
  if (/^(the )?end of (the|this) month$/.test(words)) {
    const next = monthsOn(1, today);
    return addDays(next, -Number(dateOf(next).slice(8)));
  }
  return undefined;
}

function weekday(words: string, today: DayNumber): DayNumber | undefined {
  const [, which = '', name = ''] = /^(this |next |coming )?([a-z]+)$/.exec(words) ?? [];
  const wanted = placeIn(WEEKDAYS, name);
  if (wanted === 0) return undefined;
  // "Next Friday" is the one of the week after this one, whichever day it is today.
  if (which === 'next ') return addDays(today, 7 - weekdayOf(today) + wanted);
  return comingWeekday(wanted, today);
}

function numeric(words: string, today: DayNumber): DayNumber | { problem: string } | undefined {
  const [all, first = '', mark = '', second = '', year] =
    /^(\d{1,2})([./])(\d{1,2})(?:[./](\d{4}))?\.?$/.exec(words) ?? [];
  if (all === undefined) return undefined;
  const [one, other] = [Number(first), Number(second)];
  // With dots the day stands first everywhere; with slashes that depends on the country.
  if (mark === '/' && one <= 12 && other <= 12 && one !== other)
    return { problem: `“${words}” can be two days. Write the month as a word.` };
  const [day, month] = mark === '/' && other > 12 ? [other, one] : [one, other];
  return year === undefined ? comingDate(month, day, today) : dayOfParts(Number(year), month, day);
}

function monthDay(words: string, today: DayNumber): DayNumber | { problem: string } | undefined {
  const bare = words
    .replace(/^the /, '')
    .replace(/(\d)(st|nd|rd|th)\b/, '$1')
    .replace(' of ', ' ');
  const [, only] = /^(\d{1,2})$/.exec(bare) ?? [];
  if (only !== undefined) return comingDay(Number(only), today);
  const [, a = '', b = '', year] =
    /^(?:[a-z]{3,9}\.? )?(\d{1,2})\.? ([a-z]{3,9})\.?(?: (\d{4}))?$/.exec(bare) ??
    /^(?:[a-z]{3,9}\.? )?([a-z]{3,9})\.? (\d{1,2})(?: (\d{4}))?$/.exec(bare) ??
    [];
  const [day, month] = /^\d/.test(a) ? [Number(a), placeIn(MONTHS, b)] : [Number(b), placeIn(MONTHS, a)];
  if (month === 0) return undefined;
  const date = year === undefined ? comingDate(month, day, today) : dayOfParts(Number(year), month, day);
  const [, said = ''] = /^([a-z]{3,9})\.? /.exec(bare) ?? [];
  const claimed = placeIn(WEEKDAYS, said);
  if (date === undefined || claimed === 0 || claimed === weekdayOf(date)) return date;
  const name = WEEKDAYS[weekdayOf(date) - 1] ?? '';
  return {
    problem: `${dateOf(date).slice(0, 4)} has that day on a ${name[0]?.toUpperCase()}${name.slice(1)}. Which do you mean?`,
  };
}

type Split = { day: string; time: string | undefined };

function clock(hour: string, minute: string | undefined, half: string | undefined): string | undefined {
  const typed = Number(hour);
  const h = half === undefined ? typed : typed > 12 ? 24 : (typed % 12) + (half === 'pm' ? 12 : 0);
  const m = Number(minute ?? '0');
  return h < 24 && m < 60 ? `${two(h)}:${two(m)}` : undefined;
}

const LAST_TIME = [
  /^(.*?)(?:^|\s)(?:at )?(\d{1,2})[:h](\d{2})\s?(am|pm)?$/,
  /^(.*?)(?:^|\s)(?:at )?(\d{1,2})()\s?(am|pm)$/,
  /^(.*?)(?:^|\s)at (\d{1,2})()()$/,
];
const FIRST_TIME = /^(?:at )?(\d{1,2})[:h](\d{2})\s?(am|pm)? (?:on )?(.+)$/;

/** What of a text is the time of day; undefined when there is one that no clock shows. */
function splitTime(words: string): Split | undefined {
  const noon = /^(.*?)\s?(?:at )?noon$/.exec(words);
  if (noon) return { day: noon[1] ?? '', time: '12:00' };
  const last = LAST_TIME.map((pattern) => pattern.exec(words)).find((match) => match !== null);
  const first = FIRST_TIME.exec(words);
  if (!last && !first) return { day: words, time: undefined };
  const [hour = '', minute, half] = (last ? last.slice(2) : first?.slice(1)) ?? [];
  const time = clock(hour, minute || undefined, half || undefined);
  const day = (last ? last[1] : first?.[4]) ?? '';
  return time === undefined ? undefined : { day: day.trim(), time };
}

/**
 * Reads a moment in plain English as seen from a day, as "2027-01-15" or "2027-01-15T17:00": "Friday", "in a week",
 * "15 January", "tomorrow 17:00"; what is written that way already stays. Weekdays and days without a year are the next
 * ones. What may be two days, or none, is a problem in words.
 */
export function whenOfWords(typed: string, today: DayNumber): Answer {
  const exact = typed.trim().replace(/^(\S{10}) (?=\d\d:\d\d$)/, '$1T');
  if (isPlainDate(exact) || isWallTime(exact)) return { iso: exact };
  const words = typed
    .toLowerCase()
    .replace(/[,\s]+/g, ' ')
    .trim()
    .replace(/^(?:on|by|until|before) /, '');
  const split = splitTime(words);
  if (words === '' || split === undefined) return { problem: UNREAD };
  const { day: said, time } = split;
  const day =
    named(said, today) ??
    inWords(said, today) ??
    weekday(said, today) ??
    numeric(said, today) ??
    monthDay(said, today) ??
    (isPlainDate(said) ? dayOfDate(said) : undefined);
  if (day === undefined) return { problem: UNREAD };
  if (typeof day === 'object') return day;
  return { iso: time === undefined ? dateOf(day) : `${dateOf(day)}T${time}` };
}
