import type { Commitment, Conversation, Counted } from './conversation.ts';
import { countedOf, verdictsOf } from './counted.ts';
import { TONES, type Tone } from './facts.ts';
import type { PersonId } from './ids.ts';
import type { Instant } from './instant.ts';
import { isSettled } from './parties.ts';

/** Misses in a row that their owner answered with "I chose something else", and when they last said so. */
export type Chose = { count: number; saidAt: Instant | undefined };

const NONE: Chose = { count: 0, saidAt: undefined };

/** Only "I chose something else" climbs; a kept one begins anew; learning and obstacles lead to help and leave it as it is. */
function climbed(chose: Chose, { kept, choseAt }: Counted): Chose {
  if (kept) return NONE;
  return choseAt === undefined ? chose : { count: chose.count + 1, saidAt: choseAt };
}

function carriedChose({ carried }: Conversation, owner: PersonId): Chose {
  const before = carried[owner];
  return before ? { count: before.chose, saidAt: before.saidAt } : NONE;
}

/** What one commitment has come to with its present owner, and with the topic that it repeats (source B). */
export function choseOf(conversation: Conversation, commitment: Commitment): Chose {
  const { owner } = commitment;
  return countedOf(commitment)
    .filter((counted) => counted.owner === owner)
    .reduce(climbed, carriedChose(conversation, owner));
}

/** What a person's commitments here have come to together: what a conversation that repeats this one goes on from. */
export function choseOfPerson(conversation: Conversation, person: PersonId): Chose {
  return verdictsOf(conversation, person).reduce(climbed, carriedChose(conversation, person));
}

/** The step at which a request about a commitment stands. Under the policy `ask`, an ask stays an ask. */
export function stepOf(conversation: Conversation, commitment: Commitment): Tone {
  if (conversation.policy.tone === 'ask') return 'ask';
  const { count } = choseOf(conversation, commitment);
  return TONES[Math.min(count, TONES.length - 1)] ?? 'ask';
}

/** Words of this step leave only once the manager has pressed for them. */
function isDraft(step: Tone): boolean {
  return step === 'lets-talk' || step === 'needed-now';
}

/** How a nudge about a commitment sounds: its step; of a draft that nobody pressed, the plain ask. */
export function toneOf(conversation: Conversation, commitment: Commitment): Tone {
  const step = stepOf(conversation, commitment);
  if (!isDraft(step)) return step;
  const { toneChosen } = commitment;
  return toneChosen?.step === step && toneChosen.tone === 'firmer' ? step : 'ask';
}

/** The step whose words wait for the manager, or were chosen and can be chosen anew; undefined where there is no draft. */
export function draftOf(conversation: Conversation, commitment: Commitment): Tone | undefined {
  if (conversation.status !== 'open' || commitment.removed || isSettled(commitment)) return undefined;
  const step = stepOf(conversation, commitment);
  return isDraft(step) ? step : undefined;
}
