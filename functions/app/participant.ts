import type { MailKind } from '../domain/facts.ts';
import { personOf } from '../domain/parties.ts';
import { changeConversation } from './change-conversation.ts';
import type { Deps } from './deps.ts';
import { feedPerson } from './feed-link.ts';
import { calendarCaps, optOutCaps, overLimit } from './limits.ts';
import { opened, personalView } from './open-link.ts';
import { NOT_FOUND } from './refused.ts';
import { statusIds } from './status-facts.ts';
import type { UseCases } from './use-cases.ts';

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

/** What a person's link opens, with no account: the link is who they are. What they say of it is in participant-act.ts. */
export function makeParticipant(deps: Deps): Pick<UseCases, 'openLink' | 'optOut' | 'renewCalendar'> {
  return {
    openLink: async (token) => {
      const open = await opened(deps, token);
      return open ? { ok: await personalView(deps, open.conversation, open.stored, open.link) } : NOT_FOUND;
    },
    optOut: makeOptOut(deps),
    renewCalendar: makeRenewCalendar(deps),
  };
}
