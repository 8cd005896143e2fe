import { awayAt } from '../away.ts';
import type { Commitment, Conversation } from '../conversation.ts';
import type { Delivery, Skip } from '../delivery.ts';
import type { Instant } from '../instant.ts';
import { changesAsked, standing } from '../parties.ts';
import { HEADS_UP_QUIET_MS } from '../policy.ts';
import { addDays } from '../wall-time.ts';
import { dayAt, openingBefore, openingOnOrAfter, openingOnOrBefore, shiftDayAt } from '../working-time.ts';
import { agendaMoments } from './check-ins.ts';
import { type Course, courseOf, dueCheckAt } from './due.ts';
import { planMidWay } from './mid-way.ts';
import { isSettledBy, nudge } from './nudge.ts';

function startSkip(commitment: Commitment, course: Course, at: Instant): Skip | undefined {
  if (course.startDay === course.dueDay) return 'same-day';
  if (course.startDay <= course.recapDay || at <= course.recap) return 'recap-covers-it';
  if (course.due !== undefined && at >= course.due) return 'after-due';
  return isSettledBy(commitment);
}

function planStart(conversation: Conversation, commitment: Commitment, course: Course): Delivery {
  const at = openingOnOrBefore(course.owner.calendar, course.startDay);
  return nudge(conversation, commitment, course, {
    kind: 'start',
    at,
    rev: commitment.startSet.fact,
    cause: commitment.startSet,
    notAfter: course.due,
    skipped: startSkip(commitment, course, at),
  });
}

function planToday(
  conversation: Conversation,
  commitment: Commitment,
  course: Course,
  due: Instant,
): Delivery[] {
  if (course.startDay !== course.dueDay) return [];
  const at = openingOnOrBefore(course.owner.calendar, course.startDay);
  const covered = course.startDay <= course.recapDay || at <= course.recap;
  const cause = commitment.startSet.fact > commitment.dueSet.fact ? commitment.startSet : commitment.dueSet;
  const skipped = covered ? 'recap-covers-it' : at >= due ? 'after-due' : isSettledBy(commitment);
  return [
    nudge(conversation, commitment, course, {
      kind: 'today',
      at,
      rev: cause.fact,
      cause,
      notAfter: due,
      skipped,
    }),
  ];
}

function headsUpSkip(commitment: Commitment, course: Course, at: Instant): Skip | undefined {
  if (at <= course.recap) return 'lead-time-passed';
  if (at - course.recap < HEADS_UP_QUIET_MS) return 'too-close-to-recap';
  if (dayAt(course.owner.calendar, at) < course.startDay) return 'before-start';
  return isSettledBy(commitment);
}

function planHeadsUp(
  conversation: Conversation,
  commitment: Commitment,
  course: Course,
  due: Instant,
): Delivery {
  const { calendar } = course.owner;
  let at = openingBefore(calendar, shiftDayAt(calendar, due));
  for (let day = 1; day < conversation.policy.headsUpWorkingDays; day++)
    at = openingBefore(calendar, dayAt(calendar, at));
  return nudge(conversation, commitment, course, {
    kind: 'heads-up',
    at,
    rev: commitment.dueSet.fact,
    cause: commitment.dueSet,
    notAfter: due,
    skipped: headsUpSkip(commitment, course, at),
  });
}

function dueCheckSkip(commitment: Commitment, course: Course, due: Instant, at: Instant): Skip | undefined {
  if (commitment.judgement) return isSettledBy(commitment);
  if (awayAt(course.owner, due)) return 'paused';
  // Asked before due, or in place of what was asked then: the answer comes first.
  const asked = changesAsked(commitment).some((request) => request.at < due || request.at >= at);
  return asked ? 'change-open' : undefined;
}

function planDueCheck(
  conversation: Conversation,
  commitment: Commitment,
  course: Course,
  due: Instant,
): Delivery {
  const at = dueCheckAt(conversation, commitment, course, due);
  return nudge(conversation, commitment, course, {
    kind: 'due-check',
    at,
    rev: commitment.dueSet.fact,
    cause: commitment.dueSet,
    skipped: dueCheckSkip(commitment, course, due, at),
  });
}

/** A habit is asked about after its first week, and together with the agenda of each check-in after its start. */
function planHabit(conversation: Conversation, commitment: Commitment, course: Course): Delivery[] {
  const skipped = isSettledBy(commitment);
  const week = nudge(conversation, commitment, course, {
    kind: 'due-check',
    at: openingOnOrAfter(course.owner.calendar, addDays(course.startDay, 7)),
    rev: commitment.startSet.fact,
    cause: commitment.startSet,
    skipped,
  });
  const talks = agendaMoments(conversation, course.owner)
    .filter(({ at }) => dayAt(course.owner.calendar, at) > course.startDay && at > course.recap)
    .map(({ checkIn, at, start }) =>
      nudge(conversation, commitment, course, {
        kind: 'due-check',
        subject: `${commitment.id}-${checkIn.id}`,
        at,
        rev: checkIn.revision,
        cause: checkIn.set,
        notAfter: start,
        skipped,
      }),
    );
  return [week, ...talks];
}

/** Start, today, a look half way, heads-up and due check of every commitment, to its owner. */
export function planNudges(conversation: Conversation): Delivery[] {
  return standing(conversation).flatMap((commitment) => {
    const course = courseOf(conversation, commitment);
    const start = planStart(conversation, commitment, course);
    if (course.due === undefined) return [start, ...planHabit(conversation, commitment, course)];
    return [
      start,
      ...planToday(conversation, commitment, course, course.due),
      ...planMidWay(conversation, commitment, course, course.due),
      planHeadsUp(conversation, commitment, course, course.due),
      planDueCheck(conversation, commitment, course, course.due),
    ];
  });
}
