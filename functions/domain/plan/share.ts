import type { Conversation } from '../conversation.ts';
import type { Delivery } from '../delivery.ts';
import { participants } from '../parties.ts';
import { nextWorkingMoment } from '../working-time.ts';
import { owe } from './owe.ts';

/** A note to each person in their next working moment, and nothing else, ever: nobody is reminded, asked or counted. */
export function planShare(conversation: Conversation): Delivery[] {
  const { leavesAt, recorded } = conversation;
  return participants(conversation).map((person) =>
    owe(conversation, {
      kind: 'share',
      subject: 'all',
      to: person.id,
      at: nextWorkingMoment(person.calendar, leavesAt),
      rev: 1,
      cause: recorded,
    }),
  );
}
