import type { Conversation } from '../domain/conversation.ts';
import { personOf } from '../domain/parties.ts';
import type { Deps } from './deps.ts';
import { feedPerson, feedToken, feedUrl } from './feed-link.ts';
import { holds, type Link, readLink } from './links.ts';
import { openConversation } from './open-conversation.ts';
import type { Stored } from './ports.ts';
import { statusIds, stoppedKinds } from './status-facts.ts';
import type { PersonalView } from './use-cases.ts';
import { viewOf } from './view.ts';

const NOWHERE = '-';

/** What somebody stopped holds everywhere at once, also before this conversation learns it at its next wake. */
export async function personalView(
  deps: Deps,
  conversation: Conversation,
  stored: Stored,
  link: Link,
): Promise<PersonalView> {
  const person = personOf(conversation, link.person);
  const statuses = await deps.store.readStatuses(statusIds(person));
  const optedOut = stoppedKinds(Object.values(statuses));
  const reader = feedPerson(person) ?? person.person;
  const revision = statuses[reader]?.feedRevision ?? 0;
  const url = feedUrl(deps.appUrl, feedToken(deps.keyring, { person: reader, revision }, deps.now()));
  const view = viewOf(conversation, stored, deps.now());
  return { ...view, person: link.person, optedOut, calendar: { url, revision } };
}

export async function opened(
  deps: Deps,
  token: string,
): Promise<{ link: Link; stored: Stored; conversation: Conversation } | undefined> {
  const link = readLink(deps.keyring, token, deps.now());
  // A token that names nothing costs the same reading as one that has ended.
  const stored = await deps.store.load(link?.conversation ?? NOWHERE);
  if (!link || !stored) return undefined;
  const conversation = openConversation(stored);
  return holds(link, conversation, deps.now()) ? { link, stored, conversation } : undefined;
}
