import type { Commitment, Conversation } from '../conversation.ts';
import type { FactDraft } from '../facts.ts';
import type { CommitmentId, PersonId } from '../ids.ts';
import type { Instant } from '../instant.ts';
import { commitmentOf, standing } from '../parties.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Tenant } from '../tenant.ts';

/** Who acts, when, and whose rules hold for new addresses. */
export type Acting = { by: PersonId; now: Instant; tenant: Tenant };
/** What a command brings about: no facts when it is already so (a second tap), or why it cannot be. */
export type Decision = FactDraft[] | Refusal;

/** So many talks beside the check-ins may be ahead at a time. */
export const SIDE_TALKS_LIMIT = 10;

export function unknownCommitment(id: string): Refusal {
  return refuse(
    'commitment',
    `There is no commitment ${id} here. It may have been removed; open the page again.`,
  );
}

/** A commitment that stands and belongs to whoever acts. */
export function ownCommitment(
  conversation: Conversation,
  id: CommitmentId,
  acting: Acting,
): Commitment | Refusal {
  const commitment = commitmentOf(conversation, id);
  if (!commitment) return unknownCommitment(id);
  if (commitment.owner !== acting.by)
    return refuse('commitment', 'This one is somebody else’s. Only its owner can say that.');
  return commitment;
}

/** The named commitments of whoever acts, or all of theirs. */
export function ownCommitments(
  conversation: Conversation,
  ids: readonly CommitmentId[] | undefined,
  acting: Acting,
): Commitment[] | Refusal {
  const own = standing(conversation).filter((commitment) => commitment.owner === acting.by);
  if (own.length === 0) return refuse('commitment', 'You have no commitment in this conversation.');
  if (ids === undefined) return own;
  const named = own.filter((commitment) => ids.includes(commitment.id));
  const missing = ids.find((id) => !named.some((commitment) => commitment.id === id));
  if (missing === undefined) return named;
  const known = commitmentOf(conversation, missing);
  return known
    ? refuse('commitment', 'This one is somebody else’s. Only its owner can say that.')
    : unknownCommitment(missing);
}

export function wordsFact(words: string): { words?: Record<string, string> } {
  return words === '' ? {} : { words: { words } };
}
