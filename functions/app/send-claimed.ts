import type { Conversation } from '../domain/conversation.ts';
import { DAY, HOUR, type Instant, instant, MINUTE } from '../domain/instant.ts';
import type { Deps } from './deps.ts';
import { heldBy } from './held-mail.ts';
import { REFUSALS_LIMIT, refusalsBefore, refusedBefore } from './open-conversation.ts';
import type { Receipt, Stored } from './ports.ts';
import type { Outbox, Prepared } from './prepare-mails.ts';
import type { SendOutcome } from './send-mail.ts';

const FIRST_RETRY_MS = MINUTE;
const LONGEST_RETRY_MS = 4 * HOUR;
const LONG_PAUSE_RETRY_MS = DAY;

/**
 * After so many refusals: one minute, doubled each time, at most four hours; once a day when a pause goes on for over a
 * week, because each try takes room in HEAD.
 */
export function retryAt(tries: number, now: Instant): Instant {
  const wait =
    tries < REFUSALS_LIMIT
      ? Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** (tries - 1))
      : LONG_PAUSE_RETRY_MS;
  return instant(now + wait);
}

function receiptOf(
  mail: Prepared,
  outcome: SendOutcome,
  claimedAt: Instant,
  now: Instant,
  stored: Pick<Stored, 'receipts'>,
): Receipt {
  const base = { mail: mail.mail, keys: mail.keys, to: mail.to };
  switch (outcome.outcome) {
    case 'accepted':
      return {
        ...base,
        outcome: 'accepted',
        times: { claimed: claimedAt, accepted: now },
        sesId: outcome.messageId,
      };
    case 'unknown':
      return {
        ...base,
        outcome: 'unknown',
        times: { claimed: claimedAt, unknown: now },
        detail: outcome.detail,
      };
    case 'refused': {
      const refusals = refusalsBefore(mail.keys, stored.receipts) + (outcome.reason === 'paused' ? 0 : 1);
      const tries = refusedBefore(mail.keys, stored.receipts).length + 1;
      const again = outcome.retry && refusals < REFUSALS_LIMIT ? { retryAt: retryAt(tries, now) } : {};
      return {
        ...base,
        outcome: 'refused',
        times: { claimed: claimedAt, refused: now },
        detail: outcome.detail,
        refusals,
        ...again,
      };
    }
  }
}

export type Sent = {
  /** Writes each outcome; run beside setting the next alarm. */
  marks: (() => Promise<void>)[];
  retries: Instant[];
  /** Whether the outcome of one is unknown, a fault of the sender's included. */
  unknown: boolean;
  faults: unknown[];
};

const NOT_ALLOWED: SendOutcome = {
  outcome: 'refused',
  reason: 'rejected',
  retry: false,
  detail: 'RecipientNotAllowed',
};

type Sending = { conversation: Conversation; mails: readonly Prepared[]; stored: Pick<Stored, 'receipts'> };

/** Sends mails that were claimed at `claimedAt`, each as soon as its turn in the send rate comes. */
export async function sendClaimed(
  deps: Deps,
  outbox: Outbox,
  sending: Sending,
  claimedAt: Instant,
): Promise<Sent> {
  const { conversation, mails, stored } = sending;
  // One mail that cannot be handed over must not take the others' outcomes with it.
  const results = await Promise.allSettled(
    mails.map(async (mail) => {
      const outcome = mail.isAllowed
        ? await outbox.sendMail({
            raw: mail.raw,
            from: mail.from,
            to: mail.email,
            tags: {
              conversation: conversation.id,
              mail: mail.mail,
              kind: mail.kind,
              claimed: `${claimedAt}`,
              due: `${mail.due}`,
            },
          })
        : NOT_ALLOWED;
      return { receipt: receiptOf(mail, outcome, claimedAt, deps.now(), stored), why: heldBy(outcome) };
    }),
  );
  const sent = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const receipts = sent.map(({ receipt }) => receipt);
  const why = sent.find((one) => one.why !== undefined)?.why;
  const faults = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
  return {
    marks: [
      ...receipts.map((receipt) => () => deps.store.recordOutcome(conversation.id, receipt)),
      ...(why === undefined ? [] : [() => deps.store.noteHeld({ claimedAt, why })]),
    ],
    retries: receipts.flatMap(({ retryAt: at }) => (at === undefined ? [] : [at])),
    unknown: faults.length > 0 || receipts.some(({ outcome }) => outcome === 'unknown'),
    faults,
  };
}
