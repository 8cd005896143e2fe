import { coachedOf } from '../domain/coach/coached-of.ts';
import type { Conversation } from '../domain/conversation.ts';
import { stamp } from '../domain/decide.ts';
import { replay } from '../domain/evolve.ts';
import type { PersonId } from '../domain/ids.ts';
import { standing } from '../domain/parties.ts';
import { mayManage } from '../domain/tenant.ts';
import { draftOf } from '../domain/tone.ts';
import { actorOfToken, makeTokenCases } from './api-tokens.ts';
import type { Deps } from './deps.ts';
import { namedWrong } from './earlier-one.ts';
import { type FeedDeps, makeFeed } from './feed.ts';
import { type FreeTimesDeps, makeFreeTimes } from './free-times.ts';
import { heldMail } from './held-mail.ts';
import { type CalendarDeps, makeInvitationFile } from './invitation-file.ts';
import { linkToken } from './links.ts';
import { makeCommands, managesTalk } from './manager-commands.ts';
import { makeMails } from './manager-mails.ts';
import { openConversation } from './open-conversation.ts';
import { makeParticipant } from './participant.ts';
import type { Stored } from './ports.ts';
import { makeReflection } from './reflection.ts';
import { NOT_FOUND } from './refused.ts';
import { managerKey } from './row.ts';
import { openSession } from './session.ts';
import { makeShares } from './shares.ts';
import { makeSubmit, readSubmit } from './submit.ts';
import type { Actor, ConversationView, RenderedMail, UseCases } from './use-cases.ts';
import { viewOf, viewOfStored } from './view.ts';

// What renders mails, and what reads for vague words, is loaded by the first preview: most requests show a page and need neither.

async function recapOf(deps: Deps, conversation: Conversation, person: PersonId): Promise<RenderedMail> {
  const { renderGroup } = await import('./compose-mail.ts');
  const deliveries = viewOf(conversation, { facts: [], receipts: [] }, deps.now()).deliveries.map(
    ({ delivery }) => delivery,
  );
  const recap = deliveries.filter((delivery) => delivery.kind === 'recap' && delivery.to === person);
  return renderGroup(conversation, recap, {
    tenant: deps.tenant,
    appUrl: deps.appUrl,
    token: (id) => linkToken(deps.keyring, conversation, id),
    sentAt: deps.now(),
  });
}

function makePreview(deps: Deps): UseCases['preview'] {
  return async (actor, input) => {
    const now = deps.now();
    const read = await namedWrong(deps, actor, input, readSubmit(deps, actor, input, now));
    if ('refused' in read) return read;
    const facts = stamp([read.ok], 0, now);
    const conversation = replay('preview', facts);
    const readers = conversation.people.filter((person) => person.role !== 'partner');
    const { coach } = await import('../domain/coach/coach.ts');
    const recaps = readers.map(async ({ id }) => ({ to: id, mail: await recapOf(deps, conversation, id) }));
    return {
      ok: {
        view: viewOf(conversation, { facts, receipts: [] }, now),
        recaps: await Promise.all(recaps),
        hints: coach(coachedOf(conversation, now)),
      },
    };
  };
}

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
  return {
    submit: makeSubmit(deps),
    preview: makePreview(deps),
    ...makeCommands(deps),
    read: async (actor, id) => {
      const stored = await readOwn(deps, actor, id);
      return stored ? { ok: await withDrafts(deps, viewOfStored(stored, deps.now())) } : NOT_FOUND;
    },
    mailHeld: () => heldMail(deps),
    list: (actor, page) => deps.store.listRows(managerKey(actor.email), page),
    ...participant,
    ...makeFeed(deps),
    ...makeFreeTimes(deps),
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
    shares: makeShares(deps),
    actorOfSession: (cookie) => {
      const session = openSession(cookie, deps.keyring, deps.now());
      return session && mayManage(deps.tenant, session.email) ? { email: session.email } : undefined;
    },
  };
}
