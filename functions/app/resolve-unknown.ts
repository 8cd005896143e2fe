import { earliest, HOUR, type Instant, MINUTE, plus } from '../domain/instant.ts';
import type { Deps } from './deps.ts';
import { refusalsBefore } from './open-conversation.ts';
import { type Claim, PARKED, type Receipt, type Stored } from './ports.ts';

/** A claim nothing was heard of for this long has an unknown outcome: its sender crashed, or the reply was lost. */
export const UNKNOWN_AFTER_MS = 10 * MINUTE;
/** A parked mail is looked at again this often. */
const PARKED_AGAIN_MS = HOUR;

const NOT_SENT = 'no-send-event';

type Doubtful = { mail: string; claim: Claim };

/** Mails that were claimed and of which nothing certain is known yet. */
export function openClaims(stored: Stored): Doubtful[] {
  const known = new Map(stored.receipts.map((receipt) => [receipt.mail, receipt.outcome]));
  return Object.entries(stored.claims).flatMap(([mail, claim]) => {
    const outcome = known.get(mail) ?? 'claimed';
    return outcome === 'claimed' || outcome === 'unknown' ? [{ mail, claim }] : [];
  });
}

function doubtful(stored: Stored, now: Instant): { due: Doubtful[]; ahead: Instant[] } {
  const moments = openClaims(stored).map((one) => ({ ...one, at: plus(one.claim.at, UNKNOWN_AFTER_MS) }));
  return {
    due: moments.filter(({ at }) => at <= now),
    ahead: moments.filter(({ at }) => at > now).map(({ at }) => at),
  };
}

function receiptOf(
  { mail, claim }: Doubtful,
  now: Instant,
  refusals: number,
  isProvenUnsent: boolean,
): Receipt {
  const base = { mail, keys: claim.keys, to: claim.to };
  if (isProvenUnsent) {
    return {
      ...base,
      outcome: 'refused',
      times: { refused: now },
      detail: NOT_SENT,
      retryAt: now,
      refusals: refusals + 1,
    };
  }
  return { ...base, outcome: 'unknown', times: { unknown: now }, detail: PARKED };
}

/**
 * Settles mails of unknown outcome. SES has no idempotency key, so sending again could send twice: a mail counts as
 * not sent only if the Send event of a later-claimed mail has arrived, which proves that events get through; else it is
 * parked, shown, and looked at again in an hour. Its own Send event, when it comes, settles it in feedback.
 */
export async function resolveUnknown(
  deps: Deps,
  stored: Stored,
): Promise<{ stored: Stored; parkedUntil: Instant | undefined }> {
  const now = deps.now();
  const { due, ahead } = doubtful(stored, now);
  if (due.length === 0) return { stored, parkedUntil: earliest(ahead) };
  const newest = await deps.store.newestSendEvent();
  const receipts = due.map((one) => {
    const refusals = refusalsBefore(one.claim.keys, stored.receipts);
    return receiptOf(one, now, refusals, newest !== undefined && newest > one.claim.at);
  });
  await Promise.all(receipts.map((receipt) => deps.store.recordOutcome(stored.id, receipt)));
  const settled = new Set(receipts.map(({ mail }) => mail));
  const isParked = receipts.some(({ outcome }) => outcome === 'unknown');
  return {
    stored: {
      ...stored,
      receipts: [...stored.receipts.filter(({ mail }) => !settled.has(mail)), ...receipts],
    },
    parkedUntil: earliest([...ahead, ...(isParked ? [plus(now, PARKED_AGAIN_MS)] : [])]),
  };
}
