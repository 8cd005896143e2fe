import type { CalendarEvent } from '../../functions/app/calendar-event.ts';
import type { Deps } from '../../functions/app/deps.ts';
import type { Store } from '../../functions/app/ports.ts';
import type { Outbox } from '../../functions/app/prepare-mails.ts';
import type { UseCases } from '../../functions/app/use-cases.ts';
import { earliest, type Instant, instant, MINUTE, plus } from '../../functions/domain/instant.ts';
import { type Agenda, makeAgenda } from '../simulate/agenda.ts';
import { ACME } from '../simulation/acme.ts';
import { makeRandom } from '../simulation/random.ts';
import { KEYRING } from '../simulation/world.ts';
import { makeMemoryRings } from '../twins/memory-rings.ts';
import { type MemorySes, makeMemorySes } from '../twins/memory-ses.ts';
import { makeMemoryStore } from '../twins/memory-store.ts';
import type { Product } from './product-by.ts';

const SWEEP_MS = 5 * MINUTE;
const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';

/** One version of the program, as it runs: with its time-zone data and what that is called. */
export type Running = { product: Product; zoneData: string };

export type World = {
  store: Store;
  ses: MemorySes;
  agenda: Agenda;
  cases: () => UseCases;
  now: () => Instant;
  /** What went into calendars, and when it was written. */
  entries: { at: Instant; event: CalendarEvent }[];
  /** Runs another version of the program from now on. */
  upgrade: (to: Running) => void;
  advance: (to: Instant) => Promise<void>;
};

type Making = {
  seed: number;
  start: Instant;
  running: Running;
  isRendered: (conversation: string) => boolean;
};

/** The program over twins on a virtual clock, without a fault: what is late here is late by the clock alone. */
export function makeWorld({ seed, start, running, isRendered }: Making): World {
  const random = makeRandom(seed);
  let clock = start;
  let now = running;
  let nextSweep = instant(Math.ceil(start / SWEEP_MS) * SWEEP_MS);
  const store = makeMemoryStore({ now: () => clock });
  const rings = makeMemoryRings(() => clock, random);
  const ses = makeMemorySes(() => clock, random);
  // That a mail was delivered changes nothing; that SES took it does.
  ses.fate = () => 'silence';
  const agenda = makeAgenda();
  const entries: World['entries'] = [];
  const deps = (): Deps => ({
    store,
    ring: rings.ring,
    armAlarm: rings.armAlarm,
    tenant: { ...ACME, holidays: { NL: [] } },
    keyring: KEYRING,
    appUrl: 'https://nevertwice.test',
    zoneData: now.zoneData,
    now: () => clock,
    newId: () => Array.from({ length: 26 }, () => BASE32.charAt(random.below(32))).join(''),
  });
  const writeCalendar = (event: CalendarEvent) => {
    entries.push({ at: clock, event });
    return now.product.writeCalendar(event);
  };
  const outbox = (conversation: string): Outbox => ({
    renderMail: isRendered(conversation) ? undefined : inShort,
    writeMime: async (mail) => Buffer.from(JSON.stringify(mail)),
    writeCalendar,
    awaitTurn: async () => undefined,
    sendMail: ses.sendMail,
  });
  const nextAt = () =>
    earliest([nextSweep, rings.nextAt(), ses.nextAt(), agenda.nextAt()].filter((at) => at !== undefined));
  const step = async () => {
    if (nextSweep <= clock) {
      nextSweep = plus(nextSweep, SWEEP_MS);
      await now.product.sweep({ ...deps(), queueDepth: rings.queueDepth });
    }
    for (const message of rings.take(clock)) {
      await now.product.wake(deps(), outbox(message.conversation), message.conversation);
      rings.done(message, clock);
    }
    for (const event of ses.take(clock)) await now.product.takeFeedback(deps(), event, async () => deps());
    for (const work of agenda.take(clock)) await work();
  };
  return {
    store,
    ses,
    agenda,
    entries,
    cases: () =>
      now.product.makeUseCases({
        ...deps(),
        writeCalendar,
        writeFeed: now.product.writeFeed,
        readBusy: undefined,
      }),
    now: () => clock,
    upgrade: (to) => {
      now = to;
    },
    advance: async (to) => {
      for (let next = nextAt(); next !== undefined && next <= to; next = nextAt()) {
        clock = instant(Math.max(clock, next));
        await step();
      }
      clock = instant(Math.max(clock, to));
    },
  };
}

/** A mail as what it says, without its layout. */
const inShort: NonNullable<Outbox['renderMail']> = ({ sections }) => {
  const text = JSON.stringify(sections);
  return { subject: sections.map(({ kind }) => kind).join(' '), html: '', text };
};
