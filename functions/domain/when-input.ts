import type { When } from './facts.ts';
import { DAY, type Instant, toIso } from './instant.ts';
import { momentOf } from './moments.ts';
import { addDays, dateOf, dayOfDate, isPlainDate, isWallTime, wallOf } from './wall-time.ts';
import { endOfDay, type WorkCalendar } from './working-time.ts';
import { localAt, type Reading, readings } from './zone.ts';

const LONGEST_AHEAD_DAYS = 730;
// Dates are reckoned a day or two to either side, and no zone or calendar knows the years at the ends.
const FIRST_YEAR = '1900';
const LAST_YEAR = '2900';
const FORMAT = 'Write a date such as 2027-01-15, or date and time such as 2027-01-15T17:00.';

/** What somebody typed for a moment, and how to read it. */
export type WhenInput = {
  typed: string;
  reading?: Reading | undefined;
  /** The zone of a date with a time: the conversation's. */
  zone: string;
  /** The calendar of a date alone: it means the end of this person's day (timeline rule 1); or its beginning. */
  calendar: WorkCalendar;
  dateMeans: 'end-of-day' | 'day';
  /** The name of the field that chooses a reading, for the message; undefined where there is none. */
  readingField: string | undefined;
};

function clockAt(zone: string, moment: Instant): string {
  return wallOf(localAt(zone, moment)).slice(11);
}

function ambiguous(input: WhenInput, wall: string, zone: string): string | undefined {
  if (input.reading !== undefined || !isWallTime(wall)) return undefined;
  const { kind, earlier, later } = readings(zone, wall);
  if (kind === 'once') return undefined;
  const why = kind === 'skipped' ? 'does not exist' : 'happens twice';
  const [first, second] =
    kind === 'skipped'
      ? [`${clockAt(zone, earlier)} on that clock`, `${clockAt(zone, later)} on that clock`]
      : ['the first of the two', 'the second of the two'];
  const problem = `${wall.replace('T', ' ')} ${why} in ${zone}, because the clocks change.`;
  if (input.readingField === undefined) return `${problem} Choose another time.`;
  return (
    `${problem} Set ${input.readingField} to "earlier" (${first}, ${toIso(earlier)}) ` +
    `or "later" (${second}, ${toIso(later)}).`
  );
}

function dateOnly(input: WhenInput, typed: string): When {
  const zone = input.calendar.zone;
  const day = dayOfDate(typed);
  const wall = input.dateMeans === 'day' ? `${typed}T00:00` : wallOf(endOfDay(input.calendar, day));
  return { wall, zone, dateOnly: true };
}

/** The date that was typed for the end of somebody's day, which at night falls on the day after. */
export function dateTyped(when: When, calendar: WorkCalendar): string {
  const day = dayOfDate(when.wall.slice(0, 10));
  const before = addDays(day, -1);
  return wallOf(endOfDay(calendar, before)) === when.wall ? dateOf(before) : dateOf(day);
}

/** Reads a typed date or wall time. Refuses what does not exist, and a time that the clocks skip or repeat. */
export function readWhen(input: WhenInput): When | { problem: string } {
  const typed = input.typed.trim().replace(/^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}):00$/, '$1');
  const isDate = isPlainDate(typed);
  if (!isDate && !isWallTime(typed)) return { problem: FORMAT };
  if (typed < FIRST_YEAR || typed > LAST_YEAR) return { problem: 'That year cannot be right. Check it.' };
  if (isDate) return dateOnly(input, typed);
  const problem = ambiguous(input, typed, input.zone);
  if (problem) return { problem };
  return input.reading
    ? { wall: typed, zone: input.zone, reading: input.reading }
    : { wall: typed, zone: input.zone };
}

/** Why a moment that may have passed has passed too long ago, or lies too far ahead; undefined when it is fine. */
export function notNear(when: When, now: Instant, what: string): string | undefined {
  const moment = momentOf(when);
  if (moment < now - LONGEST_AHEAD_DAYS * DAY)
    return `${what} is more than two years ago. Choose a later one.`;
  if (moment > now + LONGEST_AHEAD_DAYS * DAY)
    return `${what} is more than two years ahead. Choose an earlier one.`;
  return undefined;
}

/** Why a moment that has to lie ahead does not, or lies too far ahead; undefined when it is fine. */
export function notAhead(when: When, now: Instant, what: string): string | undefined {
  return momentOf(when) <= now
    ? `${what} is in the past. Choose a moment from now on.`
    : notNear(when, now, what);
}
