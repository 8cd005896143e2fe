import { awayAt } from '../away.ts';
import type { Commitment, Conversation, Person } from '../conversation.ts';
import type { When } from '../facts.ts';
import { type Instant, latest } from '../instant.ts';
import { dueOf, momentOf } from '../moments.ts';
import { personOf } from '../parties.ts';
import { TOO_CLOSE_TO_RECAP_MS } from '../policy.ts';
import { type DayNumber, dayOf, localOf } from '../wall-time.ts';
import {
  dayAt,
  hasWorkingTime,
  isWorking,
  nextOpening,
  shiftDayAt,
  type WorkCalendar,
} from '../working-time.ts';
import { afterAnswer, recapAt } from './owe.ts';

/** The moments of one commitment in its owner's days. */
export type Course = {
  owner: Person;
  recap: Instant;
  recapDay: DayNumber;
  startDay: DayNumber;
  due: Instant | undefined;
  dueDay: DayNumber | undefined;
};

/** A date is that day; a moment belongs to the shift around it, so that two at night is the evening before. */
function startDayOf(calendar: WorkCalendar, start: When): DayNumber {
  return start.dateOnly ? dayOf(localOf(start.wall)) : shiftDayAt(calendar, momentOf(start));
}

export function courseOf(conversation: Conversation, commitment: Commitment): Course {
  const owner = personOf(conversation, commitment.owner);
  const recap = latest(recapAt(conversation, owner), commitment.recorded.at);
  const due = dueOf(commitment);
  return {
    owner,
    recap,
    recapDay: dayAt(owner.calendar, recap),
    startDay: startDayOf(owner.calendar, commitment.start),
    due,
    dueDay: due === undefined ? undefined : shiftDayAt(owner.calendar, due),
  };
}

/** When a date that the owner had proposed in time was declined after due: only then can they be asked. */
function declinedAt(
  conversation: Conversation,
  commitment: Commitment,
  course: Course,
  due: Instant,
): Instant | undefined {
  const proposed = commitment.requests.some(
    ({ kind, by, at }) => kind === 'date' && by === commitment.owner && at < due,
  );
  const answer = conversation.changes.findLast(
    (change) =>
      change.what === 'answered' &&
      change.commitment === commitment.id &&
      change.afterWhen &&
      change.at >= due,
  );
  return proposed && answer ? afterAnswer(course.owner, answer) : undefined;
}

/** When whoever could not be asked at an address that took no mail is asked at the right one. */
function reachedAgainAt({ asked }: Commitment, { owner }: Course, missed: Instant): Instant | undefined {
  const corrected = owner.addressCorrected?.at;
  if (asked || corrected === undefined || corrected <= missed) return undefined;
  return nextOpening(owner.calendar, corrected);
}

/**
 * When the owner is asked "done, or not yet?": at due, within working hours; never in the recap's own wake, nor while
 * they are away or wait for an answer.
 */
export function dueCheckAt(
  conversation: Conversation,
  commitment: Commitment,
  course: Course,
  due: Instant,
): Instant {
  const { calendar } = course.owner;
  const tooClose = !hasWorkingTime(calendar, course.recap, due, TOO_CLOSE_TO_RECAP_MS);
  const planned = !tooClose && isWorking(calendar, due) ? due : nextOpening(calendar, due);
  const asked = latest(planned, declinedAt(conversation, commitment, course, due) ?? planned);
  const at = reachedAgainAt(commitment, course, asked) ?? asked;
  return awayAt(course.owner, at)?.back ?? at;
}
