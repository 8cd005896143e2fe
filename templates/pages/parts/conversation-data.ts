import type { Conversation } from '../../../functions/domain/conversation.ts';
import type { Delivery } from '../../../functions/domain/delivery.ts';
import type { Fact, PersonId } from '../../../functions/domain/facts.ts';
import type { Instant } from '../../../functions/domain/instant.ts';

type Outcome =
  | 'claimed'
  | 'unknown'
  | 'refused'
  | 'accepted'
  | 'delayed'
  | 'delivered'
  | 'bounced'
  | 'complained';

export type ReceiptData = {
  outcome: Outcome;
  times: Partial<Record<Outcome, Instant>>;
  keys: readonly string[];
  to: PersonId;
  detail?: string | undefined;
  retryAt?: Instant | undefined;
};

export type DeliveryData = {
  delivery: Delivery;
  state: 'left' | 'ahead' | 'if-agreed' | 'skipped' | 'expired';
  receipt: ReceiptData | undefined;
};

/** A conversation as its pages show it: how it stands, what happened, what was sent, what comes. */
export type ConversationData = {
  conversation: Conversation;
  facts: readonly Fact[];
  deliveries: readonly DeliveryData[];
  /** Receipts of deliveries that are no longer in the plan. */
  former: readonly ReceiptData[];
  /** Since when the manager's calendar takes nothing from us. */
  calendarLost?: Instant | undefined;
  now: Instant;
};
