import type { Conversation, Person } from './conversation.ts';
import { verdictsOf } from './counted.ts';
import type { Level } from './facts.ts';
import type { Instant } from './instant.ts';
import { KEPT_FOR_LIGHT, MISSED_FOR_OFFER } from './policy.ts';

/** A row of verdicts with one more: kept ones count up, missed ones down, and each turn begins anew. */
export function continued(streak: number, { kept }: { kept: boolean }): number {
  return kept ? Math.max(streak, 0) + 1 : Math.min(streak, 0) - 1;
}

/** A person's verdicts in a row with this manager: positive kept, negative missed. Silence changes nothing. */
export function streakOf(conversation: Conversation, { id }: Pick<Person, 'id'>): number {
  const before = conversation.carried[id]?.streak ?? 0;
  return verdictsOf(conversation, id).reduce(continued, before);
}

/** The level that a row of verdicts leads to by itself: nobody comes closer unless they choose it. */
export function levelOfStreak(streak: number): Level {
  return streak >= KEPT_FOR_LIGHT ? 'light' : 'normal';
}

/** The level that held at a moment: what happened later never changes what left then. */
export function levelAt({ contact }: Pick<Person, 'contact'>, at: Instant): Level {
  return contact.findLast((change) => change.at <= at)?.level ?? 'normal';
}

/** The level that holds now. */
export function levelOf({ contact }: Pick<Person, 'contact'>): Level {
  return contact.at(-1)?.level ?? 'normal';
}

/** Whether a look half way is offered: two missed in a row, and nothing chosen since. */
export function isCloserOffered(conversation: Conversation, person: Person): boolean {
  if (conversation.policy.contact === 'normal' || levelOf(person) === 'close') return false;
  if (streakOf(conversation, person) > -MISSED_FOR_OFFER) return false;
  const missed = verdictsOf(conversation, person.id).at(-1)?.at ?? conversation.recorded.at;
  return !person.contact.some(({ why, at }) => why === 'chosen' && at >= missed);
}
