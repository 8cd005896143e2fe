import { wordsIn } from '../../templates/words/words.ts';
import type { Instant } from '../domain/instant.ts';
import type { Tenant } from '../domain/tenant.ts';
import type { Feed } from './calendar-event.ts';
import { feedEvents } from './compose/feed-events.ts';
import { feedPerson } from './feed-link.ts';
import type { Stored } from './ports.ts';
import { viewOfStored } from './view.ts';

type Reading = { person: string; tenant: Tenant; now: Instant };

function eventsOf(stored: Stored, { person, tenant, now }: Reading): Feed['events'] {
  const view = viewOfStored(stored, now);
  const { status, leavesAt, people } = view.conversation;
  if (status !== 'open' || now < leavesAt) return [];
  const readers = people.filter((one) => !one.removed && feedPerson(one) === person);
  return readers.flatMap((reader) => feedEvents(view, reader, tenant));
}

/** What stands in one person's calendar of these conversations, in the order of time. */
export function feedOf(stored: readonly Stored[], reading: Reading): Feed {
  const events = stored.flatMap((one) => eventsOf(one, reading));
  const { locale, name } = reading.tenant;
  return {
    name: wordsIn(locale).calendar.fromProduct(name),
    events: events.sort((a, b) => a.start - b.start || (a.uid < b.uid ? -1 : 1)),
  };
}
