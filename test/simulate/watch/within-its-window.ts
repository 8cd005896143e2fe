import { DAY, HOUR, type Instant, MINUTE, plus } from '../../../functions/domain/instant.ts';
import type { Ledger, LedgerPerson } from './ledger.ts';
import { ledgerPerson } from './ledger.ts';
import { endOfCheckIn, instantOf, startOfCheckIn, wallAt, workdaysFrom, worksAround } from './moments.ts';
import { type KeyParts, partsOfKey } from './parts-of-key.ts';
import type { Invariant, Watched } from './watched.ts';

// The wake of a moment may come so much later when a queue or an alarm failed it.
const LATE_MINUTES = 30;
const MAIL_AT_ANY_HOUR: ReadonlySet<string> = new Set([
  'recap',
  'invitation',
  'invitation-cancelled',
  'entry',
  'entry-done',
  'entry-cancelled',
  'wrap-up',
]);

type Window = { from: Instant | undefined; until: Instant | undefined };

function windowOfTalk(ledger: Ledger, { kind, subject, talk }: KeyParts): Window | undefined {
  const checkIn = ledger.checkIns.find(({ id }) => id === (talk ?? subject));
  if (!checkIn) return undefined;
  const start = startOfCheckIn(checkIn);
  if (kind === 'wrap-up') return { from: plus(endOfCheckIn(checkIn), HOUR), until: undefined };
  if (kind === 'agenda' || talk !== undefined) return { from: plus(start, -7 * DAY), until: start };
  return kind === 'invitation' ? { from: undefined, until: start } : undefined;
}

function windowOfNudge(ledger: Ledger, { kind, subject }: KeyParts): Window | undefined {
  const commitment = ledger.commitments.find(({ id }) => id === subject);
  if (!commitment) return undefined;
  const due = commitment.due && instantOf(commitment.due);
  if (due === undefined) return undefined;
  if (kind === 'heads-up') return { from: plus(due, -8 * DAY), until: due };
  if (['start', 'today', 'mid-way', 'entry', 'partner-help'].includes(kind))
    return { from: undefined, until: due };
  if (kind === 'change-unanswered' || kind === 'nothing-counts') return { from: due, until: undefined };
  return kind === 'due-check' && !commitment.isHabit ? { from: due, until: undefined } : undefined;
}

/** A digest belongs to the first working day of its week; to the night after it at the latest. */
function windowOfWeek(ledger: Ledger, { kind, to }: KeyParts): Window | undefined {
  if (kind !== 'digest' || ledger.week === undefined) return undefined;
  const { zone, region } = ledgerPerson(ledger, to);
  const [first, second] = workdaysFrom(ledger.week, ledger.holidays[region] ?? []);
  const opening = (date: string) => instantOf({ wall: `${date}T09:00`, zone });
  return { from: opening(first), until: opening(second) };
}

function outside({ from, until }: Window, now: Instant): string | undefined {
  if (from !== undefined && now < from) return `leaves before ${new Date(from).toISOString()}`;
  return until !== undefined && now >= until ? `leaves after ${new Date(until).toISOString()}` : undefined;
}

function isAway({ pauses, zone }: LedgerPerson, now: Instant): boolean {
  const { date } = wallAt(zone, now);
  return pauses.some(({ from, until }) => from <= date && date <= until);
}

/** Whether a delivery was tried before, or was kept from leaving by a fault: then it comes when it can. */
function wasHeld(of: Watched, key: string, now: Instant): boolean {
  const isBroken = of.brokenAt !== undefined && of.brokenAt > plus(now, -LATE_MINUTES * MINUTE);
  return isBroken || [...of.refused.keys()].some((mail) => of.claims.get(mail)?.keys.includes(key));
}

function atOddHours(of: Watched, key: string, parts: KeyParts, now: Instant): string | undefined {
  const person = ledgerPerson(of.ledger, parts.to);
  if (wasHeld(of, key, now)) return undefined;
  if (isAway(person, now)) return 'goes to somebody who is away';
  if (MAIL_AT_ANY_HOUR.has(parts.kind)) return undefined;
  return worksAround(of.ledger, person, now, LATE_MINUTES) ? undefined : 'leaves outside working hours';
}

export const withinItsWindow: Invariant = {
  name: 'no mail outside its window',
  means:
    'Nothing leaves before its moment, after it became pointless, in a pause or outside of working hours.',
  appended: ({ of, claims, now }) =>
    claims
      .flatMap(({ keys }) => keys)
      .flatMap((key) => {
        const parts = partsOfKey(key);
        const window =
          windowOfTalk(of.ledger, parts) ?? windowOfNudge(of.ledger, parts) ?? windowOfWeek(of.ledger, parts);
        const early = now < of.ledger.leavesAt ? 'leaves before it can be taken back no more' : undefined;
        const wrong = early ?? (window && outside(window, now)) ?? atOddHours(of, key, parts, now);
        return wrong === undefined ? [] : [`${key} ${wrong}`];
      }),
};
