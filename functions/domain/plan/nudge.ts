import { levelAt } from '../contact.ts';
import type { Commitment, Conversation } from '../conversation.ts';
import type { Delivery, DeliveryKind, Skip } from '../delivery.ts';
import { latest } from '../instant.ts';
import type { Course } from './due.ts';
import { type Draft, owe } from './owe.ts';

// What light contact leaves out: whoever keeps their word is only asked how it ended.
const LEFT_OUT: ReadonlySet<DeliveryKind> = new Set(['start', 'heads-up', 'today']);

type Nudge = Pick<Draft, 'kind' | 'at' | 'rev' | 'cause' | 'notAfter'> & {
  skipped: Skip | undefined;
  subject?: Draft['subject'];
};

/** Nudges wait for the owner's yes: one whose moment had passed before it is skipped. */
export function nudge(
  conversation: Conversation,
  commitment: Commitment,
  course: Course,
  draft: Nudge,
): Delivery {
  const agreed = commitment.agreement.state === 'agreed';
  const plannedAt = latest(
    course.recap,
    draft.cause.at,
    // A new due date wakes up what a verdict had put to rest, but not what it had kept from leaving.
    commitment.dueSet.at,
    agreed ? commitment.agreement.cause.at : draft.cause.at,
  );
  // The verdict came later than the moment that had passed before the owner's yes: that was the reason.
  const tooLate = draft.skipped === 'settled' && draft.at < plannedAt;
  const isLight = LEFT_OUT.has(draft.kind) && levelAt(course.owner, draft.at) === 'light';
  return owe(conversation, {
    ...draft,
    subject: draft.subject ?? commitment.id,
    to: commitment.owner,
    plannedAt,
    waitsForAgreement: !agreed,
    skipped: tooLate ? 'lead-time-passed' : (draft.skipped ?? (isLight ? 'light-contact' : undefined)),
  });
}

/** Why a nudge about a commitment with a verdict does not leave any more. */
export function isSettledBy(commitment: Commitment): Skip | undefined {
  if (!commitment.judgement) return undefined;
  const agreed = commitment.agreement.state === 'agreed';
  return agreed || commitment.judgement.verdict !== 'unresolved' ? 'settled' : 'not-agreed';
}
