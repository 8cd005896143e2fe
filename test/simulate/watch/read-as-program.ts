import { REFUSALS_LIMIT } from '../../../functions/app/open-conversation.ts';
import type { Stored } from '../../../functions/app/ports.ts';
import type { Conversation } from '../../../functions/domain/conversation.ts';
import { evolve, replay } from '../../../functions/domain/evolve.ts';
import { type Instant, latest } from '../../../functions/domain/instant.ts';
import { isOwed, plan } from '../../../functions/domain/plan.ts';
import type { Watched } from './watched.ts';

/** Which deliveries count as left, and which of them nobody got: those that may be tried again are neither. */
function spent({ claims, receipts }: Stored): Pick<Conversation, 'claimed' | 'refused'> {
  const refusals = new Map(
    receipts.filter(({ outcome }) => outcome === 'refused').map((receipt) => [receipt.mail, receipt]),
  );
  const claimed = new Set<string>();
  const refused = new Set<string>();
  for (const [mail, { keys }] of Object.entries(claims)) {
    const refusal = refusals.get(mail);
    const comesAgain = refusal?.retryAt !== undefined && (refusal.refusals ?? 1) < REFUSALS_LIMIT;
    if (comesAgain) continue;
    for (const key of keys) claimed.add(key);
    if (refusal) for (const key of keys) refused.add(key);
  }
  return { claimed, refused };
}

/** From when on what SES refused may be tried again. */
function freeFrom({ receipts }: Stored): Map<string, Instant> {
  const free = new Map<string, Instant>();
  for (const { outcome, keys, retryAt } of receipts) {
    if (outcome !== 'refused' || retryAt === undefined) continue;
    for (const key of keys) free.set(key, latest(free.get(key) ?? retryAt, retryAt));
  }
  return free;
}

/** Reads a conversation as the program does; what it owes follows from its facts alone, and is kept for as long as these. */
export function readAsProgram(of: Watched, stored: Stored, now: Instant): void {
  const { conversation: before } = of;
  const isNew = before?.version !== stored.facts.length;
  const folded = before
    ? stored.facts.slice(before.version).reduce(evolve, before)
    : replay(stored.id, stored.facts);
  const conversation = { ...folded, ...spent(stored) };
  if (isNew) of.deliveries = plan(conversation);
  const free = freeFrom(stored);
  let owed: Watched['owed'];
  for (const delivery of of.deliveries) {
    const isPointless = delivery.notAfter !== undefined && delivery.notAfter <= now;
    if (isPointless || !isOwed(delivery, conversation)) continue;
    const at = latest(free.get(delivery.key) ?? delivery.at, delivery.at);
    if (owed === undefined || at < owed.at) owed = { delivery, at };
  }
  of.conversation = conversation;
  of.wakeAt = stored.wakeAt;
  of.owed = owed;
}
