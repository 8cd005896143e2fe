import type { PersonId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import type { Span } from '../domain/span.ts';
import type { CalendarPerson, CalendarSeries } from './calendar-event.ts';

export const PROVIDERS = ['google', 'microsoft'] as const;
/** Whose calendar an entry is written into where it is not mailed. */
export type ProviderName = (typeof PROVIDERS)[number];

/**
 * Where an entry stands. `calendar`: the address of the person in whose name it is written; `id`: ours, the same for the
 * life of the entry, 1 to 60 characters of [a-v0-9].
 */
export type EntryRef = { calendar: string; id: string };

/** The delivery that last reached each person through an entry: it stands in the entry, as proof for whoever reads it. */
type Marks = Readonly<Partial<Record<PersonId, string>>>;

type Written = EntryRef & {
  conversation: string;
  subject: string;
  marks: Marks;
  /** When this state was claimed: an older one never replaces a newer one. */
  decidedAt: Instant;
};

/**
 * One entry as everybody in it sees it: texts without anybody's own link. `start`, `end`: epoch milliseconds.
 * `busy: false` shows as free time. `guests`: all but whose calendar it is in.
 */
export type EntryPut = Written & {
  action: 'put';
  start: Instant;
  end: Instant;
  zone: string;
  summary: string;
  description: string;
  location?: string;
  busy: boolean;
  /** Whether people can meet by video. */
  meets: boolean;
  guests: readonly CalendarPerson[];
  series?: CalendarSeries;
};

export type EntryChange = EntryPut | (Written & { action: 'cancel' });

type Refusal = 'busy' | 'unavailable' | 'grant-gone' | 'rejected';
/**
 * What became of a change. `put`: the calendar is as it was asked to be, whether now or before. `refused` is certain:
 * nothing was changed. busy: too many requests; unavailable: nobody answered or the service is down; grant-gone: it no
 * longer takes us for the person; rejected: it will not take this one. `unknown`: it may or may not have been taken.
 */
export type EntryOutcome =
  | { outcome: 'put' }
  | { outcome: 'refused'; reason: Refusal }
  | { outcome: 'unknown' };

/**
 * Makes an entry what it is to be. Repeating it, or what was overtaken by a newer one, changes nothing and tells nobody.
 * What others changed beside it (a guest, a colour) stays.
 */
export type ChangeEntry = (change: EntryChange) => Promise<EntryOutcome>;

export type GuestAnswer = 'accepted' | 'declined' | 'tentative';
/** An entry as it stands; `answers` by lower-case address, of whoever answered. */
export type StandingEntry = {
  cancelled: boolean;
  marks: Marks;
  answers: Readonly<Record<string, GuestAnswer>>;
};

/** Reads an entry; undefined when there is none, `unreadable` when that cannot be said now. */
export type ReadEntry = (ref: EntryRef) => Promise<StandingEntry | undefined | 'unreadable'>;

/**
 * When each of `people` (addresses) is busy between `from` and `until`, by lower-case address; left out: whose calendar
 * cannot be seen. `calendar`: in whose name it is asked, so nobody is told more than they could see themselves.
 */
export type ReadBusy = (asked: {
  calendar: string;
  people: readonly string[];
  from: Instant;
  until: Instant;
}) => Promise<Readonly<Record<string, readonly Span[]>> | 'unreadable'>;

/** The calendar that a tenant keeps its people's entries in, acted on in the name of a person. */
export type CalendarProvider = { name: ProviderName; change: ChangeEntry; read: ReadEntry; busy: ReadBusy };

const DETAIL = 'calendar-';

/** The code with which a receipt says what a calendar answered. */
export function calendarDetail(what: string): string {
  return `${DETAIL}${what}`;
}

/** Whether a receipt is of an entry in somebody's calendar and of no mail. */
export function isAboutEntry(detail: string | undefined): boolean {
  return detail?.startsWith(DETAIL) ?? false;
}
