import type { Commitment, Conversation, Person } from '../conversation.ts';
import type { Delivery, Skip } from '../delivery.ts';
import type { PersonId } from '../ids.ts';
import { type Instant, instant, latest } from '../instant.ts';
import { momentOf } from '../moments.ts';
import { personOf, standing } from '../parties.ts';
import { addDays } from '../wall-time.ts';
import { dayAt, openingOnOrAfter, openingOnOrBefore } from '../working-time.ts';
import { type Course, courseOf } from './due.ts';
import { owe, recapAt } from './owe.ts';

/** Half way between its start, or the recap, and its due date; a habit's first week: at an opening of the partner's. */
function helpAt({ calendar }: Person, commitment: Commitment, course: Course): Instant {
  if (course.due === undefined) return openingOnOrAfter(calendar, addDays(course.startDay, 7));
  const from = latest(course.recap, momentOf(commitment.start));
  return openingOnOrBefore(calendar, dayAt(calendar, instant((from + course.due) / 2)));
}

function helpSkip(commitment: Commitment, course: Course, recap: Instant, at: Instant): Skip | undefined {
  if (at <= recap) return 'recap-covers-it';
  if (course.due !== undefined && at >= course.due) return 'after-due';
  return commitment.judgement ? 'settled' : undefined;
}

function planHelp(conversation: Conversation, commitment: Commitment, to: PersonId): Delivery {
  const partner = personOf(conversation, to);
  const course = courseOf(conversation, commitment);
  const recap = latest(course.recap, recapAt(conversation, partner));
  const at = helpAt(partner, commitment, course);
  const agreed = commitment.agreement.state === 'agreed';
  return owe(conversation, {
    kind: 'partner-help',
    subject: commitment.id,
    to,
    at,
    rev: commitment.dueSet.fact,
    cause: commitment.dueSet,
    plannedAt: latest(recap, commitment.dueSet.at, agreed ? commitment.agreement.cause.at : recap),
    notAfter: course.due,
    waitsForAgreement: !agreed,
    skipped: helpSkip(commitment, course, recap, at),
  });
}

/** "How can you help?", once to the partner of each commitment: source E, a partner helps and cheers, never polices. */
export function planHelping(conversation: Conversation): Delivery[] {
  return standing(conversation).flatMap((commitment) =>
    commitment.partner === undefined ? [] : [planHelp(conversation, commitment, commitment.partner)],
  );
}
