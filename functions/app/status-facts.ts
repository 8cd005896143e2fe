import type { Conversation, Person } from '../domain/conversation.ts';
import type { FactDraft, MailKind } from '../domain/facts.ts';
import { addressHash } from './hash.ts';
import type { PersonStatus } from './ports.ts';

/**
 * Under which ids the tenant knows somebody. Whoever's address was corrected here is also whoever that address stands
 * for elsewhere: after a slip of the pen the two are one person, and what they stopped holds under both.
 */
export function statusIds(person: Person): string[] {
  const corrected =
    person.addressRevision > 1 && person.email !== undefined ? [addressHash(person.email)] : [];
  return [...new Set([person.person, ...corrected])];
}

/** Every kind of mail that somebody stopped, under whichever of their ids. */
export function stoppedKinds(statuses: readonly PersonStatus[]): MailKind[] {
  return [...new Set(statuses.flatMap(({ optedOut }) => optedOut))];
}

function optOutFact(person: Person, statuses: readonly PersonStatus[]): FactDraft[] {
  const kinds = stoppedKinds(statuses);
  const same =
    person.optedOut.length === kinds.length && kinds.every((kind) => person.optedOut.includes(kind));
  return same ? [] : [{ type: 'optedOut', by: 'system', person: person.id, kinds }];
}

function failedFact(person: Person, statuses: readonly PersonStatus[]): FactDraft[] {
  const { email } = person;
  if (person.addressFailed || email === undefined) return [];
  // A corrected address is another one, and one confirmed again works again: what was known before does not stop it.
  const known = statuses.find(
    ({ failed }) =>
      failed?.addressHash === addressHash(email) && failed.at > (person.addressCorrected?.at ?? -Infinity),
  );
  return known?.failed
    ? [{ type: 'addressFailed', by: 'system', person: person.id, why: known.failed.why }]
    : [];
}

/** What the tenant knows of these people that this conversation does not yet: it learns it as facts. */
export function statusFacts(
  conversation: Conversation,
  statuses: Readonly<Record<string, PersonStatus>>,
): FactDraft[] {
  if (conversation.status === 'taken-back') return [];
  return conversation.people
    .filter((person) => !person.removed)
    .flatMap((person) => {
      const known = statusIds(person).flatMap((id) => statuses[id] ?? []);
      return known.length === 0 ? [] : [...optOutFact(person, known), ...failedFact(person, known)];
    });
}
