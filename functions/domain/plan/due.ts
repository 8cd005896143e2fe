import type { Commitment, Conversation, Person } from '../conversation.ts';
import { type Instant, latest } from '../instant.ts';
import { dueOf, momentOf } from '../moments.ts';
import { personOf } from '../parties.ts';
import { TOO_CLOSE_TO_RECAP_MS } from '../policy.ts';
import type { DayNumber } from '../wall-time.ts';
import { dayAt, isWorking, nextOpening, workingTimeBetween } from '../working-time.ts';
import { recapAt } from './owe.ts';

/** The moments of one commitment in its owner's days. */
export type Course = {
  owner: Person;
  recap: Instant;
  recapDay: DayNumber;
  startDay: DayNumber;
  due: Instant | undefined;
  dueDay: DayNumber | undefined;
};

export function courseOf(conversation: Conversation, commitment: Commitment): Course {
  const owner = personOf(conversation, commitment.owner);
  const recap = latest(recapAt(conversation, owner), commitment.recorded.at);
  const due = dueOf(commitment);
  return {
    owner,
    recap,
    recapDay: dayAt(owner.calendar, recap),
    startDay: dayAt(owner.calendar, momentOf(commitment.start)),
    due,
    dueDay: due === undefined ? undefined : dayAt(owner.calendar, due),
  };
}

/** When the owner is asked "done, or not yet?": at due, within working hours; never in the recap's own wake. */
export function dueCheckAt(course: Course, due: Instant): Instant {
  const { calendar } = course.owner;
  const tooClose = workingTimeBetween(calendar, course.recap, due) < TOO_CLOSE_TO_RECAP_MS;
  return !tooClose && isWorking(calendar, due) ? due : nextOpening(calendar, due);
}
