import type { Conversation } from '../domain/conversation.ts';
import { replay } from '../domain/evolve.ts';
import type { FactDraft } from '../domain/facts.ts';
import type { PersonId } from '../domain/ids.ts';
import { personOf, standing } from '../domain/parties.ts';
import { keyOf } from '../domain/plan/owe.ts';
import { changeConversation } from './change-conversation.ts';
import type { BareDeps } from './deps.ts';
import { addressHash } from './hash.ts';
import { type MailEvent, noteReport } from './mail-report.ts';
import { openConversation } from './open-conversation.ts';
import type { Claim, Stored } from './ports.ts';
import { statusIds } from './status-facts.ts';

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
async function markPerson(deps: BareDeps, stored: Stored, to: PersonId, event: MailEvent): Promise<void> {
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

/** Takes in a report from which facts may follow: who was asked, and whose address takes no more. */
export async function takeFacts(deps: BareDeps, event: MailEvent): Promise<void> {
  const stored = await deps.store.load(event.conversation);
  const claim = stored?.claims[event.mail];
  if (!stored || !claim) return;
  const receipt = stored.receipts.find(({ mail }) => mail === event.mail);
  await Promise.all([
    noteReport(deps.store, event, claim, receipt),
    ...(event.failed ? [markPerson(deps, stored, claim.to, event)] : []),
  ]);
  const factsFor = (conversation: Conversation) => [
    ...(event.outcome === 'delivered' ? askedFacts(conversation, claim) : []),
    ...failedFacts(conversation, claim.to, event),
  ];
  // Most bring no fact about: they are spared the second read.
  if (factsFor(openConversation(stored)).length === 0) return;
  await changeConversation(deps, stored.id, (conversation) => ({ facts: factsFor(conversation) }));
}
