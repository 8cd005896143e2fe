import type { Conversation, Person } from '../domain/conversation.ts';
import type { FactDraft } from '../domain/facts.ts';
import { addressHash } from './hash.ts';
import type { PersonStatus } from './ports.ts';

function optOutFact(person: Person, status: PersonStatus): FactDraft[] {
  const same =
    person.optedOut.length === status.optedOut.length &&
    status.optedOut.every((kind) => person.optedOut.includes(kind));
  if (same) return [];
  return [{ type: 'optedOut', by: 'system', person: person.id, kinds: [...status.optedOut] }];
}

function failedFact(person: Person, status: PersonStatus): FactDraft[] {
  const { failed } = status;
  if (!failed || person.addressFailed || person.email === undefined) return [];
  // A corrected address is another one: what is known of the old one does not stop it.
  if (addressHash(person.email) !== failed.addressHash) return [];
  return [{ type: 'addressFailed', by: 'system', person: person.id, why: failed.why }];
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
      const status = statuses[person.person];
      return status ? [...optOutFact(person, status), ...failedFact(person, status)] : [];
    });
}
