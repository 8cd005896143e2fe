import type { Conversation } from '../domain/conversation.ts';
import type { Delivery } from '../domain/delivery.ts';
import type { Instant } from '../domain/instant.ts';
import { isCalledFor, plan } from '../domain/plan.ts';
import { grantGoneAt } from './grant-gone.ts';
import { isRetryable, openConversation } from './open-conversation.ts';
import type { Receipt, Stored } from './ports.ts';
import type { ConversationView, DeliveryView } from './use-cases.ts';

function stateOf(delivery: Delivery, conversation: Conversation, now: Instant): DeliveryView['state'] {
  if (conversation.claimed.has(delivery.key)) return 'left';
  if (delivery.skipped) return 'skipped';
  if (delivery.notAfter !== undefined && delivery.notAfter <= now) return 'expired';
  const past = delivery.at <= now;
  if (delivery.waitsForAgreement) return past ? 'skipped' : 'if-agreed';
  return isCalledFor(delivery, conversation) ? 'ahead' : 'skipped';
}

function explained(delivery: Delivery, state: DeliveryView['state']): Delivery {
  if (state !== 'skipped' || delivery.skipped) return delivery;
  return { ...delivery, skipped: delivery.waitsForAgreement ? 'not-agreed' : 'never-sent' };
}

/** A delivery that was tried again has several receipts: refused ones in their order, then the one that holds its key. */
function newerLast(a: Receipt, b: Receipt): number {
  const tries = (receipt: Receipt) =>
    isRetryable(receipt) ? (receipt.refusals ?? 1) : Number.MAX_SAFE_INTEGER;
  return tries(a) - tries(b);
}

/** What a conversation owes with what became of it, for pages, the API and "why did I not get this?". */
export function viewOf(
  conversation: Conversation,
  stored: Pick<Stored, 'facts' | 'receipts'>,
  now: Instant,
): ConversationView {
  const byKey = new Map<string, Receipt>();
  for (const receipt of [...stored.receipts].sort(newerLast))
    for (const key of receipt.keys) byKey.set(key, receipt);
  const deliveries = plan(conversation).map((delivery): DeliveryView => {
    const state = stateOf(delivery, conversation, now);
    return { delivery: explained(delivery, state), state, receipt: byKey.get(delivery.key) };
  });
  const planned = new Set(deliveries.map(({ delivery }) => delivery.key));
  const former = stored.receipts.filter((receipt) => !receipt.keys.some((key) => planned.has(key)));
  const calendarLost = grantGoneAt(stored.receipts, now);
  return {
    conversation,
    facts: stored.facts,
    deliveries,
    former,
    now,
    ...(calendarLost && { calendarLost }),
  };
}

export function viewOfStored(stored: Stored, now: Instant): ConversationView {
  return viewOf(openConversation(stored), stored, now);
}
