import { HOUR, type Instant, instant, latest, MINUTE } from './instant.ts';
import { type Span, shared, without } from './span.ts';
import { type DayNumber, dayOf } from './wall-time.ts';
import { nextOpening, type WorkCalendar, workingSpans } from './working-time.ts';
import { localAt, momentAt } from './zone.ts';

/** By lower-case address; who is left out cannot be seen. */
type Busy = Readonly<Record<string, readonly Span[]>>;

/** Whoever is to be there. `email`: lower case; undefined for somebody without an address. */
export type Invited = { email: string | undefined; calendar: WorkCalendar };

const MOST_A_DAY = 2;
const MOST = 6;
const APART_MS = 2 * HOUR;
const HALF_HOUR = 30 * MINUTE;
const QUARTER = 15 * MINUTE;
// How far into a day's free starts its offers lie, so that they are neither all at nine nor all in one morning.
const PLACES = [0.25, 0.75];

/** What is looked for. */
export type SlotsAsked = {
  /** The first of them decides what a day is. */
  people: readonly Invited[];
  minutes: number;
  /** Nothing is offered before the next opening of each after this. */
  from: Instant;
  /** By then it has to be over. */
  until: Instant;
  /** On whose clock the slots are read: one that its clock skips or shows twice is not offered. */
  zone: string;
  /** What is not wanted whoever is free, such as the time that is to be changed. */
  unwanted?: readonly Span[];
};

/** `busy`: what is known of calendars; undefined where none was looked at. */
type Asked = SlotsAsked & { busy: Busy | undefined };

/** `unseen`: whose calendar was not seen, by their place among the people. */
export type Slots = { slots: readonly Instant[]; unseen: readonly number[] };

function startsIn({ start, end }: Span, lengthMs: number, stepMs: number): Instant[] {
  const first = Math.ceil(start / stepMs) * stepMs;
  const count = Math.max(0, Math.floor((end - lengthMs - first) / stepMs) + 1);
  return Array.from({ length: count }, (_, index) => instant(first + index * stepMs));
}

/** Of a day's possible starts at most two, well apart, the first in its place. */
function spread(starts: readonly Instant[], turn: number): Instant[] {
  const at = (place: number) => starts[Math.floor(starts.length * place)];
  const places = turn % 2 === 0 ? PLACES : PLACES.toReversed();
  const [first, second] = places.map(at);
  if (first === undefined) return [];
  const isApart = second !== undefined && Math.abs(second - first) >= APART_MS;
  return isApart ? [first, second] : [first];
}

/**
 * When all of these people could talk: inside everybody's working time, outside what is known of their calendars, on a
 * quarter or half hour, at most two a day and six together, a day of its own for each before any day gets a second; in
 * order.
 */
export function freeSlots(asked: Asked): Slots {
  const { busy, people, minutes, until, zone } = asked;
  const unseen = people.flatMap(({ email }, index) =>
    email !== undefined && busy && Object.hasOwn(busy, email) ? [] : [index],
  );
  const [host] = people;
  if (!host) return { slots: [], unseen };
  const openings = people.map(({ calendar }) => nextOpening(calendar, asked.from));
  const from = latest(asked.from, ...openings);
  const free = people.reduce<Span[]>(
    (left, { email, calendar }) => {
      const taken = email !== undefined && busy && Object.hasOwn(busy, email) ? (busy[email] ?? []) : [];
      return without(shared(left, workingSpans(calendar, from, until)), taken);
    },
    from < until ? without([{ start: from, end: until }], asked.unwanted ?? []) : [],
  );
  const days = new Map<DayNumber, Instant[]>();
  for (const step of [HALF_HOUR, QUARTER]) {
    const starts = free.flatMap((span) => startsIn(span, minutes * MINUTE, step));
    const isOnce = (at: Instant) =>
      momentAt(zone, localAt(zone, at), 'earlier') === at &&
      momentAt(zone, localAt(zone, at), 'later') === at;
    const byDay = Map.groupBy(starts.filter(isOnce), (at) => dayOf(localAt(host.calendar.zone, at)));
    // Quarters only on days that have no half hour left.
    for (const [day, all] of byDay) if (!days.has(day)) days.set(day, all);
  }
  const offers = [...days].toSorted(([a], [b]) => a - b).map(([, starts], turn) => spread(starts, turn));
  const inTurn = Array.from({ length: MOST_A_DAY }, (_, nth) =>
    offers.flatMap((day) => day.slice(nth, nth + 1)),
  );
  const slots = inTurn
    .flat()
    .slice(0, MOST)
    .toSorted((a, b) => a - b);
  return { slots, unseen };
}
