import type { Conversation } from './conversation.ts';
import { replay } from './evolve.ts';
import type { Fact, Tone } from './facts.ts';
import type { CommitmentId } from './ids.ts';
import type { Instant } from './instant.ts';
import { type Chose, choseOf, toneOf } from './tone.ts';

/** How nudges about a commitment sounded at a moment, and what had led to it; undefined for the plain ask. */
export function toneThen(
  conversation: Conversation,
  facts: readonly Fact[],
  id: CommitmentId,
  at: Instant,
): (Chose & { tone: Tone }) | undefined {
  // Telling it costs a replay; most people never chose something else.
  const mayHave =
    Object.values(conversation.carried).some(({ chose }) => chose > 0) ||
    facts.some(
      (fact) => 'reason' in fact && fact.commitment === id && fact.reason === 'chose-something-else',
    );
  if (!mayHave) return undefined;
  const then = replay(
    conversation.id,
    facts.filter((fact) => fact.no === 1 || fact.at <= at),
  );
  const commitment = then.commitments.find((one) => one.id === id);
  const tone = commitment ? toneOf(then, commitment) : 'ask';
  return commitment && tone !== 'ask' ? { tone, ...choseOf(then, commitment) } : undefined;
}
