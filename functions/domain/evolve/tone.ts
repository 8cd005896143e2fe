import type { Conversation } from '../conversation.ts';
import type { FactOf } from '../facts.ts';
import { causeOf, remembered, withAside, withCommitments } from './change.ts';

/** How somebody will do it and what help they need; said again, it takes the place of what was said. */
export function askAnswered(conversation: Conversation, fact: FactOf<'askAnswered'>): Conversation {
  const { how = '', help = '' } = fact.words ?? {};
  const ids = [fact.commitment];
  const next = withCommitments(remembered(conversation, fact, ids), ids, () => ({
    askAnswer: { ...causeOf(fact), how, help },
  }));
  const isNew = help !== '' && conversation.commitments.every(({ askAnswer }) => askAnswer?.help !== help);
  return isNew ? withAside(next, fact, { what: 'help', commitment: fact.commitment, words: help }) : next;
}

export function toneChosen(conversation: Conversation, fact: FactOf<'toneChosen'>): Conversation {
  const ids = [fact.commitment];
  return withCommitments(remembered(conversation, fact, ids), ids, () => ({
    toneChosen: { ...causeOf(fact), step: fact.step, tone: fact.tone },
  }));
}
