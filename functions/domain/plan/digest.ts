import type { Conversation } from '../conversation.ts';
import type { Delivery } from '../delivery.ts';
import { digestAt } from '../digest.ts';
import { personOf } from '../parties.ts';
import { nextOpening } from '../working-time.ts';
import { owe } from './owe.ts';

/** One mail to the manager at the opening of the first working day of the week; a day later it is no use any more. */
export function planDigest(conversation: Conversation): Delivery[] {
  const { week, quiet, recorded } = conversation;
  const manager = personOf(conversation, conversation.manager);
  const at = week === undefined ? undefined : digestAt(manager.calendar, week);
  if (at === undefined) return [];
  return [
    owe(conversation, {
      kind: 'digest',
      subject: 'all',
      to: manager.id,
      at,
      rev: 1,
      cause: recorded,
      notAfter: nextOpening(manager.calendar, at),
      skipped: quiet ? 'nothing-to-tell' : undefined,
    }),
  ];
}
