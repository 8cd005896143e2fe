import { participantCommandSchema } from '../domain/commands.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { MailKind } from '../domain/facts.ts';
import { personOf } from '../domain/parties.ts';
import { readFields } from '../domain/read-fields.ts';
import { carryOut } from './carry-out.ts';
import { changeConversation } from './change-conversation.ts';
import type { Deps } from './deps.ts';
import { feedPerson, feedToken, feedUrl } from './feed-link.ts';
import { answerCaps, calendarCaps, optOutCaps, overLimit } from './limits.ts';
import { holds, type Link, readLink } from './links.ts';
import { openConversation } from './open-conversation.ts';
import type { Stored } from './ports.ts';
import { invalid, NOT_FOUND } from './refused.ts';
import { statusIds, stoppedKinds } from './status-facts.ts';
import type { PersonalView, UseCases } from './use-cases.ts';
import { viewOf } from './view.ts';

const NOWHERE = '-';

/** What somebody stopped holds everywhere at once, also before this conversation learns it at its next wake. */
async function personalView(
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

async function opened(
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

function makeAct(deps: Deps): UseCases['act'] {
  return async (token, input) => {
    const open = await opened(deps, token);
    if (!open) return NOT_FOUND;
    const read = readFields(participantCommandSchema, input);
    if ('errors' in read) return invalid(read.errors);
    const { link } = open;
    const over = await overLimit(deps.store.countUp, answerCaps(link.conversation, link.person), deps.now());
    if (over) return { refused: over };
    const changed = await changeConversation(deps, link.conversation, (conversation, stored) =>
      holds(link, conversation, deps.now())
        ? carryOut(deps, { command: read.data, by: link.person }, {})(conversation, stored)
        : { stop: NOT_FOUND },
    );
    if (!changed) return NOT_FOUND;
    if ('stop' in changed) return changed.stop;
    return { ok: await personalView(deps, changed.conversation, changed.stored, link) };
  };
}

function makeOptOut(deps: Deps): UseCases['optOut'] {
  return async (token, kinds: readonly MailKind[]) => {
    const open = await opened(deps, token);
    if (!open) return NOT_FOUND;
    const { link } = open;
    const over = await overLimit(deps.store.countUp, optOutCaps(link.conversation, link.person), deps.now());
    if (over) return { refused: over };
    // The tenant-wide choice first: this conversation and every other one learns it from there at its next wake.
    const ids = statusIds(personOf(open.conversation, link.person));
    await Promise.all(ids.map((id) => deps.store.saveOptOut(id, kinds)));
    const changed = await changeConversation(deps, link.conversation, (conversation) => {
      const now = personOf(conversation, link.person).optedOut;
      const same = now.length === kinds.length && kinds.every((kind) => now.includes(kind));
      return {
        facts: same ? [] : [{ type: 'optedOut', by: link.person, person: link.person, kinds: [...kinds] }],
      };
    });
    if (!changed || 'stop' in changed) return NOT_FOUND;
    return { ok: await personalView(deps, changed.conversation, changed.stored, link) };
  };
}

function makeRenewCalendar(deps: Deps): UseCases['renewCalendar'] {
  return async (token, from) => {
    const open = await opened(deps, token);
    if (!open) return NOT_FOUND;
    const { link, conversation, stored } = open;
    const over = await overLimit(
      deps.store.countUp,
      calendarCaps(link.conversation, link.person),
      deps.now(),
    );
    if (over) return { refused: over };
    const person = feedPerson(personOf(conversation, link.person));
    if (person !== undefined) await deps.store.renewFeed(person, from);
    return { ok: await personalView(deps, conversation, stored, link) };
  };
}

/** What a person can do through their link, with no account: the link is who they are. */
export function makeParticipant(deps: Deps): Pick<UseCases, 'openLink' | 'act' | 'optOut' | 'renewCalendar'> {
  return {
    openLink: async (token) => {
      const open = await opened(deps, token);
      return open ? { ok: await personalView(deps, open.conversation, open.stored, open.link) } : NOT_FOUND;
    },
    act: makeAct(deps),
    optOut: makeOptOut(deps),
    renewCalendar: makeRenewCalendar(deps),
  };
}
