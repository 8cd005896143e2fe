import type { Person } from '../conversation.ts';
import type { FactOf } from '../facts.ts';
import type { Instant } from '../instant.ts';
import { addDays, dateOf, dayOfDate } from '../wall-time.ts';
import { dayAt, nextOpening, openingOnOrAfter } from '../working-time.ts';
import { causeOf } from './change.ts';

/** Whether a person is away at a moment: from the first day of a pause to the opening after its last. */
export function isAway(person: Person, at: Instant): boolean {
  const { pause, calendar } = person;
  if (!pause) return false;
  const back = openingOnOrAfter(calendar, addDays(dayOfDate(pause.until), 1));
  return dayOfDate(pause.from) <= dayAt(calendar, at) && at < back;
}

/** Another pause begun during one goes on with it: what was frozen stays so, and comes on the later return. */
export function pausedBy(person: Person, fact: FactOf<'paused'>): Person['pause'] {
  const { pause } = person;
  const from = pause && isAway(person, fact.at) && pause.from < fact.from ? pause.from : fact.from;
  return { ...causeOf(fact), from, until: fact.until };
}

/** A pause called off before it began is none; one that runs ends with the next opening, so that nothing bursts (rule 5). */
export function endedAt(person: Person, at: Instant): Person['pause'] {
  const { pause, calendar } = person;
  if (!pause || dayOfDate(pause.from) > dayAt(calendar, at)) return undefined;
  const until = dateOf(addDays(dayAt(calendar, nextOpening(calendar, at)), -1));
  return until < pause.until ? { ...pause, until } : pause;
}
