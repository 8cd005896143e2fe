import { eraseAddress, erasePerson, ownAddresses } from '../domain/erase-person.ts';
import type { Fact } from '../domain/facts.ts';
import { openConversation } from './open-conversation.ts';
import { whoHas } from './person-file.ts';
import type { Stored } from './ports.ts';

// Particles such as van or de are words of their own: only what begins with a capital, or has none, is a name.
const NAME_PART = /(?:\p{Lu}|\p{Lo})[\p{L}\p{M}’'-]+/gu;

function partsOf(name: string): string[] {
  return [...name.matchAll(NAME_PART)].map(([part]) => part);
}

/** A conversation's facts once whoever has an address in it is erased; `anonymous` stands for them from then on. */
export function erasedFacts(stored: Stored, address: string, anonymous: string): Fact[] {
  const conversation = openConversation(stored);
  const you = whoHas(conversation, address);
  if (!you) return eraseAddress(stored.facts, address);
  const { people, commitments } = conversation;
  const others = people.filter(({ id }) => id !== you.id);
  const taken = new Set(others.flatMap(({ name }) => [name, ...partsOf(name)]));
  return erasePerson(stored.facts, {
    person: you.id,
    commitments: new Set(commitments.filter(({ owner }) => owner === you.id).map(({ id }) => id)),
    anonymous,
    // The whole name first, so that no surname is left standing. One that another bears too says nothing of them.
    called: [you.name, ...partsOf(you.name)].filter((name) => !taken.has(name)),
    addresses: ownAddresses(
      stored.facts,
      you.id,
      others.flatMap(({ email }) => email ?? []),
    ),
  });
}
