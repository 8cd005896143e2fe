import { type Instant, MINUTE, plus } from '../domain/instant.ts';
import { isOwed, plan } from '../domain/plan.ts';
import { openConversation } from './open-conversation.ts';
import type { Receipt, Stored } from './ports.ts';

/** What a canary found: of its deliveries that were due, and of the mails that left for them. */
export type Judgement = {
  conversation: string;
  /** Of each delivery that was sent: when SES took its mail, less when it was due. The latest first. */
  lateness: readonly { key: string; ms: number }[];
  /** Mails too many: a second one for a delivery, and each that SES took twice. */
  duplicates: number;
  /** Deliveries that were due and not sent. */
  missing: readonly string[];
  /** Mails that SES took and never reported as delivered. */
  undelivered: number;
};

// What is as recent as this may still be on its way, and so may the news of it.
const ON_ITS_WAY_MS = 10 * MINUTE;

type Sent = { receipt: Receipt; at: Instant };

function sentOf(receipt: Receipt): Sent[] {
  const { accepted, delayed, delivered, bounced, complained } = receipt.times;
  const at = accepted ?? delayed ?? delivered ?? bounced ?? complained;
  return at === undefined ? [] : [{ receipt, at }];
}

function duplicatesAmong(sent: readonly Sent[]): number {
  const seen = new Set<string>();
  let count = 0;
  for (const { receipt } of sent) {
    if (receipt.keys.some((key) => seen.has(key))) count += 1;
    if (receipt.otherSesId !== undefined) count += 1;
    for (const key of receipt.keys) seen.add(key);
  }
  return count;
}

/** Compares what a conversation owed by now with what SES took and delivered of it. */
export function judgeCanary(stored: Stored, now: Instant): Judgement {
  const conversation = openConversation(stored);
  const settled = plus(now, -ON_ITS_WAY_MS);
  const sent = stored.receipts.flatMap(sentOf).sort((a, b) => a.at - b.at);
  const due = plan(conversation).filter(
    (delivery) =>
      delivery.at <= settled && (conversation.claimed.has(delivery.key) || isOwed(delivery, conversation)),
  );
  const sentAt = (key: string) => sent.find(({ receipt }) => receipt.keys.includes(key))?.at;
  const lateness = due.flatMap(({ key, at }) => {
    const left = sentAt(key);
    return left === undefined ? [] : [{ key, ms: Math.max(0, left - at) }];
  });
  return {
    conversation: stored.id,
    lateness: lateness.sort((a, b) => b.ms - a.ms),
    duplicates: duplicatesAmong(sent),
    missing: due.flatMap(({ key }) => (sentAt(key) === undefined ? [key] : [])),
    undelivered: sent.filter(({ receipt, at }) => at <= settled && receipt.times.delivered === undefined)
      .length,
  };
}
