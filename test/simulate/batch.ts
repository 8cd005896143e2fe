import type { IncomingMail, ReceivedMail } from '../../functions/app/incoming-mail.ts';
import type { MailEvent } from '../../functions/app/mail-report.ts';
import type { Store } from '../../functions/app/ports.ts';
import { DAY, earliest, type Instant, instant, MINUTE, plus } from '../../functions/domain/instant.ts';
import type { Tenant } from '../../functions/domain/tenant.ts';
import { makeRandom, type Random } from '../simulation/random.ts';
import { type Agenda, makeAgenda } from './agenda.ts';
import { type Lambdas, makeLambdas } from './lambdas.ts';
import { makeProcesses } from './processes.ts';
import { makeServices, type Services } from './services.ts';
import { isCrash, makeStrikes, type Strikes } from './strikes.ts';
import { makeTrace, type Trace } from './trace.ts';
import { makeWatch, type Watch } from './watch/watch.ts';
import type { Invariant } from './watch/watched.ts';
import { watchedStore } from './watched-store.ts';

const SWEEP_MS = 5 * MINUTE;
const FEEDBACK_RETRIES_MS = [MINUTE, 2 * MINUTE];
// So many steps at one moment mean that something rings itself for ever.
const STEPS_AT_ONE_MOMENT = 500;

/** A world with several conversations in it: one tenant, one table, one queue, and the people who use it. */
export type Batch = {
  now: () => Instant;
  random: Random;
  tenant: Tenant;
  services: Services;
  lambdas: Lambdas;
  agenda: Agenda;
  trace: Trace;
  watch: Watch;
  strikes: Strikes;
  /** Puts a mail into the bucket and hands it to the inbound Lambda, as often as it takes. */
  receive: (conversation: string, received: ReceivedMail, mail: IncomingMail) => Promise<void>;
  advance: (to: Instant) => Promise<void>;
};

type Making = {
  seed: number;
  tenant: Tenant;
  start: Instant;
  invariants: readonly Invariant[];
  numberOf: (id: string) => number;
  isRendered: (id: string) => boolean;
  fate: Parameters<typeof makeServices>[2]['fate'];
  /** Somebody's mailbox took a mail, at this moment. */
  arrived: (batch: Batch, event: MailEvent) => void;
  /** A planted bug of a test: what is wrong with the store. */
  spoil?: ((store: Store) => Store) | undefined;
};

const FAILED: Invariant = {
  name: 'nothing fails on its own account',
  means: 'No process ends with an error of its own.',
};

function about(problem: unknown): string {
  return problem instanceof Error ? `${problem.name}: ${problem.message}` : String(problem);
}

