import type { Cause } from '../cause.ts';
import type { Conversation } from '../conversation.ts';
import type { Delivery } from '../delivery.ts';
import { firstOf, personOf } from '../parties.ts';
import { endedFor, sideTalkEnd } from '../side-talks.ts';
import { planCancellation, planInvitation } from './invitations.ts';

/**
 * Talks beside the check-ins: one invitation to each of those asked, and its cancellation to exactly those who got it.
 * `ended`: the conversation is over, and what is still ahead goes with it.
 */
export function planSideTalks(conversation: Conversation, ended?: Cause): Delivery[] {
  return conversation.sideTalks.flatMap((talk) => {
    const over = sideTalkEnd(talk);
    if (ended && over <= ended.at) return [];
    return talk.people.map((id) => {
      const person = personOf(conversation, id);
      const cause = firstOf(endedFor(conversation, talk, id), ended);
      return cause
        ? planCancellation(conversation, talk, person, { cause, over })
        : planInvitation(conversation, talk, person, over);
    });
  });
}
