import type { MailEvent } from '../../functions/app/mail-report.ts';
import type { Store } from '../../functions/app/ports.ts';
import { HOUR, type Instant, MINUTE, SECOND } from '../../functions/domain/instant.ts';
import type { Random } from '../simulation/random.ts';
import { type MemoryCalendar, makeMemoryCalendar } from '../twins/memory-calendar.ts';
import { type MemoryRings, makeMemoryRings } from '../twins/memory-rings.ts';
import { type MemorySes, makeMemorySes } from '../twins/memory-ses.ts';
import { makeMemoryStore } from '../twins/memory-store.ts';

/** The services that a tenant runs on, as twins, each with the moods of the real one. */
export type Services = {
  store: Store;
  rings: MemoryRings;
  ses: MemorySes;
  calendar: MemoryCalendar;
  calm: () => void;
  /** How often one of them was in a mood: refused, lost a reply, lost an event. */
  troubles: () => number;
};

const REPLIES = [
  ...Array<'accepted'>(180).fill('accepted'),
  ...Array<'throttled'>(10).fill('throttled'),
  ...Array<'lost-reply'>(4).fill('lost-reply'),
  ...Array<'never-arrived'>(3).fill('never-arrived'),
  'paused',
  'rejected',
] as const;
const CALENDAR_MOODS = ['lost', { outcome: 'unknown' }] as const;
const CALENDAR_REFUSALS = ['busy', 'unavailable', 'grant-gone', 'rejected'] as const;
const LOST_SEND_EVENTS = 0.006;
const LOST_OTHER_EVENTS = 0.03;

function pick<T>(random: Random, choices: readonly T[], otherwise: T): T {
  return choices[random.below(choices.length)] ?? otherwise;
}

/** Send events come late, but within ten minutes or never; the others may take hours. */
function delayOf(random: Random, event: MailEvent): number {
  const isLate = random.chance(0.05);
  if (!isLate) return random.below(5 * SECOND);
  return random.below(event.outcome === 'accepted' ? 4 * MINUTE : 6 * HOUR);
}

function isLost(random: Random, event: MailEvent): boolean {
  return random.chance(event.outcome === 'accepted' ? LOST_SEND_EVENTS : LOST_OTHER_EVENTS);
}

function stormyCalendar(random: Random, isStormy: () => boolean): MemoryCalendar {
  const calendar = makeMemoryCalendar();
  const { change, read } = calendar;
  calendar.change = (asked) => {
    if (isStormy() && random.chance(0.04)) calendar.faults.push(pick(random, CALENDAR_MOODS, 'lost'));
    else if (isStormy() && random.chance(0.05))
      calendar.faults.push({ outcome: 'refused', reason: pick(random, CALENDAR_REFUSALS, 'busy') });
    return change(asked);
  };
  calendar.read = (ref) => {
    calendar.isReadable = !isStormy() || random.chance(0.9);
    return read(ref);
  };
  return calendar;
}

/** Makes them. `fate`: what becomes of a mail to an address; `events` is told of every event, and whether it is lost. */
export function makeServices(
  now: () => Instant,
  random: Random,
  told: {
    fate: (to: string) => ReturnType<MemorySes['fate']>;
    events: (event: MailEvent, isLost: boolean) => void;
  },
): Services {
  let stormy = true;
  let troubles = 0;
  const trouble = <T>(mood: T, good: T): T => {
    if (mood !== good) troubles += 1;
    return mood;
  };
  const lags = { index: () => random.below(90 * SECOND), ttl: () => random.below(48 * HOUR) };
  const rings = makeMemoryRings(now, random);
  Object.assign(rings.faults, { deleted: 0.08, early: 0.03, repeated: 0.1 });
  const ses = makeMemorySes(now, random);
  ses.faults.repeatedEvents = 0.05;
  ses.fate = told.fate;
  ses.reply = () => trouble(stormy ? pick(random, REPLIES, 'accepted') : 'accepted', 'accepted');
  ses.delay = (event) => delayOf(random, event);
  ses.faults.lostEvents = (event) => {
    const lost = trouble(stormy && isLost(random, event), false);
    told.events(event, lost);
    return lost;
  };
  return {
    store: makeMemoryStore({ now, lags }),
    rings,
    ses,
    calendar: stormyCalendar(random, () => stormy),
    calm: () => {
      stormy = false;
      Object.assign(rings.faults, { deleted: 0, early: 0, repeated: 0 });
      ses.faults.repeatedEvents = 0;
    },
    troubles: () => troubles,
  };
}
