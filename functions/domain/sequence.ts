import type { CheckIn, InvitationAnswer } from './check-in.ts';
import type { Commitment, Conversation } from './conversation.ts';
import type { PersonId } from './ids.ts';

/** A due time stands in the calendar as the half hour before it. */
export const ENTRY_MINUTES = 30;

/** Between two puts of an entry it can be marked as done, and then be taken out: each needs a number of its own. */
export const STEPS_A_PUT = 3;

/** SEQUENCE of the invitation that stands now (RFC 5545 §3.8.7.4). */
export function invitationSequence({ revision }: CheckIn): number {
  return revision - 1;
}

/** SEQUENCE with which an entry was last put into its owner's calendar. */
export function lastPutSequence({ entry }: Commitment, owner: PersonId): number {
  return STEPS_A_PUT * Math.max(0, entry.filter((put) => put.owner === owner).length - 1);
}

/** What calendars answered to a check-in as it stands now; answers to an earlier time are not among them. */
export function answersTo({ invitationAnswers }: Conversation, checkIn: CheckIn): InvitationAnswer[] {
  return invitationAnswers.filter(
    ({ about, sequence }) => about === checkIn.id && sequence >= invitationSequence(checkIn),
  );
}
