import { addressHash } from './hash.ts';

/** Gives each person of a first fact, or of an amendment, their tenant-wide id and their reply address. */
export function identified<T extends { id: string; person: string }>(
  people: readonly T[],
  words: Readonly<Record<string, string>>,
  known: Readonly<Record<string, string>>,
  newId: () => string,
): (T & { reply: string })[] {
  return people.map((entry) => {
    const email = words[`${entry.id}.email`];
    // Somebody without mail is a person of this conversation alone.
    const hash = email === undefined ? newId() : addressHash(email);
    return { ...entry, person: known[hash] ?? hash, reply: newId() };
  });
}
