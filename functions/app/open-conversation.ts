import type { Conversation } from '../domain/conversation.ts';
import { replay } from '../domain/evolve.ts';
import type { Instant } from '../domain/instant.ts';
import type { Claim, Receipt, Stored } from './ports.ts';

/**
 * How often a mail that SES refused is tried again before its deliveries are given up: about a week in all. Each try
 * is a claim in HEAD, which has 64 KB; so the waits grow instead of the number.
 */
export const REFUSALS_LIMIT = 48;

/** A refusal that may be tried again later, in another mail. */
export function isRetryable(receipt: Receipt): boolean {
  return (
    receipt.outcome === 'refused' && receipt.retryAt !== undefined && (receipt.refusals ?? 1) < REFUSALS_LIMIT
  );
}

/** The receipts of earlier mails with some of these deliveries that were refused. */
export function refusedBefore(keys: readonly string[], receipts: readonly Receipt[]): readonly Receipt[] {
  return receipts.filter(
    (receipt) => receipt.outcome === 'refused' && receipt.keys.some((key) => keys.includes(key)),
  );
}

/** How many of those count against the limit: not those during a pause, which is nothing the mail can help. */
export function refusalsBefore(keys: readonly string[], receipts: readonly Receipt[]): number {
  return Math.max(0, ...refusedBefore(keys, receipts).map((receipt) => receipt.refusals ?? 0));
}

/** Keys that have left or are about to; those of a mail that SES definitely refused are free again. */
function claimedKeys(stored: Stored): Set<string> {
  const freed = new Set(stored.receipts.filter(isRetryable).map((receipt) => receipt.mail));
  const claims = Object.entries(stored.claims).filter(([mail]) => !freed.has(mail));
  return new Set(claims.flatMap(([, claim]) => claim.keys));
}

/** Keys of mails that were refused for good: nobody got them, and nothing about them has to be taken back. */
function refusedKeys(stored: Stored): Set<string> {
  const final = stored.receipts.filter((receipt) => receipt.outcome === 'refused' && !isRetryable(receipt));
  return new Set(final.flatMap((receipt) => receipt.keys));
}

/** The conversation as its stored facts tell it, knowing which deliveries have left and which were refused. */
export function openConversation(stored: Stored): Conversation {
  const conversation = replay(stored.id, stored.facts);
  return { ...conversation, claimed: claimedKeys(stored), refused: refusedKeys(stored) };
}

/** Deliveries that SES refused and that wait for another try, with its moment. */
export function heldKeys(stored: Stored, now: Instant): Map<string, Instant> {
  const held = new Map<string, Instant>();
  for (const receipt of stored.receipts.filter(isRetryable)) {
    if (receipt.retryAt === undefined || receipt.retryAt <= now) continue;
    for (const key of receipt.keys) held.set(key, receipt.retryAt);
  }
  return held;
}

/** Mails that were claimed and of which nothing certain is known yet. */
export function openClaims(stored: Stored): { mail: string; claim: Claim }[] {
  const known = new Map(stored.receipts.map((receipt) => [receipt.mail, receipt.outcome]));
  return Object.entries(stored.claims).flatMap(([mail, claim]) => {
    const outcome = known.get(mail) ?? 'claimed';
    return outcome === 'claimed' || outcome === 'unknown' ? [{ mail, claim }] : [];
  });
}
