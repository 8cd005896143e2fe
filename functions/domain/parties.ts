import type { Cause } from './cause.ts';
import type { CheckIn } from './check-in.ts';
import type { Commitment, Conversation, Person, Request } from './conversation.ts';
import type { CheckInId, CommitmentId, PersonId } from './ids.ts';

export function personOf(conversation: Conversation, id: PersonId): Person {
  const person = conversation.people.find((candidate) => candidate.id === id);
  if (!person) throw new RangeError(`conversation ${conversation.id} has no person ${id}`);
  return person;
}

export function commitmentOf(conversation: Conversation, id: CommitmentId): Commitment | undefined {
  return conversation.commitments.find((commitment) => commitment.id === id && !commitment.removed);
}

export function checkInOf(conversation: Conversation, id: CheckInId): CheckIn | undefined {
  return conversation.checkIns.find((checkIn) => checkIn.id === id && !checkIn.cancelled);
}

export function standing(conversation: Conversation): Commitment[] {
  return conversation.commitments.filter((commitment) => !commitment.removed);
}

export function participants(conversation: Conversation): Person[] {
  return conversation.people.filter((person) => person.role === 'participant' && !person.removed);
}

/** The other side of a commitment: the manager; for the manager's own, any participant (timeline rule 7). */
export function otherSide(conversation: Conversation, commitment: Commitment): PersonId[] {
  return commitment.owner === conversation.manager
    ? participants(conversation).map((person) => person.id)
    : [conversation.manager];
}

/** Who has to answer a request: the side that did not ask. */
export function decidersOf(conversation: Conversation, commitment: Commitment, request: Request): PersonId[] {
  return request.by === commitment.owner ? otherSide(conversation, commitment) : [commitment.owner];
}

export function openRequests(commitment: Commitment): Request[] {
  return commitment.requests.filter((request) => !request.answered);
}

/** What the owner asked to change of it, other words or another date, and nobody has answered yet. */
export function changesAsked(commitment: Commitment): Request[] {
  return openRequests(commitment).filter(
    ({ by, kind }) => by === commitment.owner && (kind === 'date' || kind === 'words'),
  );
}

/** Verdicts that nothing needs to follow any more. `unresolved` waits for the manager. */
export function isSettled(commitment: Commitment): boolean {
  return commitment.judgement !== undefined && commitment.judgement.verdict !== 'unresolved';
}

/** Kept, or let go: nothing about it can be agreed anew. */
export function isOver({ judgement }: Commitment): boolean {
  const verdict = judgement?.verdict;
  return verdict === 'kept' || verdict === 'kept-late' || verdict === 'released';
}

/** The earliest of what may have happened. */
export function firstOf(...causes: readonly (Cause | undefined)[]): Cause | undefined {
  const known = causes.filter((cause) => cause !== undefined);
  return known.sort((a, b) => a.fact - b.fact)[0];
}

/** When the entry last stood in the calendar as it is: its newest cause. */
export function newest<T>(items: readonly T[]): T | undefined {
  return items[items.length - 1];
}
