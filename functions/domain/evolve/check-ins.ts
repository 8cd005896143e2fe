import type { Conversation } from '../conversation.ts';
import type { FactOf } from '../facts.ts';
import { causeOf } from './change.ts';
import { newCheckIn } from './recorded.ts';

export function checkInAdded(conversation: Conversation, fact: FactOf<'checkInAdded'>): Conversation {
  const checkIn = newCheckIn(fact.checkIn, fact.words ?? {}, fact);
  return { ...conversation, checkIns: [...conversation.checkIns, checkIn] };
}

/** Moves a check-in; the invitation's update tells everybody, so no other mail does. */
export function checkInMoved(conversation: Conversation, fact: FactOf<'checkInMoved'>): Conversation {
  const checkIns = conversation.checkIns.map((checkIn) =>
    checkIn.id === fact.checkIn.id
      ? {
          ...checkIn,
          ...fact.checkIn,
          revision: checkIn.revision + 1,
          set: causeOf(fact),
          where: fact.words?.[`${checkIn.id}.where`] ?? checkIn.where,
        }
      : checkIn,
  );
  return { ...conversation, checkIns };
}

export function checkInCancelled(conversation: Conversation, fact: FactOf<'checkInCancelled'>): Conversation {
  const checkIns = conversation.checkIns.map((checkIn) =>
    checkIn.id === fact.checkIn
      ? { ...checkIn, cancelled: causeOf(fact), revision: checkIn.revision + 1 }
      : checkIn,
  );
  return { ...conversation, checkIns };
}
