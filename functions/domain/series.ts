import type { Person } from './conversation.ts';
import type { Series, When } from './facts.ts';
import { type Instant, MINUTE } from './instant.ts';
import {
  addDays,
  atMinute,
  type DayNumber,
  dateOf,
  dayOf,
  dayOfDate,
  localOf,
  type WallTime,
  wallOf,
  weekdayOf,
} from './wall-time.ts';
import { isWorkingDay, shiftDayAt } from './working-time.ts';
import { momentAt } from './zone.ts';

/** So often at most; who needs more plans anew. */
const OCCURRENCES_LIMIT = 60;
const WEEK = 7;
// The second day of two a week: half a week on, or as near to it as everybody works.
const HALF_A_WEEK = [3, 4, 2, 5, 1, 6];

type Begin = { at: When; people: readonly Person[] };

/** The wall time on a day of what began at `at`. */
function onDay(at: When, day: DayNumber): WallTime {
  const begin = localOf(at.wall);
  return wallOf(atMinute(day, (begin - atMinute(dayOf(begin), 0)) / MINUTE));
}

/** Whether a person works on the day of such a talk; holidays count as days on which they do, where they are left out. */
function works({ calendar }: Person, at: When, day: DayNumber, holidays = calendar.holidays): boolean {
  const mine = { ...calendar, holidays };
  return isWorkingDay(mine, shiftDayAt(mine, momentAt(at.zone, localOf(onDay(at, day)))));
}

const NO_HOLIDAYS: ReadonlySet<string> = new Set();

/** Who does not work on a day, ever or because it is a holiday. */
export function awayOn({ at, people }: Begin, day: DayNumber): Person | undefined {
  return people.find((person) => !works(person, at, day));
}

function weekdaysOf({ at, people }: Begin, cadence: Series['cadence']): number[] {
  const first = dayOf(localOf(at.wall));
  const isShared = (offset: number) =>
    people.every((person) => works(person, at, addDays(first, offset), NO_HOLIDAYS));
  const weekday = (offset: number) => weekdayOf(addDays(first, offset));
  const sorted = (offsets: readonly number[]) => offsets.map(weekday).sort((a, b) => a - b);
  switch (cadence) {
    case 'daily':
      return sorted(Array.from({ length: WEEK }, (_, offset) => offset).filter(isShared));
    case 'twice-a-week':
      return sorted([0, ...HALF_A_WEEK.filter(isShared).slice(0, 1)]);
    case 'weekly':
      return [weekday(0)];
  }
}

function daysOf({ wall }: When, { days, until }: Pick<Series, 'days' | 'until'>): DayNumber[] {
  const first = dayOf(localOf(wall));
  const length = Math.max(0, dayOfDate(until) - first + 1);
  return Array.from({ length }, (_, offset) => addDays(first, offset)).filter((day) =>
    days.includes(weekdayOf(day)),
  );
}

/**
 * A series from its first talk on: on days on which everybody in it works, at most until a day and so often; it ends with
 * its last talk. The holidays between are left out.
 */
export function seriesOf(begin: Begin, cadence: Series['cadence'], until: string): Series {
  const days = weekdaysOf(begin, cadence);
  const all = daysOf(begin.at, { days, until });
  const taken = all.filter((day) => !awayOn(begin, day)).slice(0, OCCURRENCES_LIMIT);
  const last = taken.at(-1) ?? dayOf(localOf(begin.at.wall));
  const skip = all.filter((day) => day < last && !taken.includes(day));
  return { cadence, days, until: dateOf(last), skip: skip.map(dateOf) };
}

/** When each talk of a series begins, on the wall of its zone. */
export function occurrencesOf(at: When, series: Series): WallTime[] {
  return daysOf(at, series)
    .filter((day) => !series.skip.includes(dateOf(day)))
    .map((day) => onDay(at, day));
}

/** The days left out, as the times at which a talk would have begun. */
export function skippedOf(at: When, { skip }: Series): WallTime[] {
  return skip.map((date) => onDay(at, dayOfDate(date)));
}

/** When the last talk of a series begins. */
export function lastOf(at: When, series: Series): Instant {
  return momentAt(at.zone, localOf(onDay(at, dayOfDate(series.until))));
}
