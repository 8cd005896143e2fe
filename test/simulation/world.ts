import { writeFeed } from '../../functions/adapters/ical.ts';
import type { Deps } from '../../functions/app/deps.ts';
import { takeFeedback } from '../../functions/app/feedback.ts';
import type { Keyring } from '../../functions/app/keyring.ts';
import type { MailEvent } from '../../functions/app/mail-report.ts';
import { makeUseCases } from '../../functions/app/make-use-cases.ts';
import type { Store } from '../../functions/app/ports.ts';
import type { Outbox } from '../../functions/app/prepare-mails.ts';
import { sweep } from '../../functions/app/sweep.ts';
import type { UseCases } from '../../functions/app/use-cases.ts';
import { wake } from '../../functions/app/wake.ts';
import { earliest, type Instant, instant, MINUTE, plus } from '../../functions/domain/instant.ts';
import type { Tenant } from '../../functions/domain/tenant.ts';
import { type MemoryRings, makeMemoryRings } from '../twins/memory-rings.ts';
import { type MemorySes, makeMemorySes } from '../twins/memory-ses.ts';
import { makeMemoryStore } from '../twins/memory-store.ts';
import { type Faults, isInjected, makeFaults } from './faults.ts';
import { observe } from './observe.ts';
import { makeRandom, type Random } from './random.ts';

const SWEEP_MS = 5 * MINUTE;
const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';
// So many steps at one moment mean that something rings itself for ever.
const STEPS_AT_ONE_MOMENT = 500;

export type World = {
  deps: Deps;
  outbox: Outbox;
  store: Store;
  rings: MemoryRings;
  ses: MemorySes;
  faults: Faults;
  random: Random;
  useCases: UseCases;
  now: () => Instant;
  /** Puts the clock ahead without anything happening on the way. */
  jump: (to: Instant) => void;
  /** Lets everything happen that is due up to a moment, in order of time; what falls on one moment happens at once. */
  advance: (to: Instant) => Promise<void>;
  /** One ring worked off by hand, as a Lambda would: throws what the wake throws. */
  wake: (conversation: string) => Promise<void>;
  feedback: (event: MailEvent) => Promise<void>;
  /** Wakes and feedback that failed on their own account (injected faults aside). */
  failures: unknown[];
  sweeps: boolean;
  /** What was appended, in the order it was: the types of facts and the keys of claims. */
  writes: Written[];
};

type Written = { conversation: string; facts: string[]; keys: string[] };

export type WorldOptions = {
  seed: number;
  tenant: Tenant;
  now: Instant;
  keyring?: Keyring;
  /** Lets calls of one moment overtake each other by chance. */
  interleave?: boolean;
  /** Stands in for the twin of the table. */
  makeStore?: (now: () => Instant) => Store;
};

export const KEYRING: Keyring = { current: 'a', keys: { a: 'k'.repeat(43) } };

/** The bytes are never read by SES; the tests read subject and text out of them. */
async function writeMime(mail: Parameters<Outbox['writeMime']>[0]): Promise<Uint8Array> {
  return Buffer.from(JSON.stringify(mail));
}

/**
 * The whole system but web, on a virtual clock with seeded chance: the store's twin, a queue that repeats and
 * reorders, alarms, SES with its events, and the sweep. The same seed gives the same run.
 */
export function makeWorld(options: WorldOptions): World {
  const random = makeRandom(options.seed);
  let clock = options.now;
  let nextSweep = plus(clock, SWEEP_MS);
  const now = () => clock;
  const store = options.makeStore?.(now) ?? makeMemoryStore({ now });
  const rings = makeMemoryRings(now, random);
  const ses = makeMemorySes(now, random);
  const faults = makeFaults(random);
  const around: Faults['around'] = async (name, call) => {
    if (options.interleave) for (let turns = random.below(12); turns > 0; turns--) await Promise.resolve();
    return faults.around(name, call);
  };
  const writes: Written[] = [];
  const append: Store['append'] = async (change) => {
    const outcome = await store.append(change);
    if (outcome === 'stored') {
      const keys = Object.values(change.claims).flatMap((claim) => claim.keys);
      writes.push({ conversation: change.id, facts: change.facts.map(({ type }) => type), keys });
    }
    return outcome;
  };
  const deps: Deps = {
    store: observe({ ...store, append }, around),
    ring: observe({ ring: rings.ring }, around).ring,
    armAlarm: observe({ armAlarm: rings.armAlarm }, around).armAlarm,
    tenant: options.tenant,
    keyring: options.keyring ?? KEYRING,
    appUrl: 'https://nevertwice.test',
    zoneData: 'test',
    now,
    newId: () => Array.from({ length: 26 }, () => BASE32.charAt(random.below(32))).join(''),
  };
  const outbox: Outbox = {
    writeMime: observe({ writeMime }, around).writeMime,
    writeCalendar: (event) => JSON.stringify(event),
    awaitTurn: observe({ awaitTurn: async () => undefined }, around).awaitTurn,
    sendMail: observe({ sendMail: ses.sendMail }, around).sendMail,
  };

  const attempt = async (work: () => Promise<unknown>): Promise<boolean> => {
    try {
      await work();
      return true;
    } catch (error) {
      if (!isInjected(error)) world.failures.push(error);
      return false;
    }
  };
  const workOff = (moment: Instant): Promise<unknown>[] => [
    ...rings.take(moment).map(async (message) => {
      if (await attempt(() => wake(deps, outbox, message.conversation))) rings.done(message, moment);
    }),
    ...ses.take(moment).map(async (event) => {
      if (!(await attempt(() => takeFeedback(deps, event, async () => deps))))
        ses.again(event, plus(moment, MINUTE));
    }),
  ];
  const sweepIfDue = (moment: Instant): Promise<unknown>[] => {
    if (nextSweep > moment) return [];
    nextSweep = plus(nextSweep, SWEEP_MS);
    return world.sweeps ? [attempt(() => sweep({ ...deps, queueDepth: rings.queueDepth }))] : [];
  };
  const nextAt = () => earliest([nextSweep, rings.nextAt(), ses.nextAt()].filter((at) => at !== undefined));

  const world: World = {
    deps,
    outbox,
    store,
    rings,
    ses,
    faults,
    random,
    useCases: makeUseCases({
      ...deps,
      writeCalendar: outbox.writeCalendar,
      writeFeed,
      readBusy:
        options.tenant.calendar === 'mail'
          ? undefined
          : async (asked) => (await outbox.calendar?.busy(asked)) ?? 'unreadable',
    }),
    now,
    writes,
    failures: [],
    sweeps: true,
    jump: (to) => {
      clock = to;
    },
    wake: (conversation) => wake(deps, outbox, conversation),
    feedback: (event) => takeFeedback(deps, event, async () => deps),
    advance: async (to) => {
      let steps = 0;
      for (let next = nextAt(); next !== undefined && next <= to; next = nextAt()) {
        steps = next > clock ? 0 : steps + 1;
        if (steps > STEPS_AT_ONE_MOMENT) throw new Error('it rings without end');
        clock = instant(Math.max(clock, next));
        await Promise.all([...sweepIfDue(clock), ...workOff(clock)]);
      }
      clock = instant(Math.max(clock, to));
    },
  };
  return world;
}
