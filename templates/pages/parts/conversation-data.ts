import type { Conversation } from '../../../functions/domain/conversation.ts';
import type { Delivery } from '../../../functions/domain/delivery.ts';
import type { Fact, Tone } from '../../../functions/domain/facts.ts';
import type { CommitmentId, PersonId } from '../../../functions/domain/ids.ts';
import type { Instant } from '../../../functions/domain/instant.ts';
import type { View } from '../../mail/view.ts';

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

/** The next mail about a commitment in the words of a step that waits for the manager. */
export type DraftData = { commitment: CommitmentId; step: Tone; at: Instant; view: View };

/** A conversation as its pages show it: how it stands, what happened, what was sent, what comes. */
export type ConversationData = {
  conversation: Conversation;
  facts: readonly Fact[];
  deliveries: readonly DeliveryData[];
  /** Receipts of deliveries that are no longer in the plan. */
  former: readonly ReceiptData[];
  /** Since when the manager's calendar takes nothing from us. */
  calendarLost?: Instant | undefined;
  drafts?: readonly DraftData[];
  now: Instant;
};
