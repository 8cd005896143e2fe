import type { Commitment, Conversation } from '../conversation.ts';
import type { Instant } from '../instant.ts';
import { momentOf } from '../moments.ts';
import { personOf } from '../parties.ts';
import { dayAt } from '../working-time.ts';
import type { Draft } from './draft.ts';

function draftOf(conversation: Conversation, commitment: Commitment, now: Instant): Draft {
  const { owner, action, evidence, consequence, due } = commitment;
  const { calendar } = personOf(conversation, owner);
  const days = due && dayAt(calendar, momentOf(due)) - dayAt(calendar, now);
  return { owner, action, evidence, consequence: consequence.words, days };
}

/** The commitments of a conversation that is about to be recorded, as the coach reads them. */
export function coachedOf(conversation: Conversation, now: Instant): Draft[] {
  return conversation.commitments.map((commitment) => draftOf(conversation, commitment, now));
}
