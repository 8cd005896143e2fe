import type { When } from './facts.ts';
import { DAY, type Instant, toIso } from './instant.ts';
import { momentOf } from './moments.ts';
import { dayOfDate, isPlainDate, isWallTime, wallOf } from './wall-time.ts';
import { endOfDay, type WorkCalendar } from './working-time.ts';
import { localAt, type Reading, readings } from './zone.ts';

export const LONGEST_AHEAD_DAYS = 730;
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
  /** The name of the field that chooses a reading, for the message. */
  readingField: string;
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
  return (
    `${wall.replace('T', ' ')} ${why} in ${zone}, because the clocks change. Set ${input.readingField} to "earlier" ` +
    `(${first}, ${toIso(earlier)}) or "later" (${second}, ${toIso(later)}).`
  );
}

function dateOnly(input: WhenInput, typed: string): When {
  const zone = input.calendar.zone;
  const day = dayOfDate(typed);
  const wall = input.dateMeans === 'day' ? `${typed}T00:00` : wallOf(endOfDay(input.calendar, day));
  return { wall, zone, dateOnly: true };
}

/** Reads a typed date or wall time. Refuses what does not exist, and a time that the clocks skip or repeat. */
export function readWhen(input: WhenInput): When | { problem: string } {
  const typed = input.typed.trim().replace(/^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}):00$/, '$1');
  if (isPlainDate(typed)) return dateOnly(input, typed);
  if (!isWallTime(typed)) return { problem: FORMAT };
  const problem = ambiguous(input, typed, input.zone);
  if (problem) return { problem };
  return input.reading
    ? { wall: typed, zone: input.zone, reading: input.reading }
    : { wall: typed, zone: input.zone };
}

/** Why a moment that has to lie ahead does not, or lies too far ahead; undefined when it is fine. */
export function notAhead(when: When, now: Instant, what: string): string | undefined {
  const moment = momentOf(when);
  if (moment <= now) return `${what} is in the past. Choose a moment from now on.`;
  if (moment > now + LONGEST_AHEAD_DAYS * DAY)
    return `${what} is more than two years ahead. Choose an earlier one.`;
  return undefined;
}
