import type { Commitment, Conversation } from '../conversation.ts';
import type { FactOf } from '../facts.ts';
import { causeOf, remembered, withCommitments } from './change.ts';

function notedOn(fact: FactOf<'noted'>): Partial<Commitment> {
  const words = fact.words?.words ?? '';
  const by = fact.by === 'system' ? undefined : fact.by;
  switch (fact.about) {
    case 'helped':
      return { helped: words, helpedBy: by };
    case 'learned':
      return { learned: by && { words, by } };
    case 'check-in':
    case 'micro':
      return {};
  }
}

/** What somebody wants to bring, what helped, and what changes. */
export function noted(conversation: Conversation, fact: FactOf<'noted'>): Conversation {
  const { about, commitment, checkIn } = fact;
  const note = { ...causeOf(fact), about, commitment, checkIn, words: fact.words?.words ?? '' };
  if (!commitment) return { ...conversation, notes: [...conversation.notes, note] };
  const before = remembered(conversation, fact, [commitment]);
  const next = { ...before, notes: [...before.notes, note] };
  return withCommitments(next, [commitment], () => notedOn(fact));
}

/** What became of the consequence of a miss, as people said when they talked. */
export function followed(conversation: Conversation, fact: FactOf<'followed'>): Conversation {
  const followUp = { ...causeOf(fact), how: fact.how, words: fact.words?.words ?? '' };
  const ids = [fact.commitment];
  return withCommitments(remembered(conversation, fact, ids), ids, () => ({ followUp }));
}
