import { participantCommandSchema } from '../domain/commands.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { MailKind } from '../domain/facts.ts';
import { personOf } from '../domain/parties.ts';
import { fieldErrors } from '../domain/record.ts';
import { carryOut } from './carry-out.ts';
import { changeConversation } from './change-conversation.ts';
import type { Deps } from './deps.ts';
import { answerCaps, optOutCaps, overLimit } from './limits.ts';
import { holds, type Link, readLink } from './links.ts';
import { openConversation } from './open-conversation.ts';
import type { Stored } from './ports.ts';
import { invalid, NOT_FOUND } from './refused.ts';
import { statusIds, stoppedKinds } from './status-facts.ts';
import type { PersonalView, UseCases } from './use-cases.ts';
import { viewOf } from './view.ts';

/** What somebody stopped holds everywhere at once, also before this conversation learns it at its next wake. */
async function personalView(
  deps: Deps,
  conversation: Conversation,
  stored: Stored,
  link: Link,
): Promise<PersonalView> {
  const statuses = await deps.store.readStatuses(statusIds(personOf(conversation, link.person)));
  const optedOut = stoppedKinds(Object.values(statuses));
  return { ...viewOf(conversation, stored, deps.now()), person: link.person, optedOut };
}

async function opened(
  deps: Deps,
  token: string,
): Promise<{ link: Link; stored: Stored; conversation: Conversation } | undefined> {
  const link = readLink(deps.keyring, token, deps.now());
  const stored = link && (await deps.store.load(link.conversation));
  if (!link || !stored) return undefined;
  const conversation = openConversation(stored);
  return holds(link, conversation, deps.now()) ? { link, stored, conversation } : undefined;
}

function makeAct(deps: Deps): UseCases['act'] {
  return async (token, input) => {
    const open = await opened(deps, token);
    if (!open) return NOT_FOUND;
    const parsed = participantCommandSchema.safeParse(input);
    if (!parsed.success) return invalid(fieldErrors(parsed.error));
    const { link } = open;
    const over = await overLimit(deps.store.countUp, answerCaps(link.conversation, link.person), deps.now());
    if (over) return { refused: over };
    const changed = await changeConversation(deps, link.conversation, (conversation, stored) =>
      holds(link, conversation, deps.now())
        ? carryOut(deps, { command: parsed.data, by: link.person }, {})(conversation, stored)
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

/** What a person can do through their link, with no account: the link is who they are. */
export function makeParticipant(deps: Deps): Pick<UseCases, 'openLink' | 'act' | 'optOut'> {
  return {
    openLink: async (token) => {
      const open = await opened(deps, token);
      return open ? { ok: await personalView(deps, open.conversation, open.stored, open.link) } : NOT_FOUND;
    },
    act: makeAct(deps),
    optOut: makeOptOut(deps),
  };
}
