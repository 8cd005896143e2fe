import type { CheckIn } from '../check-in.ts';
import type { Conversation } from '../conversation.ts';
import type { FactOf } from '../facts.ts';
import { causeOf } from './change.ts';
import { newCheckIn } from './recorded.ts';

export function checkInAdded(conversation: Conversation, fact: FactOf<'checkInAdded'>): Conversation {
  const checkIn = newCheckIn(fact.checkIn, fact.words ?? {}, fact);
  return { ...conversation, checkIns: [...conversation.checkIns, checkIn] };
}

function moved<T extends CheckIn>(talk: T, fact: FactOf<'checkInMoved'>): T {
  if (talk.id !== fact.checkIn.id) return talk;
  const where = fact.words?.[`${talk.id}.where`] ?? talk.where;
  const series = fact.series ? { series: fact.series } : {};
  return { ...talk, ...fact.checkIn, ...series, revision: talk.revision + 1, set: causeOf(fact), where };
}

/** Moves a check-in, or a talk beside them; the invitation's update tells everybody, so no other mail does. */
export function checkInMoved(conversation: Conversation, fact: FactOf<'checkInMoved'>): Conversation {
  const { checkIns, sideTalks } = conversation;
  return {
    ...conversation,
    checkIns: checkIns.map((talk) => moved(talk, fact)),
    sideTalks: sideTalks.map((talk) => moved(talk, fact)),
  };
}

function calledOff<T extends CheckIn>(talk: T, fact: FactOf<'checkInCancelled'>): T {
  return talk.id === fact.checkIn ? { ...talk, cancelled: causeOf(fact), revision: talk.revision + 1 } : talk;
}

export function checkInCancelled(conversation: Conversation, fact: FactOf<'checkInCancelled'>): Conversation {
  const { checkIns, sideTalks } = conversation;
  return {
    ...conversation,
    checkIns: checkIns.map((talk) => calledOff(talk, fact)),
    sideTalks: sideTalks.map((talk) => calledOff(talk, fact)),
  };
}
