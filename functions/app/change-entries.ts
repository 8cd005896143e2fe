import type { Conversation } from '../domain/conversation.ts';
import type { Delivery } from '../domain/delivery.ts';
import type { PersonId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import {
  type CalendarProvider,
  calendarDetail,
  type EntryOutcome,
  type ProviderName,
} from './calendar-provider.ts';
import { entryChangeFor, entryRef } from './compose/entry-change-for.ts';
import { isCalendar } from './compose/envelope-for.ts';
import type { Deps } from './deps.ts';
import { channelOf, hasOwnWay, holdersOf } from './entry-channel.ts';
import { REFUSALS_LIMIT, refusalsBefore, refusedBefore } from './open-conversation.ts';
import type { Receipt, Stored } from './ports.ts';
import { retryAt, type Sent } from './send-claimed.ts';

/** One delivery that reaches its person through an entry in a calendar. */
type EntryDelivery = {
  mail: string;
  keys: readonly string[];
  to: PersonId;
  via: ProviderName;
  /** Nothing of this subject ever reached them: when the calendar cannot, a mail can. */
  mayGoByMail: boolean;
};

/** One entry to change, and the deliveries that it makes good. */
export type PreparedEntry = {
  change: ReturnType<typeof entryChangeFor>;
  deliveries: readonly EntryDelivery[];
};

type Ways = { byMail: Delivery[]; entries: PreparedEntry[] };

/** Parts what is due into mails and changes of entries; one entry is changed once, however many people it reaches. */
export function prepareEntries(
  deps: Pick<Deps, 'tenant' | 'now' | 'newId'>,
  provider: ProviderName | undefined,
  { conversation, stored }: { conversation: Conversation; stored: Stored },
  due: readonly Delivery[],
): Ways {
  const { tenant } = deps;
  const asking = { conversation, stored, tenant, now: deps.now() };
  const isMailed = (delivery: Delivery) =>
    !isCalendar(delivery.kind) || channelOf(delivery, provider, asking) === 'mail';
  const byMail = due.filter(isMailed);
  const others = due.filter((delivery) => !byMail.includes(delivery));
  const subjects = [...new Set(others.map(({ subject }) => subject))];
  const entries = subjects.flatMap((subject) => {
    const about = others.filter((delivery) => delivery.subject === subject);
    const ref = entryRef(conversation, subject, tenant);
    if (!ref || !provider) return [];
    const holders = holdersOf(stored, subject);
    return {
      change: entryChangeFor(conversation, about, { holders, ref, subject, tenant }),
      deliveries: about.map((delivery) => ({
        mail: deps.newId(),
        keys: [delivery.key],
        to: delivery.to,
        via: provider,
        mayGoByMail: !hasOwnWay(stored, delivery),
      })),
    };
  });
  return { byMail, entries };
}

type Told = { claimedAt: Instant; now: Instant; stored: Pick<Stored, 'receipts'> };

function receiptOf(
  delivery: EntryDelivery,
  outcome: EntryOutcome,
  { claimedAt, now, stored }: Told,
): Receipt {
  const { mail, keys, to, mayGoByMail } = delivery;
  const base = { mail, keys, to };
  switch (outcome.outcome) {
    case 'put':
      return {
        ...base,
        outcome: 'delivered',
        times: { claimed: claimedAt, delivered: now },
        detail: calendarDetail('put'),
      };
    case 'unknown':
      return {
        ...base,
        outcome: 'unknown',
        times: { claimed: claimedAt, unknown: now },
        detail: calendarDetail('unknown'),
      };
    case 'refused': {
      const { reason } = outcome;
      const forGood = reason === 'rejected' || reason === 'grant-gone';
      const refusals =
        refusalsBefore(keys, stored.receipts) + (reason === 'grant-gone' && !mayGoByMail ? 0 : 1);
      const tries = refusedBefore(keys, stored.receipts).length + 1;
      const isTried = refusals < REFUSALS_LIMIT && (mayGoByMail || reason !== 'rejected');
      const at = mayGoByMail && forGood ? now : retryAt(tries, now);
      return {
        ...base,
        outcome: 'refused',
        times: { claimed: claimedAt, refused: now },
        detail: calendarDetail(reason),
        refusals,
        ...(isTried ? { retryAt: at } : {}),
      };
    }
  }
}

type Changing = { conversation: Conversation; entries: readonly PreparedEntry[]; stored: Stored };

/** Changes the entries whose deliveries were claimed at `claimedAt`, all at once. */
export async function changeEntries(
  deps: Pick<Deps, 'store' | 'now'>,
  provider: CalendarProvider | undefined,
  { conversation, entries, stored }: Changing,
  claimedAt: Instant,
): Promise<Sent> {
  if (!provider) return { marks: [], retries: [], unknown: false, faults: [] };
  const results = await Promise.allSettled(
    entries.map(async ({ change, deliveries }) => {
      const outcome = await provider.change({ ...change, decidedAt: claimedAt });
      const told = { claimedAt, now: deps.now(), stored };
      return deliveries.map((delivery) => receiptOf(delivery, outcome, told));
    }),
  );
  const receipts = results.flatMap((result) => (result.status === 'fulfilled' ? result.value : []));
  const faults = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
  return {
    marks: receipts.map((receipt) => () => deps.store.recordOutcome(conversation.id, receipt)),
    retries: receipts.flatMap(({ retryAt: at }) => (at === undefined ? [] : [at])),
    unknown: faults.length > 0 || receipts.some(({ outcome }) => outcome === 'unknown'),
    faults,
  };
}
