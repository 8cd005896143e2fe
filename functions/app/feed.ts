import { wordsIn } from '../../templates/words/words.ts';
import type { Feed } from './calendar-event.ts';
import { feedEvents } from './compose/feed-events.ts';
import type { Deps } from './deps.ts';
import { type FeedLink, feedPerson, feedToken, feedUrl, readFeedToken } from './feed-link.ts';
import type { Stored } from './ports.ts';
import { NOT_FOUND } from './refused.ts';
import { managerKey } from './row.ts';
import type { UseCases } from './use-cases.ts';
import { viewOfStored } from './view.ts';

export type FeedDeps = { writeFeed: (feed: Feed) => string };

// What one reading may cost at most; nobody has more conversations at once in which something lies ahead.
const CONVERSATIONS_LIMIT = 50;

// Whoever brings a token that names nobody costs the same reading.
const NOBODY: FeedLink = { person: '-', revision: 0 };

function eventsOf(deps: Deps, stored: Stored, person: string): Feed['events'] {
  const view = viewOfStored(stored, deps.now());
  const { status, leavesAt, people } = view.conversation;
  if (status !== 'open' || deps.now() < leavesAt) return [];
  const readers = people.filter((one) => !one.removed && feedPerson(one) === person);
  return readers.flatMap((reader) => feedEvents(view, reader, deps.tenant));
}

/** Everybody's own calendar, under an address that reads and nothing else. */
export function makeFeed(deps: Deps & FeedDeps): Pick<UseCases, 'calendarFeed' | 'calendarAddress'> {
  return {
    calendarFeed: async (token) => {
      const link = readFeedToken(deps.keyring, token, deps.now());
      const { person } = link ?? NOBODY;
      const { revision, conversations } = await deps.store.readFeed(person, CONVERSATIONS_LIMIT);
      if (link?.revision !== revision) return NOT_FOUND;
      const stored = await Promise.all(conversations.map((id) => deps.store.load(id)));
      const events = stored.flatMap((one) => (one ? eventsOf(deps, one, person) : []));
      return {
        ok: deps.writeFeed({
          name: wordsIn(deps.tenant.locale).calendar.fromProduct(deps.tenant.name),
          events: events.sort((a, b) => a.start - b.start || (a.uid < b.uid ? -1 : 1)),
        }),
      };
    },
    calendarAddress: async (actor) => {
      const person = managerKey(actor.email);
      const { [person]: status } = await deps.store.readStatuses([person]);
      const link = { person, revision: status?.feedRevision ?? 0 };
      return feedUrl(deps.appUrl, feedToken(deps.keyring, link, deps.now()));
    },
  };
}
