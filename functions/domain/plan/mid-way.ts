import { levelAt } from '../contact.ts';
import type { Commitment, Conversation } from '../conversation.ts';
import type { Delivery, Skip } from '../delivery.ts';
import { type Instant, instant } from '../instant.ts';
import { momentOf } from '../moments.ts';
import { dayAt, openingBefore, openingOnOrBefore, shiftDayAt } from '../working-time.ts';
import type { Course } from './due.ts';
import { isSettledBy, nudge } from './nudge.ts';

function midWaySkip(commitment: Commitment, course: Course, due: Instant, at: Instant): Skip | undefined {
  const { calendar } = course.owner;
  if (at <= course.recap) return 'recap-covers-it';
  // Between start and due there is nothing half way that another mail of the day does not say.
  const isEarly = dayAt(calendar, at) <= course.startDay;
  if (isEarly || at >= openingBefore(calendar, shiftDayAt(calendar, due))) return 'same-day';
  return isSettledBy(commitment);
}

/** A look half way between start and due, at a working opening: only for whoever wanted closer contact by then. */
export function planMidWay(
  conversation: Conversation,
  commitment: Commitment,
  course: Course,
  due: Instant,
): Delivery[] {
  const { calendar } = course.owner;
  const middle = instant((momentOf(commitment.start) + due) / 2);
  const at = openingOnOrBefore(calendar, dayAt(calendar, middle));
  if (levelAt(course.owner, at) !== 'close') return [];
  const cause = commitment.startSet.fact > commitment.dueSet.fact ? commitment.startSet : commitment.dueSet;
  return [
    nudge(conversation, commitment, course, {
      kind: 'mid-way',
      at,
      rev: cause.fact,
      cause,
      notAfter: due,
      skipped: midWaySkip(commitment, course, due, at),
    }),
  ];
}
