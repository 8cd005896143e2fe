import type { Instant } from './instant.ts';
import { addDays, type DayNumber, dateOf, dayOfDate, weekdayOf } from './wall-time.ts';
import { dayAt, openingOnOrAfter, type WorkCalendar } from './working-time.ts';

const WEEK_DAYS = 7;
// Whoever works on no day of so many weeks has no week to be told of.
const WEEKS_AHEAD = 52;

/** The opening of the first working day of a week, named by the date of its Monday; undefined for a week without one. */
export function digestAt(calendar: WorkCalendar, week: string): Instant | undefined {
  const monday = dayOfDate(week);
  const at = openingOnOrAfter(calendar, monday);
  return dayAt(calendar, at) < addDays(monday, WEEK_DAYS) ? at : undefined;
}

function mondayOf(day: DayNumber): DayNumber {
  return addDays(day, 1 - weekdayOf(day));
}

/** The next week whose first opening lies after a moment, named by the date of its Monday. */
export function nextWeek(calendar: WorkCalendar, after: Instant): string | undefined {
  const monday = mondayOf(dayAt(calendar, after));
  const weeks = Array.from({ length: WEEKS_AHEAD }, (_, n) => dateOf(addDays(monday, n * WEEK_DAYS)));
  return weeks.find((week) => {
    const at = digestAt(calendar, week);
    return at !== undefined && at > after;
  });
}
