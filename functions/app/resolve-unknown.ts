import { earliest, HOUR, type Instant, MINUTE, plus } from '../domain/instant.ts';
import { type CalendarProvider, calendarDetail } from './calendar-provider.ts';
import type { Deps } from './deps.ts';
import { openClaims, openConversation, refusalsBefore } from './open-conversation.ts';
import { PARKED, type Receipt, type Stored } from './ports.ts';
import { isInEntry } from './settle-entry.ts';

/** A claim nothing was heard of for this long has an unknown outcome: its sender crashed, or the reply was lost. */
export const UNKNOWN_AFTER_MS = 10 * MINUTE;
/** A parked mail is looked at again this often. */
const PARKED_AGAIN_MS = HOUR;

const NOT_SENT = 'no-send-event';

type Doubtful = ReturnType<typeof openClaims>[number];

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

function entryReceipt(one: Doubtful, now: Instant, refusals: number, arrived: boolean | undefined): Receipt {
  if (arrived === false) return receiptOf(one, now, refusals, true);
  const base = { mail: one.mail, keys: one.claim.keys, to: one.claim.to };
  return arrived
    ? { ...base, outcome: 'delivered', times: { delivered: now }, detail: calendarDetail('put') }
    : { ...base, outcome: 'unknown', times: { unknown: now }, detail: calendarDetail('unknown') };
}

/** What is about to be owed again must be found by the sweep, should this process end before it is claimed anew. */
async function wokenNow(
  { store }: Pick<Deps, 'store'>,
  stored: Stored,
  now: Instant,
): Promise<Stored | 'conflict'> {
  const { id, revision, wakeAt } = stored;
  if (wakeAt !== undefined && wakeAt <= now) return stored;
  const outcome = await store.append({ id, revision, facts: [], claims: {}, wakeAt: now });
  return outcome === 'conflict' ? 'conflict' : { ...stored, revision: revision + 1, wakeAt: now };
}

/**
 * Settles mails of unknown outcome. SES has no idempotency key, so sending again could send twice: a mail counts as
 * not sent only if the Send event of a later-claimed mail has arrived, which proves that events get through; else it is
 * parked, shown, and looked at again in an hour. Its own Send event, when it comes, settles it in feedback. An entry in a
 * calendar is read instead, which settles it at once. `conflict`: somebody wrote meanwhile, read it again.
 */
export async function resolveUnknown(
  deps: Deps,
  stored: Stored,
  provider?: CalendarProvider,
): Promise<{ stored: Stored; parkedUntil: Instant | undefined } | 'conflict'> {
  const now = deps.now();
  const { due, ahead } = doubtful(stored, now);
  if (due.length === 0) return { stored, parkedUntil: earliest(ahead) };
  const newest = due.some(({ claim }) => claim.via === undefined)
    ? await deps.store.newestSendEvent()
    : undefined;
  const conversation = openConversation(stored);
  const receipts = await Promise.all(
    due.map(async (one) => {
      const { claim } = one;
      const refusals = refusalsBefore(claim.keys, stored.receipts);
      if (claim.via === undefined)
        return receiptOf(one, now, refusals, newest !== undefined && newest > claim.at);
      return entryReceipt(one, now, refusals, await isInEntry(provider, conversation, claim, deps.tenant));
    }),
  );
  const frees = receipts.some(({ outcome }) => outcome === 'refused');
  const woken = frees ? await wokenNow(deps, stored, now) : stored;
  if (woken === 'conflict') return 'conflict';
  await Promise.all(receipts.map((receipt) => deps.store.recordOutcome(stored.id, receipt)));
  const settled = new Set(receipts.map(({ mail }) => mail));
  const isParked = receipts.some(({ outcome }) => outcome === 'unknown');
  return {
    stored: {
      ...woken,
      receipts: [...stored.receipts.filter(({ mail }) => !settled.has(mail)), ...receipts],
    },
    parkedUntil: earliest([...ahead, ...(isParked ? [plus(now, PARKED_AGAIN_MS)] : [])]),
  };
}
