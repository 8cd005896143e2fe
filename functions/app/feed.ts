import type { Feed } from './calendar-event.ts';
import type { Deps } from './deps.ts';
import { type FeedLink, feedToken, feedUrl, readFeedToken } from './feed-link.ts';
import { NOT_FOUND } from './refused.ts';
import { managerKey } from './row.ts';
import type { UseCases } from './use-cases.ts';

export type FeedDeps = { writeFeed: (feed: Feed) => string | Promise<string> };

// What one reading may cost at most; nobody has more conversations at once in which something lies ahead.
const CONVERSATIONS_LIMIT = 50;

// Whoever brings a token that names nobody costs the same reading.
const NOBODY: FeedLink = { person: '-', revision: 0 };

/** Everybody's own calendar, under an address that reads and nothing else. */
export function makeFeed(deps: Deps & FeedDeps): Pick<UseCases, 'calendarFeed' | 'calendarAddress'> {
  return {
    calendarFeed: async (token) => {
      const link = readFeedToken(deps.keyring, token, deps.now());
      const { person } = link ?? NOBODY;
      const { revision, conversations } = await deps.store.readFeed(person, CONVERSATIONS_LIMIT);
      if (link?.revision !== revision) return NOT_FOUND;
      const stored = await Promise.all(conversations.map((id) => deps.store.load(id)));
      const { feedOf } = await import('./feed-of.ts');
      const reading = { person, tenant: deps.tenant, now: deps.now() };
      return {
        ok: await deps.writeFeed(
          feedOf(
            stored.filter((one) => one !== undefined),
            reading,
          ),
        ),
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
