import type { Fact } from './facts.ts';
import type { CommitmentId, PersonId } from './ids.ts';

/** Which person and which commitments a fact is about, apart from who brought it about. */
export function aboutOf(fact: Fact): { person: PersonId | undefined; commitments: readonly CommitmentId[] } {
  const person = 'person' in fact ? fact.person : undefined;
  if ('commitments' in fact && fact.type !== 'recorded') return { person, commitments: fact.commitments };
  if ('commitment' in fact && fact.commitment !== undefined)
    return { person, commitments: [fact.commitment] };
  return { person, commitments: [] };
}
