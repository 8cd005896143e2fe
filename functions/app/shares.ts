import type { Conversation } from '../domain/conversation.ts';
import { readShare } from '../domain/record/share.ts';
import { isRefusal } from '../domain/refusal.ts';
import type { Row } from '../domain/row.ts';
import { carryOut } from './carry-out.ts';
import { changeConversation } from './change-conversation.ts';
import type { KeylessDeps } from './deps.ts';
import { manages } from './manages.ts';
import { NOT_FOUND } from './refused.ts';
import { managerKey } from './row.ts';
import { makeSubmitOf } from './submit.ts';
import type { Actor, Answer, ConversationView } from './use-cases.ts';
import { viewOf, viewOfStored } from './view.ts';

/** A manager's notes to people, which ask nothing; they are kept apart from conversations everywhere. */
export type ShareCases = {
  /** 201 with `created`, or the earlier answer to the same idempotency key. */
  send: (
    actor: Actor,
    input: unknown,
    idempotencyKey: string | undefined,
  ) => Promise<Answer<{ created: boolean; view: ConversationView }>>;
  /** Who got it, as far as mailboxes tell; nobody is watched opening it. 404 also for another manager's. */
  read: (actor: Actor, id: string) => Promise<Answer<ConversationView>>;
  /** As long as nothing has left. */
  takeBack: (actor: Actor, id: string) => Promise<Answer<ConversationView>>;
  /** Newest first. */
  list: (
    actor: Actor,
    page: { limit: number; after: string | undefined },
  ) => Promise<{ rows: readonly Row[]; after: string | undefined }>;
};

function isOwn(actor: Actor, conversation: Conversation): boolean {
  return conversation.kind === 'share' && manages(actor, conversation);
}

function makeTakeBack(deps: KeylessDeps): ShareCases['takeBack'] {
  return async (actor, id) => {
    const changed = await changeConversation(deps, id, (conversation, stored) => {
      if (!isOwn(actor, conversation)) return { stop: NOT_FOUND };
      const undo = { command: { type: 'undo' as const }, by: conversation.manager };
      return carryOut(deps, undo, {})(conversation, stored);
    });
    if (!changed) return NOT_FOUND;
    if ('stop' in changed) return changed.stop;
    return { ok: viewOf(changed.conversation, changed.stored, deps.now()) };
  };
}

export function makeShares(deps: KeylessDeps): ShareCases {
  return {
    send: makeSubmitOf(deps, (actor, input, now) => {
      const { tenant, zoneData } = deps;
      const answer = readShare(input, { tenant, actor: actor.email, now, zoneData });
      return isRefusal(answer)
        ? { refused: { status: 422, errors: answer.errors } }
        : { ok: answer.recorded };
    }),
    read: async (actor, id) => {
      const stored = await deps.store.load(id);
      if (!stored) return NOT_FOUND;
      const view = viewOfStored(stored, deps.now());
      return isOwn(actor, view.conversation) ? { ok: view } : NOT_FOUND;
    },
    takeBack: makeTakeBack(deps),
    list: (actor, page) => deps.store.listRows(managerKey(actor.email), { ...page, of: 'shared' }),
  };
}
