import type { SideTalk } from '../check-in.ts';
import type { Conversation } from '../conversation.ts';
import type { FactOf } from '../facts.ts';
import { causeOf } from './change.ts';
import { newCheckIn, newPerson } from './recorded.ts';

function added(conversation: Conversation, talk: SideTalk): Conversation {
  return { ...conversation, sideTalks: [...conversation.sideTalks, talk] };
}

/** A session to learn; who helps may join with it, as a partner. */
export function coachingAdded(conversation: Conversation, fact: FactOf<'coachingAdded'>): Conversation {
  const { checkIn, commitment, how, people, newcomer } = fact;
  const words = fact.words ?? {};
  const joined = newcomer
    ? [newPerson(newcomer, words, conversation.holidays[newcomer.region] ?? [], fact)]
    : [];
  const talk = { ...newCheckIn(checkIn, words, fact), people, declined: [], commitment, how };
  return added(
    { ...conversation, people: [...conversation.people, ...joined] },
    { ...talk, kind: 'coaching' },
  );
}

/** A short talk that comes again and again. */
export function cadenceAdded(conversation: Conversation, fact: FactOf<'cadenceAdded'>): Conversation {
  const { checkIn, people, series } = fact;
  const words = fact.words ?? {};
  const talk = { ...newCheckIn(checkIn, words, fact), people, declined: [], series };
  return added(conversation, { ...talk, kind: 'cadence', topic: words[`${checkIn.id}.topic`] ?? '' });
}

export function talkDeclined(conversation: Conversation, fact: FactOf<'talkDeclined'>): Conversation {
  const sideTalks = conversation.sideTalks.map((talk) =>
    talk.id === fact.checkIn ? { ...talk, declined: [...talk.declined, causeOf(fact)] } : talk,
  );
  return { ...conversation, sideTalks };
}
