import type { Conversation } from '../domain/conversation.ts';
import type { FactDraft, PersonId } from '../domain/facts.ts';
import type { Instant } from '../domain/instant.ts';
import { personOf, standing } from '../domain/parties.ts';
import { keyOf } from '../domain/plan/owe.ts';
import { changeConversation } from './change-conversation.ts';
import type { Deps } from './deps.ts';
import { addressHash } from './hash.ts';
import type { Claim, Outcome, Stored } from './ports.ts';

/** What SES says of one mail, read from its event. `at`: when it happened; `claimedAt`: from the mail's own tag. */
export type MailEvent = {
  conversation: string;
  mail: string;
  outcome: Exclude<Outcome, 'claimed' | 'unknown'>;
  at: Instant;
  claimedAt: Instant;
  sesId: string;
  /** A code or a reason without addresses, such as "mailbox-full". */
  detail: string | undefined;
  /** The address will never take mail again: a hard bounce, a complaint, a suppression. */
  failed: 'bounced' | 'complained' | 'suppressed' | undefined;
};

/** The due checks in a mail that ask about dates which still stand: only those can turn into silence. */
function askedFacts(conversation: Conversation, claim: Claim): FactDraft[] {
  return standing(conversation)
    .filter((commitment) => !commitment.asked && !commitment.judgement && commitment.owner === claim.to)
    .filter((commitment) =>
      claim.keys.includes(keyOf('due-check', commitment.id, claim.to, commitment.dueSet.fact)),
    )
    .map((commitment) => ({ type: 'asked', by: 'system', commitment: commitment.id, person: claim.to }));
}

function failedFacts(conversation: Conversation, to: PersonId, event: MailEvent): FactDraft[] {
  const person = personOf(conversation, to);
  if (!event.failed || person.addressFailed || person.removed) return [];
  // The mail went to an address that was corrected since: the new one has not failed.
  if (person.addressCorrected && person.addressCorrected.at > event.claimedAt) return [];
  return [{ type: 'addressFailed', by: 'system', person: to, why: event.failed }];
}

async function markPerson(deps: Deps, stored: Stored, to: PersonId, event: MailEvent): Promise<void> {
  const fact = stored.facts.flatMap((candidate) =>
    candidate.type === 'recorded' || candidate.type === 'amended' ? (candidate.people ?? []) : [],
  );
  const entry = fact.find((candidate) => candidate.id === to);
  const emails = stored.facts
    .filter(({ at }) => at <= event.claimedAt)
    .map(({ words }) => words?.[`${to}.email`]);
  const email = emails.findLast((candidate) => candidate !== undefined);
  if (!entry || !event.failed || email === undefined) return;
  await deps.store.markFailed(entry.person, {
    why: event.failed,
    addressHash: addressHash(email),
    at: event.at,
  });
}

/** Takes in what SES reports of a mail: its receipt, and the facts that follow from it. Idempotent, in any order. */
export async function takeFeedback(deps: Deps, event: MailEvent): Promise<void> {
  const stored = await deps.store.load(event.conversation);
  const claim = stored?.claims[event.mail];
  if (!stored || !claim) return;
  const { mail, outcome, at, sesId, detail } = event;
  await Promise.all([
    deps.store.recordOutcome(stored.id, {
      mail,
      keys: claim.keys,
      to: claim.to,
      outcome,
      times: { [outcome]: at },
      sesId,
      detail,
    }),
    ...(outcome === 'accepted' ? [deps.store.noteSendEvent(event.claimedAt)] : []),
    ...(event.failed ? [markPerson(deps, stored, claim.to, event)] : []),
  ]);
  await changeConversation(deps, stored.id, (conversation) => ({
    facts: [
      ...(outcome === 'delivered' ? askedFacts(conversation, claim) : []),
      ...failedFacts(conversation, claim.to, event),
    ],
  }));
}
