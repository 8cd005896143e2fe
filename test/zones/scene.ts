import { type Change, type Reading, type Rules, wallBy } from './rules.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Zones that the manager and the fourth of them are in, far from each other and with changes of their own. */
export const ELSEWHERE = [
  'America/New_York',
  'Asia/Tokyo',
  'Europe/London',
  'Pacific/Auckland',
  'Asia/Kathmandu',
  'America/Santiago',
  'Australia/Lord_Howe',
  'UTC',
];

export type Hours = { days: number[]; from: string; to: string };
export type Who = 'p1' | 'p2' | 'p3' | 'p4';
type Person = { zone: string; hours: Hours; paused?: { from: string; until: string } };
export type What = 'c1' | 'c2' | 'c3' | 'c4' | 'c5' | 'c6';
/** `start` and `due`: a day, or a wall time in the conversation's zone. */
export type Promised = { owner: Who; start?: string; due?: string; reading?: Reading };
type Talk = { at: string; minutes: number; reading?: Reading };

/**
 * A small conversation around one change of the clocks: p2 begins work inside it, c1 is due and k1 stands in or beside it,
 * p1 and p4 are in other zones, and p3 may be away over it.
 */
export type Scene = {
  zone: string;
  /** The change it stands around, or an ordinary moment of a zone without one. */
  around: number;
  kind: 'skips' | 'repeats' | 'ordinary';
  recordedAt: number;
  undoSeconds: number;
  endsAt: number;
  people: Record<Who, Person>;
  promises: Record<What, Promised>;
  talks: Record<'k1', Talk>;
};

const two = (number: number) => `${number}`.padStart(2, '0');
const wallText = (wall: number) => new Date(wall).toISOString().slice(0, 16);
const dateText = (wall: number) => wallText(wall).slice(0, 10);

function clock(wall: number): string {
  const minutes = Math.floor((((wall % DAY) + DAY) % DAY) / MINUTE);
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The wall time in the middle of what a change skips or repeats. */
function middleOf({ at, from, to }: Change): number {
  return Math.floor((at + from + (to - from) / 2) / MINUTE) * MINUTE;
}

const WEEK = [1, 2, 3, 4, 5, 6, 7];

/** Stages it. `turn`: any whole number; what varies from conversation to conversation goes by it. */
export function stage(zone: string, rules: Rules, around: Change | number, turn: number): Scene {
  const at = typeof around === 'number' ? around : around.at;
  const middle = typeof around === 'number' ? wallBy(rules, at) : middleOf(around);
  const day = (days: number) => dateText(middle + days * DAY);
  const reading: Reading = turn % 2 === 0 ? 'later' : 'earlier';
  const aside = ([-10, 0, 10, 90][turn % 4] ?? 0) * MINUTE;
  const beside = ([45, 0, 120, -20][Math.floor(turn / 4) % 4] ?? 0) * MINUTE;
  const elsewhere = (place: number) => ELSEWHERE[(turn + place) % ELSEWHERE.length] ?? 'UTC';
  const nine = { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' };
  const away = { from: day(0), until: day(1) };
  return {
    zone,
    around: at,
    kind: typeof around === 'number' ? 'ordinary' : around.to > around.from ? 'skips' : 'repeats',
    recordedAt: at - 4 * DAY + (turn % 24) * HOUR + (turn % 60) * MINUTE + 20_000,
    undoSeconds: turn % 3 === 0 ? 60 : 0,
    endsAt: at + 7 * DAY,
    people: {
      p1: { zone: elsewhere(0), hours: nine },
      p2: { zone, hours: { days: WEEK, from: clock(middle), to: clock(middle + 7 * HOUR) } },
      p3: { zone, hours: nine, ...(turn % 5 < 2 ? { paused: away } : {}) },
      p4: { zone: elsewhere(3), hours: { days: [1, 2, 3, 4, 5, 6], from: '22:30', to: '06:00' } },
    },
    promises: {
      c1: { owner: 'p2', start: day(-1), due: wallText(middle + aside), reading },
      c2: { owner: 'p3', start: day(-2), due: day(0) },
      c3: { owner: 'p2', start: day(0), due: day(0) },
      c4: { owner: 'p1', due: `${day(1)}T10:00` },
      c5: { owner: 'p4', start: wallText(middle), reading, due: `${day(2)}T12:00` },
      c6: { owner: 'p3', start: day(-3) },
    },
    talks: {
      k1: { at: wallText(middle + beside), minutes: 30, reading },
    },
  };
}

/** The body that records it. The people are called after their letters. */
export function bodyOf({ zone, people, promises, talks, undoSeconds }: Scene) {
  const person = (id: Who) => ({
    name: id,
    email: `${id}@acme.example`,
    timezone: people[id].zone,
    workingHours: [people[id].hours],
    country: 'NL',
  });
  return {
    title: 'The night the clocks change',
    timezone: zone,
    manager: person('p1'),
    participants: [person('p2'), person('p3'), person('p4')],
    whatHappened: 'Nobody knew which hour it was.',
    neverAgain: 'Everybody does.',
    commitments: Object.values(promises).map(({ owner, start, due, reading }) => ({
      owner: `${owner}@acme.example`,
      action: `What ${owner} does.`,
      consequence: 'We ask twice.',
      ...(start === undefined ? {} : { startBy: start }),
      ...(due === undefined ? { habit: true } : { dueBy: due }),
      ...(reading ? { startReading: reading, dueReading: reading } : {}),
    })),
    checkIn: talks.k1,
    undoSeconds,
  };
}
