import { standing } from '../domain/parties.ts';
import { mayManage } from '../domain/tenant.ts';
import { draftOf } from '../domain/tone.ts';
import { actorOfToken, makeTokenCases } from './api-tokens.ts';
import type { Deps } from './deps.ts';
import { type FeedDeps, makeFeed } from './feed.ts';
import type { FreeTimesDeps } from './free-times.ts';
import { heldMail } from './held-mail.ts';
import { type CalendarDeps, makeInvitationFile } from './invitation-file.ts';
import { linkToken } from './links.ts';
import { makeMails } from './manager-mails.ts';
import { managesTalk } from './manages.ts';
import { once } from './once.ts';
import { openConversation } from './open-conversation.ts';
import { makeParticipant } from './participant.ts';
import type { Stored } from './ports.ts';
import { makeReflection } from './reflection.ts';
import { NOT_FOUND } from './refused.ts';
import { managerKey } from './row.ts';
import { openSession } from './session.ts';
import type { Actor, ConversationView, UseCases } from './use-cases.ts';
import { viewOfStored } from './view.ts';

async function readOwn(deps: Deps, actor: Actor, id: string): Promise<Stored | undefined> {
  const stored = await deps.store.load(id);
  return stored && managesTalk(actor, openConversation(stored)) ? stored : undefined;
}

/** With the firmer mails that wait for the manager, as each would read. */
async function withDrafts({ tenant, appUrl }: Deps, view: ConversationView): Promise<ConversationView> {
  const { conversation } = view;
  if (!standing(conversation).some((commitment) => draftOf(conversation, commitment))) return view;
  const { draftsOf } = await import('./compose/drafts.ts');
  return { ...view, drafts: draftsOf({ ...view, tenant, appUrl }, view.now) };
}

/** Everything the pages and the API can do, over the outside that `deps` stands for. */
export function makeUseCases(deps: Deps & CalendarDeps & FeedDeps & FreeTimesDeps): UseCases {
  const participant = makeParticipant(deps);
  const writing = once(async () => (await import('./writing.ts')).makeWriting(deps));
  const preview = once(async () => (await import('./preview.ts')).makePreview(deps));
  return {
    submit: async (...asked) => (await writing()).submit(...asked),
    preview: async (...asked) => (await preview())(...asked),
    command: async (...asked) => (await writing()).command(...asked),
    previewCommand: async (...asked) => (await writing()).previewCommand(...asked),
    act: async (...asked) => (await writing()).act(...asked),
    freeTimes: async (...asked) => (await writing()).freeTimes(...asked),
    askFreeTimes: async (...asked) => (await writing()).askFreeTimes(...asked),
    shares: {
      send: async (...asked) => (await writing()).shares.send(...asked),
      read: async (...asked) => (await writing()).shares.read(...asked),
      takeBack: async (...asked) => (await writing()).shares.takeBack(...asked),
      list: async (...asked) => (await writing()).shares.list(...asked),
    },
    read: async (actor, id) => {
      const stored = await readOwn(deps, actor, id);
      return stored ? { ok: await withDrafts(deps, viewOfStored(stored, deps.now())) } : NOT_FOUND;
    },
    mailHeld: () => heldMail(deps),
    list: (actor, page) => deps.store.listRows(managerKey(actor.email), page),
    ...participant,
    ...makeFeed(deps),
    ...makeReflection(deps),
    invitationFile: makeInvitationFile(deps, participant.openLink),
    recapOf: async (actor, id, person) => {
      const stored = await readOwn(deps, actor, id);
      const view = stored && viewOfStored(stored, deps.now());
      const reader = view?.conversation.people.find(
        (candidate) => candidate.id === person && !candidate.removed,
      );
      if (!view || !reader) return NOT_FOUND;
      return {
        ok: { view, link: `${deps.appUrl}/p/${linkToken(deps.keyring, view.conversation, reader.id)}` },
      };
    },
    actorOfToken: (token) => actorOfToken(deps, token),
    tokens: makeTokenCases(deps),
    mails: makeMails(deps),
    actorOfSession: (cookie) => {
      const session = openSession(cookie, deps.keyring, deps.now());
      return session && mayManage(deps.tenant, session.email) ? { email: session.email } : undefined;
    },
  };
}
