import { aboutOf } from './about.ts';
import { addressesOf } from './addresses.ts';
import type { Fact, PersonEntry } from './facts.ts';
import type { PersonId } from './ids.ts';

/** What stands where somebody's name stood, and where their words stood: blank ones would change what the facts mean. */
const ERASED_NAME = 'Someone';
const ERASED_WORDS = '[erased]';

/** Whom to erase: `commitments` are theirs now, `anonymous` stands for them from now on, `called` is what others write. */
export type Erasing = {
  person: PersonId;
  commitments: ReadonlySet<string>;
  anonymous: string;
  called: readonly string[];
  addresses: readonly string[];
};

const NAME_OR_ADDRESS = /^p\d+\.(?:name|email)$/;
const OF_COMMITMENT = /^(c\d+)\./;

/** Whether these words are theirs, or say something of them. */
function isTheirs(fact: Fact, path: string, { person, commitments }: Erasing): boolean {
  const about = aboutOf(fact);
  const commitment = OF_COMMITMENT.exec(path)?.[1];
  // What others promised stays theirs, whoever typed it.
  if (commitment !== undefined) return commitments.has(commitment);
  return fact.by === person || about.person === person || about.commitments.some((id) => commitments.has(id));
}

function erasedEntry(
  fact: Fact,
  [path, words]: readonly [string, string],
  erasing: Erasing,
): [string, string][] {
  const { person, addresses, called } = erasing;
  if (path === `${person}.email` || addresses.includes(words)) return [];
  if (path === `${person}.name`) return [[path, ERASED_NAME]];
  if (NAME_OR_ADDRESS.test(path) || words === '') return [[path, words]];
  if (isTheirs(fact, path, erasing)) return [[path, ERASED_WORDS]];
  return [[path, redacted(words, called, addresses)]];
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

function redacted(words: string, called: readonly string[], addresses: readonly string[]): string {
  const without = addresses.reduce(
    (text, address) => text.replace(new RegExp(escaped(address), 'giu'), ERASED_NAME),
    words,
  );
  return called.reduce((text, name) => text.replace(wordOf(name), ERASED_NAME), without);
}

/** A name as others write it. Scripts without capitals may be written without spaces, too. */
function wordOf(name: string): RegExp {
  const text = escaped(name);
  return /\p{Lo}/u.test(name)
    ? new RegExp(text, 'gu')
    : new RegExp(`(?<![\\p{L}\\p{N}])${text}(?![\\p{L}\\p{N}])`, 'gu');
}

function anonymised<T extends PersonEntry>(entry: T, { person, anonymous }: Erasing): T {
  return entry.id === person ? { ...entry, person: anonymous } : entry;
}

function withoutIdentity(fact: Fact, erasing: Erasing): Fact {
  if (fact.type === 'recorded')
    return { ...fact, people: fact.people.map((entry) => anonymised(entry, erasing)) };
  if (fact.type === 'amended' && fact.people)
    return { ...fact, people: fact.people.map((entry) => anonymised(entry, erasing)) };
  if ((fact.type === 'handedOver' || fact.type === 'coachingAdded') && fact.newcomer)
    return { ...fact, newcomer: anonymised(fact.newcomer, erasing) };
  return fact;
}

/**
 * The same facts without one person: their name, addresses, words, and what was written about them is gone, everything
 * that happened stays as it was. What others wrote keeps its words, but no longer names them.
 */
export function erasePerson(facts: readonly Fact[], erasing: Erasing): Fact[] {
  return facts.map((fact) => {
    const next = withoutIdentity(fact, erasing);
    if (!next.words) return next;
    const entries = Object.entries(next.words).flatMap((entry) => erasedEntry(fact, entry, erasing));
    return { ...next, words: Object.fromEntries(entries) };
  });
}

/** The same facts without an address that somebody else was given by mistake. */
export function eraseAddress(facts: readonly Fact[], address: string): Fact[] {
  return facts.map((fact) => {
    if (!fact.words) return fact;
    const entries = Object.entries(fact.words)
      .filter(([, words]) => words !== address)
      .map(([path, words]) => [path, redacted(words, [], [address])]);
    return { ...fact, words: Object.fromEntries(entries) };
  });
}

/** Every address that a person had in these facts and nobody else has in them. */
export function ownAddresses(facts: readonly Fact[], person: PersonId, others: readonly string[]): string[] {
  return [...new Set(addressesOf(facts, person))].filter((address) => !others.includes(address));
}
