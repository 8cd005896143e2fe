import type { Conversation } from '../conversation.ts';
import type { FactOf } from '../facts.ts';
import { causeOf } from './change.ts';

/** The last answer of a calendar to an entry is the one that counts. */
export function invitationAnswered(
  conversation: Conversation,
  fact: FactOf<'invitationAnswered'>,
): Conversation {
  const { person, about, answer, sequence, stamp } = fact;
  const others = conversation.invitationAnswers.filter((one) => one.person !== person || one.about !== about);
  const invitationAnswers = [...others, { ...causeOf(fact), person, about, answer, sequence, stamp }];
  return { ...conversation, invitationAnswers };
}

export function wrote(conversation: Conversation, fact: FactOf<'wrote'>): Conversation {
  const { person, isTheirs, checkIn, proposed } = fact;
  const words = fact.words?.words ?? '';
  const files = fact.words?.files?.split('\n') ?? [];
  const mail = { ...causeOf(fact), person, isTheirs, words, files, checkIn, proposed };
  return { ...conversation, wrote: [...conversation.wrote, mail] };
}