/** Makes a batch. The same seed gives the same batch. */
export function makeBatch(making: Making): Batch {
  const { seed, tenant, invariants } = making;
  const random = makeRandom(seed);
  let clock = making.start;
  let nextSweep = plus(clock, SWEEP_MS);
  const upgradeAt = plus(clock, 5 * DAY + random.below(4 * DAY));
  const now = () => clock;
  const agenda = makeAgenda();
  const trace = makeTrace(now);
  const strikes = makeStrikes(random);
  const bucket = new Map<string, IncomingMail>();
  const tries = new WeakMap<MailEvent, number>();

  const services = makeServices(now, random, {
    fate: making.fate,
    events: (event, isLost) => {
      const of = watch.all.get(event.conversation);
      if (event.outcome === 'accepted') {
        const to = services.ses.inbox.at(-1)?.to ?? '';
        watch.left({ conversation: event.conversation, mail: event.mail, to });
        of?.sendEvents.set(event.mail, isLost ? 'lost' : 'coming');
        trace.note(event.conversation, {
          who: 'SES',
          what: `takes mail ${event.mail.slice(0, 6)}${isLost ? ', and its Send event is lost' : ''}`,
          quiet: false,
        });
      } else {
        trace.note(event.conversation, {
          who: 'SES',
          what: `${event.outcome} ${event.mail.slice(0, 6)}${isLost ? ', and nobody hears of it' : ''}`,
          quiet: true,
        });
      }
      if (event.outcome !== 'delivered') return;
      of?.arrived.add(event.mail);
      making.arrived(batch, event);
    },
  });
  const { rings, ses } = services;
  const watch = makeWatch({
    now,
    store: services.store,
    rings,
    invariants,
    numberOf: making.numberOf,
    entries: () => services.calendar.entries().flatMap(({ put }) => put ?? []),
  });
  const store = (making.spoil ?? ((kept: Store) => kept))(watchedStore(services.store, watch, trace));
  const processes = makeProcesses(random, strikes, ({ kind, conversation }, port, strike) => {
    const what = strike ? `${port} breaks: ${strike}` : port;
    trace.note(conversation, { who: kind, what, quiet: strike === undefined });
    if (strike && kind !== 'web' && kind !== 'inbound') watch.broke(conversation);
    if (strike && isCrash(strike)) trace.note(conversation, { who: kind, what: 'ends there', quiet: true });
  });
  const lambdas = makeLambdas({
    now,
    random,
    tenant,
    zoneData: () => (clock < upgradeAt ? 'one' : 'two'),
    services,
    store,
    bucket,
    processes,
    isRendered: making.isRendered,
    failed: (id, kind, problem) => {
      const what = `${kind} failed: ${about(problem)}`;
      const number = id === undefined ? -1 : making.numberOf(id);
      watch.violations.push({ invariant: FAILED.name, number, id: id ?? '', at: clock, what });
      trace.note(id, { who: kind, what, quiet: false });
    },
  });

  const listen = async (event: MailEvent) => {
    if (await lambdas.feedback(event)) return;
    const failures = (tries.get(event) ?? 0) + 1;
    tries.set(event, failures);
    const wait = FEEDBACK_RETRIES_MS[failures - 1];
    if (wait !== undefined) ses.again(event, plus(clock, wait));
    else if (event.outcome === 'accepted')
      watch.all.get(event.conversation)?.sendEvents.set(event.mail, 'lost');
  };
  const workOff = (): Promise<unknown>[] => [
    ...rings.take(clock).map(async (message) => {
      if (await lambdas.wake(message.conversation)) rings.done(message, clock);
    }),
    ...ses.take(clock).map(listen),
    ...agenda.take(clock).map((work) => work()),
  ];
  const step = async () => {
    const sweeps = nextSweep <= clock;
    if (sweeps) nextSweep = plus(nextSweep, SWEEP_MS);
    await Promise.all([...(sweeps ? [lambdas.sweep()] : []), ...workOff()]);
    await processes.settle();
    await lambdas.writeMimes();
    await watch.stepped();
    if (sweeps) await watch.look();
  };
  const nextAt = () =>
    earliest([nextSweep, rings.nextAt(), ses.nextAt(), agenda.nextAt()].filter((at) => at !== undefined));

  const batch: Batch = {
    now,
    random,
    tenant,
    services,
    lambdas,
    agenda,
    trace,
    watch,
    strikes,
    receive: async (conversation, received, mail) => {
      bucket.set(received.id, mail);
      for (let attempt = 0; attempt < 3; attempt++) {
        if (await lambdas.inbound(received, conversation, attempt === 2)) break;
      }
      if (random.chance(0.1)) await lambdas.inbound(received, conversation, true);
    },
    advance: async (to) => {
      let steps = 0;
      for (let next = nextAt(); next !== undefined && next <= to; next = nextAt()) {
        steps = next > clock ? 0 : steps + 1;
        if (steps > STEPS_AT_ONE_MOMENT) throw new Error('it rings without end');
        clock = instant(Math.max(clock, next));
        await step();
      }
      clock = instant(Math.max(clock, to));
    },
  };
  return batch;
}
