import type { Shift } from './hours.ts';
import { type Instant, latest } from './instant.ts';
import { earlier, joined, type Span } from './span.ts';
import {
  addDays,
  atMinute,
  type DayNumber,
  dateOf,
  dayOf,
  type Local,
  local,
  minutesOf,
  weekdayOf,
} from './wall-time.ts';
import { localAt, momentAt } from './zone.ts';

/** When one person works. Both ends of a shift belong to it; a shift belongs to the day on which it starts. */
export type WorkCalendar = { zone: string; shifts: readonly Shift[]; holidays: ReadonlySet<string> };

// A year without one working day is a broken calendar, not a long holiday.
const LONGEST_SEARCH_DAYS = 400;

/** A shift in minutes after the midnight of the day on which it starts. */
type Minutes = { from: number; to: number };

function minutesOfShift(shift: Shift): Minutes {
  const from = minutesOf(shift.from);
  const to = minutesOf(shift.to);
  return { from, to: to > from ? to : to + 1440 };
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
// Shifts never change once typed, and a plan asks for the same week hundreds of times.
const weeks = new WeakMap<readonly Shift[], readonly (readonly Minutes[])[]>();

function weekOf(shifts: readonly Shift[]): readonly (readonly Minutes[])[] {
  const known = weeks.get(shifts);
  if (known) return known;
  const week = WEEKDAYS.map((weekday) =>
    shifts
      .filter((shift) => shift.days.includes(weekday))
      .map(minutesOfShift)
      .sort((a, b) => a.from - b.from),
  );
  weeks.set(shifts, week);
  return week;
}

const FREE: readonly Minutes[] = [];

function shiftsOn(calendar: WorkCalendar, day: DayNumber): readonly Minutes[] {
  const shifts = weekOf(calendar.shifts)[weekdayOf(day) - 1] ?? FREE;
  return shifts.length === 0 || calendar.holidays.has(dateOf(day)) ? FREE : shifts;
}

export function isWorkingDay(calendar: WorkCalendar, day: DayNumber): boolean {
  return shiftsOn(calendar, day).length > 0;
}

function searchDays<T>(from: DayNumber, step: 1 | -1, find: (day: DayNumber) => T | undefined): T {
  for (let n = 0; n < LONGEST_SEARCH_DAYS; n++) {
    const found = find(addDays(from, n * step));
    if (found !== undefined) return found;
  }
  throw new RangeError(`no working day within ${LONGEST_SEARCH_DAYS} days of ${dateOf(from)}`);
}

function openingOf(calendar: WorkCalendar, day: DayNumber): Instant | undefined {
  const first = shiftsOn(calendar, day)[0];
  return first && momentAt(calendar.zone, atMinute(day, first.from));
}

/** When a shift begins, for whoever waits for it: twice, where the clocks go back over its beginning. */
function beginnings(calendar: WorkCalendar, day: DayNumber, { from }: Minutes): readonly [Instant, Instant] {
  const at = atMinute(day, from);
  return [momentAt(calendar.zone, at), momentAt(calendar.zone, at, 'later')];
}

/** The calendar day on which a moment falls for this person. */
export function dayAt(calendar: WorkCalendar, moment: Instant): DayNumber {
  return dayOf(localAt(calendar.zone, moment));
}

/** The day whose shift a moment belongs to: at 02:00 in a night shift, the day before. */
export function shiftDayAt(calendar: WorkCalendar, moment: Instant): DayNumber {
  const now = localAt(calendar.zone, moment);
  const today = dayOf(now);
  const yesterday = addDays(today, -1);
  return shiftsOn(calendar, yesterday).some(({ to }) => now < atMinute(yesterday, to + 1))
    ? yesterday
    : today;
}

/** True within working hours, both ends included; the last one for its whole minute, in which a wake may come late. */
export function isWorking(calendar: WorkCalendar, moment: Instant): boolean {
  const now = localAt(calendar.zone, moment);
  const today = dayOf(now);
  const covers = (day: DayNumber) =>
    shiftsOn(calendar, day).some(({ from, to }) => atMinute(day, from) <= now && now < atMinute(day, to + 1));
  return covers(today) || covers(addDays(today, -1));
}

/** The first start of a working day strictly after a moment. */
export function nextOpening(calendar: WorkCalendar, after: Instant): Instant {
  return searchDays(dayAt(calendar, after), 1, (day) => {
    const first = shiftsOn(calendar, day)[0];
    return first && beginnings(calendar, day, first).find((start) => start > after);
  });
}

/** The moment itself within working hours, else the next start of a shift. */
export function nextWorkingMoment(calendar: WorkCalendar, moment: Instant): Instant {
  if (isWorking(calendar, moment)) return moment;
  return searchDays(dayAt(calendar, moment), 1, (day) =>
    shiftsOn(calendar, day)
      .flatMap((shift) => beginnings(calendar, day, shift))
      .find((start) => start > moment),
  );
}

/** The opening of a day, or of the last working day before it when it is free. */
export function openingOnOrBefore(calendar: WorkCalendar, day: DayNumber): Instant {
  return searchDays(day, -1, (candidate) => openingOf(calendar, candidate));
}

/** The opening of a day, or of the first working day after it when it is free. */
export function openingOnOrAfter(calendar: WorkCalendar, day: DayNumber): Instant {
  return searchDays(day, 1, (candidate) => openingOf(calendar, candidate));
}

/** The opening one working day before a day: of the last working day strictly before it. */
export function openingBefore(calendar: WorkCalendar, day: DayNumber): Instant {
  return openingOnOrBefore(calendar, addDays(day, -1));
}

/** The moment itself within working hours, else the end of the last shift before it. */
function lastWorkingMoment(calendar: WorkCalendar, moment: Instant): Instant {
  if (isWorking(calendar, moment)) return moment;
  return searchDays(dayAt(calendar, moment), -1, (day) =>
    shiftsOn(calendar, day)
      .map(({ to }) => momentAt(calendar.zone, atMinute(day, to)))
      .findLast((end) => end <= moment),
  );
}

/**
 * The same time of day `count` working days on; moved to the next working moment where that is outside hours. A moment
 * outside hours counts as the closing before it, so that the days that follow are whole ones.
 */
export function addWorkingDays(calendar: WorkCalendar, from: Instant, count: number): Instant {
  const moment = lastWorkingMoment(calendar, from);
  const start = shiftDayAt(calendar, moment);
  let day = start;
  for (let n = 0; n < count; n++) {
    day = searchDays(addDays(day, 1), 1, (candidate) =>
      isWorkingDay(calendar, candidate) ? candidate : undefined,
    );
  }
  const intoDay = localAt(calendar.zone, moment) - atMinute(start, 0);
  return nextWorkingMoment(calendar, momentAt(calendar.zone, local(atMinute(day, 0) + intoDay)));
}

/** The same time of day `count` working days before a moment. */
export function workingDaysBefore(calendar: WorkCalendar, moment: Instant, count: number): Instant {
  const start = shiftDayAt(calendar, moment);
  let day = start;
  for (let n = 0; n < count; n++) {
    day = searchDays(addDays(day, -1), -1, (candidate) =>
      isWorkingDay(calendar, candidate) ? candidate : undefined,
    );
  }
  const intoDay = localAt(calendar.zone, moment) - atMinute(start, 0);
  return momentAt(calendar.zone, local(atMinute(day, 0) + intoDay));
}

/** The end of a person's working day; a free day ends when an ordinary day of theirs would. */
export function endOfDay(calendar: WorkCalendar, day: DayNumber): Local {
  const ends = shiftsOn(calendar, day).map((shift) => shift.to);
  if (ends.length > 0) return atMinute(day, Math.max(...ends));
  const ordinary = calendar.shifts.map((shift) => minutesOfShift(shift).to);
  return atMinute(day, Math.max(...ordinary));
}

/**
 * Whether at least `enough` working milliseconds lie between two moments, as the person's clock counts them. Stops
 * counting when they do: a due date can be two years ahead.
 */
export function hasWorkingTime(calendar: WorkCalendar, from: Instant, to: Instant, enough: number): boolean {
  const start = localAt(calendar.zone, from);
  const end = localAt(calendar.zone, to);
  let total = 0;
  const last = dayOf(end);
  for (let day = addDays(dayOf(start), -1); day <= last && total < enough; day = addDays(day, 1)) {
    for (const { from, to } of shiftsOn(calendar, day)) {
      total += Math.max(0, Math.min(end, atMinute(day, to)) - Math.max(start, atMinute(day, from)));
    }
  }
  return total >= enough;
}

/** A person's working hours from one moment to another, in order; shifts that touch are one span. */
export function workingSpans(calendar: WorkCalendar, from: Instant, until: Instant): Span[] {
  const found: Span[] = [];
  const last = dayAt(calendar, until);
  for (let day = addDays(dayAt(calendar, from), -1); day <= last; day = addDays(day, 1)) {
    for (const shift of shiftsOn(calendar, day)) {
      const start = latest(from, momentAt(calendar.zone, atMinute(day, shift.from)));
      const end = earlier(until, momentAt(calendar.zone, atMinute(day, shift.to)));
      if (start < end) found.push({ start, end });
    }
  }
  return joined(found);
}
