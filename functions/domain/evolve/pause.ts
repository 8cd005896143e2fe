import { awayAt } from '../away.ts';
import type { Person } from '../conversation.ts';
import type { FactOf } from '../facts.ts';
import type { Instant } from '../instant.ts';
import { addDays, dateOf, dayOfDate } from '../wall-time.ts';
import { dayAt, nextOpening } from '../working-time.ts';
import { causeOf } from './change.ts';

/**
 * Another pause begun during one goes on with it: what was frozen stays so, and comes on the later return. One that is
 * over is remembered, because what fell into it must not come up again; one that lies ahead is replaced.
 */
export function pausedBy(person: Person, fact: FactOf<'paused'>): Pick<Person, 'pause' | 'earlierPauses'> {
  const { pause, earlierPauses, calendar } = person;
  const goesOn = pause !== undefined && awayAt(person, fact.at)?.fact === pause.fact;
  const from = goesOn && pause.from < fact.from ? pause.from : fact.from;
  const isOver = pause !== undefined && !goesOn && dayOfDate(pause.until) < dayAt(calendar, fact.at);
  return {
    pause: { ...causeOf(fact), from, until: fact.until },
    earlierPauses: isOver ? [...earlierPauses, pause] : earlierPauses,
  };
}

/** A pause called off before it began is none; one that runs ends with the next opening, so that nothing bursts (rule 5). */
export function endedAt(person: Person, at: Instant): Person['pause'] {
  const { pause, calendar } = person;
  if (!pause || dayOfDate(pause.from) > dayAt(calendar, at)) return undefined;
  const until = dateOf(addDays(dayAt(calendar, nextOpening(calendar, at)), -1));
  return until < pause.until ? { ...pause, until } : pause;
}
