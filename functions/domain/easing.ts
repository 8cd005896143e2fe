import { awayAt, calendarAround } from './away.ts';
import type { Commitment, Conversation } from './conversation.ts';
import type { Instant } from './instant.ts';
import { dueOf } from './moments.ts';
import { changesAsked, personOf } from './parties.ts';
import { workingDaysBefore } from './working-time.ts';

/** Asked before it was due and not answered yet: what follows from that answer is in time as well. */
function isAskedInTime(commitment: Commitment, due: Instant): boolean {
  return changesAsked(commitment).some(({ at }) => at < due);
}

/**
 * Until when somebody who said yes can ease it by a later date: the notice that the policy sets, in the owner's working
 * days before due. Undefined while nothing holds that could be eased, and where it is too late for no fault of theirs.
 */
export function easedUntil(conversation: Conversation, commitment: Commitment): Instant | undefined {
  const due = dueOf(commitment);
  if (due === undefined || commitment.agreement.state !== 'agreed' || commitment.judgement) return undefined;
  const owner = personOf(conversation, commitment.owner);
  if (awayAt(owner, due) || isAskedInTime(commitment, due)) return undefined;
  return workingDaysBefore(calendarAround(owner), due, conversation.policy.renegotiationWorkingDays);
}

/** Whether a later date can still be asked for or agreed on. */
export function canEase(conversation: Conversation, commitment: Commitment, now: Instant): boolean {
  const until = easedUntil(conversation, commitment);
  return until === undefined || now <= until;
}

/** Whether only a miss can come before a new date: due passed, and nothing was asked in time. */
export function isMissedBy(conversation: Conversation, commitment: Commitment, now: Instant): boolean {
  const due = dueOf(commitment);
  return due !== undefined && due <= now && !canEase(conversation, commitment, now);
}

/** Whether a date binds whoever said yes more than the one that stands: that needs nobody else's yes. */
export function isSooner(commitment: Commitment, due: Instant): boolean {
  const stands = dueOf(commitment);
  return stands !== undefined && commitment.agreement.state === 'agreed' && due < stands;
}

function noticeOf(days: number): string {
  return days === 1 ? 'one working day’s notice' : `${days} working days’ notice`;
}

/** Why what somebody said yes to can no longer become easier; undefined while it can. After due it is a miss. */
export function tooLateFor(
  what: 'a later date' | 'another action',
  conversation: Conversation,
  commitment: Commitment,
  now: Instant,
): string | undefined {
  if (canEase(conversation, commitment, now)) return undefined;
  if ((dueOf(commitment) ?? now) <= now)
    return 'Its due date has passed. Say first how it ended; what comes next is agreed when you talk.';
  const notice = noticeOf(conversation.policy.renegotiationWorkingDays);
  return `It is due soon, and ${what} needs ${notice}. Say how it went once it is due, and talk about what comes next.`;
}

/** Why it is too late for this due date; undefined when it is not, and for a sooner one. */
export function easingProblem(
  conversation: Conversation,
  commitment: Commitment,
  due: Instant,
  now: Instant,
): string | undefined {
  const stands = dueOf(commitment);
  if (stands === undefined || due <= stands) return undefined;
  return tooLateFor('a later date', conversation, commitment, now);
}
