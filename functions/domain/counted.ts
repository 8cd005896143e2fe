import type { Commitment, Conversation, Counted } from './conversation.ts';
import type { PersonId } from './ids.ts';
import { standing } from './parties.ts';

/** What stands of a commitment, if it counts: never what silence decided, what is open, or what was let go (rule 2). */
function countedNow({ owner, judgement }: Commitment): Counted[] {
  const kept = judgement?.verdict === 'kept' || judgement?.verdict === 'kept-late';
  if (!judgement || !(kept || judgement.verdict === 'missed')) return [];
  const { at, fact, reason, reasonAt, reasonBy } = judgement;
  // What a manager entered for somebody is not that person's own choice.
  const chose = !kept && reason === 'chose-something-else' && reasonBy === owner;
  return [{ owner, kept, at, fact, choseAt: chose ? (reasonAt ?? at) : undefined }];
}

/** Every verdict of a commitment that counts, in order: those that a new date put to rest, and the one that stands. */
export function countedOf(commitment: Commitment): Counted[] {
  return [...commitment.earlier, ...countedNow(commitment)];
}

/** What a new date keeps of the verdict before it; after a kept one, nothing that was chosen for firmer words. */
export function putToRest(commitment: Commitment): Pick<Commitment, 'earlier' | 'toneChosen'> {
  const earlier = countedOf(commitment);
  return { earlier, toneChosen: earlier.at(-1)?.kept ? undefined : commitment.toneChosen };
}

/** The verdicts of one person that count in a conversation, in the order in which they were given. */
export function verdictsOf(conversation: Conversation, person: PersonId): Counted[] {
  return standing(conversation)
    .flatMap(countedOf)
    .filter(({ owner }) => owner === person)
    .sort((a, b) => a.at - b.at || a.fact - b.fact);
}
