import type { Commitment, Conversation } from '../../../functions/domain/conversation.ts';
import { type Instant, plus } from '../../../functions/domain/instant.ts';
import { checkInEnd, checkInStart, dueOf } from '../../../functions/domain/moments.ts';
import { isSettled, openRequests, standing } from '../../../functions/domain/parties.ts';
import { WRAP_UP_MS } from '../../../functions/domain/policy.ts';

function planned({ checkIns }: Conversation) {
  return checkIns.filter((checkIn) => !checkIn.cancelled);
}

/** Kept, or let go: nothing about it can be agreed anew. */
export function isOver({ judgement }: Commitment): boolean {
  const verdict = judgement?.verdict;
  return verdict === 'kept' || verdict === 'kept-late' || verdict === 'released';
}

function isOpenEnd(conversation: Conversation, commitment: Commitment, now: Instant): boolean {
  const due = dueOf(commitment);
  const { judgement } = commitment;
  if (openRequests(commitment).some((request) => request.kind === 'kept-after-all')) return false;
  if (!isSettled(commitment)) return due !== undefined && due <= now;
  // What silence decided stands for now; once people talked about it, somebody has to say how it ended.
  return (
    judgement?.verdict === 'missed-not-reported' &&
    planned(conversation).some((talk) => judgement.at <= checkInStart(talk) && checkInEnd(talk) <= now)
  );
}

/** Commitments that are over and wait for a word on how they ended. */
export function openEnds(conversation: Conversation, now: Instant): Commitment[] {
  return standing(conversation).filter((commitment) => isOpenEnd(conversation, commitment, now));
}

/** People talked, and no other talk is planned: it wants closing or a next one. */
export function wantsWrapUp(conversation: Conversation, now: Instant): boolean {
  const talks = planned(conversation);
  return (
    talks.some((talk) => plus(checkInEnd(talk), WRAP_UP_MS) <= now) &&
    !talks.some((talk) => checkInStart(talk) > now)
  );
}
