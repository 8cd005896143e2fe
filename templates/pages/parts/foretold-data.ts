import type { Conversation } from '../../../functions/domain/conversation.ts';
import type { Instant } from '../../../functions/domain/instant.ts';
import type { PlanChange } from '../../../functions/domain/plan-change.ts';
import type { DeliveryData } from './conversation-data.ts';

/** What a command would change of what people get. `after`: the conversation as it would stand. */
export type ForetoldData = {
  before: Conversation;
  after: Conversation;
  changes: readonly PlanChange<DeliveryData>[];
  now: Instant;
};
