import type { Conversation } from '../domain/conversation.ts';
import { replay } from '../domain/evolve.ts';
import type { FactDraft, PersonId } from '../domain/facts.ts';
import type { Instant } from '../domain/instant.ts';
import { personOf, standing } from '../domain/parties.ts';
import { keyOf } from '../domain/plan/owe.ts';
import { changeConversation } from './change-conversation.ts';
import type { KeylessDeps } from './deps.ts';
import { addressHash } from './hash.ts';
import { openConversation } from './open-conversation.ts';
import type { Claim, Outcome, Stored } from './ports.ts';
import { statusIds } from './status-facts.ts';

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

/** What the tenant learns: the address the mail went to, which may have been corrected since, takes no more. */
async function markPerson(deps: KeylessDeps, stored: Stored, to: PersonId, event: MailEvent): Promise<void> {
  const { failed: why, at } = event;
  const then = replay(
    stored.id,
    stored.facts.filter((fact) => fact.no === 1 || fact.at <= event.claimedAt),
  );
  const person = then.people.find(({ id }) => id === to);
  if (!why || person?.email === undefined) return;
  const failed = { why, addressHash: addressHash(person.email), at };
  await Promise.all(statusIds(person).map((id) => deps.store.markFailed(id, failed)));
}

/** An id of a mail that left under another one already: SES took it twice. */
function otherSesId({ receipts }: Stored, { mail, sesId }: MailEvent): string | undefined {
  const known = receipts.find((receipt) => receipt.mail === mail)?.sesId;
  return known === undefined || known === sesId ? undefined : sesId;
}

/** Takes in what SES reports of a mail: its receipt, and the facts that follow from it. Idempotent, in any order. */
export async function takeFeedback(deps: KeylessDeps, event: MailEvent): Promise<void> {
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
      otherSesId: otherSesId(stored, event),
      detail,
    }),
    ...(outcome === 'accepted' ? [deps.store.noteSendEvent(event.claimedAt)] : []),
    ...(event.failed ? [markPerson(deps, stored, claim.to, event)] : []),
  ]);
  const factsFor = (conversation: Conversation) => [
    ...(outcome === 'delivered' ? askedFacts(conversation, claim) : []),
    ...failedFacts(conversation, claim.to, event),
  ];
  // Most events bring no fact about: they are spared the second read.
  if (factsFor(openConversation(stored)).length === 0) return;
  await changeConversation(deps, stored.id, (conversation) => ({ facts: factsFor(conversation) }));
}
