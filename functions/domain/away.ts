import type { Pause, Person } from './conversation.ts';
import type { Instant } from './instant.ts';
import { addDays, dateOf, dayOfDate } from './wall-time.ts';
import { dayAt, openingOnOrAfter, type WorkCalendar } from './working-time.ts';

/** A pause with the opening at which its person is back. */
export type Absence = Pause & { back: Instant };

function pausesOf({ earlierPauses, pause }: Person): readonly Pause[] {
  return pause ? [...earlierPauses, pause] : earlierPauses;
}

/** The pause in which a moment lies for a person: from its first day to the opening after its last. */
export function awayAt(person: Person, moment: Instant): Absence | undefined {
  const { calendar } = person;
  const pauses = pausesOf(person);
  // Almost nobody ever pauses, and every delivery asks.
  if (pauses.length === 0) return undefined;
  return pauses
    .map((pause) => ({ ...pause, back: openingOnOrAfter(calendar, addDays(dayOfDate(pause.until), 1)) }))
    .find(({ from, back }) => dayOfDate(from) <= dayAt(calendar, moment) && moment < back);
}

/** A person's working time in which the days of a pause do not count: what waits for them is frozen (rule 5). */
export function calendarAround(person: Person): WorkCalendar {
  const days = pausesOf(person).flatMap(({ from, until }) => {
    const first = dayOfDate(from);
    return Array.from({ length: dayOfDate(until) - first + 1 }, (_, day) => dateOf(addDays(first, day)));
  });
  if (days.length === 0) return person.calendar;
  return { ...person.calendar, holidays: new Set([...person.calendar.holidays, ...days]) };
}
