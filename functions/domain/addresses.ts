import type { Fact } from './facts.ts';
import type { PersonId } from './ids.ts';

/** Every address a person of a conversation was ever given, oldest first; the last one is theirs now. */
export function addressesOf(facts: readonly Pick<Fact, 'words'>[], person: PersonId): string[] {
  return facts.flatMap(({ words }) => words?.[`${person}.email`] ?? []);
}
