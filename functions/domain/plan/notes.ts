import type { Aside } from '../check-in.ts';
import type { Conversation } from '../conversation.ts';
import type { Delivery } from '../delivery.ts';
import { type Instant, latest } from '../instant.ts';
import { commitmentOf, isOver, personOf } from '../parties.ts';
import { afterAnswer, owe } from './owe.ts';

/** What it was about is gone, kept or let go: there is nothing left to talk about. */
function isMoot(conversation: Conversation, { commitment: id }: Aside): boolean {
  if (id === undefined) return false;
  const commitment = commitmentOf(conversation, id);
  return !commitment || isOver(commitment);
}

/** A verdict taken back opens again what it had put to rest, and not what it had kept from leaving until then. */
function openSince(conversation: Conversation, { commitment: id, at }: Aside): Instant {
  const judgement = id && commitmentOf(conversation, id)?.judgement;
  return judgement?.replaces ? latest(at, judgement.at) : at;
}

/** To the manager: what people need of them, each once, in the next working moment after the time to take it back. */
export function planNotes(conversation: Conversation): Delivery[] {
  const manager = personOf(conversation, conversation.manager);
  return conversation.asides
    .filter(({ by }) => by !== manager.id)
    .map((aside) =>
      owe(conversation, {
        kind: 'note',
        subject: aside.commitment ?? 'all',
        to: manager.id,
        at: afterAnswer(manager, aside),
        rev: aside.fact,
        cause: aside,
        plannedAt: openSince(conversation, aside),
        skipped: isMoot(conversation, aside) ? 'settled' : undefined,
      }),
    );
}
