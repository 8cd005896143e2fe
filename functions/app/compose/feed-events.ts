import { cut } from '../../../templates/parts/cut.ts';
import { wordsIn } from '../../../templates/words/words.ts';
import type { Person } from '../../domain/conversation.ts';
import type { Delivery, DeliveryKind } from '../../domain/delivery.ts';
import { isCalledFor } from '../../domain/plan.ts';
import type { Tenant } from '../../domain/tenant.ts';
import type { FeedEvent } from '../calendar-event.ts';
import type { ConversationView } from '../use-cases.ts';
import { calendarEventFor } from './calendar-event-for.ts';

const SUMMARY_LENGTH = 80;

const TITLES: Partial<Record<DeliveryKind, 'talk' | 'due' | 'done'>> = {
  invitation: 'talk',
  'invitation-cancelled': 'talk',
  entry: 'due',
  'entry-done': 'done',
  'entry-cancelled': 'due',
};

function eventFor(
  { conversation, facts }: ConversationView,
  delivery: Delivery,
  reader: Person,
  tenant: Tenant,
): FeedEvent[] {
  const title = TITLES[delivery.kind];
  if (title === undefined) return [];
  const { at: stamp = conversation.recorded.at } = facts.find(({ no }) => no === delivery.fact) ?? {};
  const scope = { conversation, reader, sentAt: stamp, facts, page: '' };
  const self = { name: reader.name, email: tenant.sender };
  const { uid, sequence, start, end, busy, cancelled, series } = calendarEventFor(
    scope,
    delivery,
    tenant,
    self,
  );
  // A calendar is read by others too, and by whoever fetches it: the title of the conversation is all it tells.
  const summary = wordsIn(reader.locale).calendar[title](cut(conversation.title, SUMMARY_LENGTH));
  return [{ uid, sequence, stamp, start, end, summary, busy, cancelled, ...(series ? { series } : {}) }];
}

/**
 * What stands in one person's calendar of a conversation, moved, done and called off as it is now: by the plan and the
 * UIDs of the mailed invitations, of each the newest. Whether a mail about it left or reached anybody does not matter.
 */
export function feedEvents(view: ConversationView, reader: Person, tenant: Tenant): FeedEvent[] {
  const newest = new Map<string, FeedEvent>();
  for (const { delivery } of view.deliveries) {
    if (delivery.to !== reader.id || !isCalledFor(delivery, view.conversation)) continue;
    for (const event of eventFor(view, delivery, reader, tenant)) {
      const known = newest.get(event.uid);
      if (!known || known.sequence < event.sequence) newest.set(event.uid, event);
    }
  }
  return [...newest.values()];
}
