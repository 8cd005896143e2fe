import { writeCalendar } from '../../functions/adapters/ical.ts';
import { writeMime } from '../../functions/adapters/mime.ts';
import { makePace, type Pace } from '../../functions/adapters/send-rate.ts';
import type { RenderMail } from '../../functions/app/compose-mail.ts';
import type { Deps } from '../../functions/app/deps.ts';
import { takeFeedback } from '../../functions/app/feedback.ts';
import '../../functions/app/feedback-facts.ts';
import type { MailEvent } from '../../functions/app/mail-report.ts';
import type { Store } from '../../functions/app/ports.ts';
import type { Outbox } from '../../functions/app/prepare-mails.ts';
import { makeSubmit } from '../../functions/app/submit.ts';
import { SWEEP_EVERY_SECONDS, sweep } from '../../functions/app/sweep.ts';
import type { ConversationView } from '../../functions/app/use-cases.ts';
import { wake } from '../../functions/app/wake.ts';
import { type Instant, plus, SECOND } from '../../functions/domain/instant.ts';
import { sendShare } from '../../infra/constructs/send-share.ts';
import { renderMail } from '../../templates/mail/render-mail.ts';
import { LATENCY_MS } from '../bench/cost/service-call.ts';
import { ACME } from '../simulation/acme.ts';
import { observe } from '../simulation/observe.ts';
import { makeRandom, type Random } from '../simulation/random.ts';
import { KEYRING } from '../simulation/world.ts';
import { makeMemoryStore } from '../twins/memory-store.ts';
import { makeClock, type VirtualClock } from './clock.ts';
import { type EventSource, type Lambda, startEventSource } from './event-source.ts';
import { type Ledger, makeLedger } from './ledger.ts';
import { indexed } from './overdue.ts';
import { makeWakeQueue, type WakeQueue } from './queue.ts';
import { makeSes, type Ses } from './ses.ts';

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';
const RENDERED_EVERY = 50;
// To render a mail on the share of a processor that a wake Lambda has, and to write it as bytes.
export const COMPOSE_MS = 25;

/** A bug planted by a test, to see that it is found. */
export type Spoil = {
  store?: (store: Store) => Store;
  pace?: (pace: Pace) => Pace;
};

/** `rate`: mails a second of SES and of the tenant. `throttled`: the share of calls that SES refuses on top. */
export type WorldOptions = {
  start: Instant;
  seed: number;
  rate: number;
  throttled: number;
  spoil?: Spoil | undefined;
};

export type World = {
  clock: VirtualClock;
  random: Random;
  /** What the table really holds, whatever was planted before it. */
  store: Store;
  queue: WakeQueue;
  ses: Ses;
  ledger: Ledger;
  wakes: EventSource;
  /** What failed besides wakes: sweeps, feedback, submits. */
  failures: unknown[];
  /** Conversations recorded of which nothing has left yet. */
  waiting: Set<string>;
  /** Records a conversation as its manager, as the web Lambda does. */
  submit: (body: { manager: { email: string } }, key: string) => Promise<ConversationView | undefined>;
};

/** A mail in one line: what it says was checked against its schema before. */
const inShort: RenderMail = ({ sections }) => {
  const kinds = sections.map(({ kind }) => kind).join(' ');
  return { subject: kinds, html: kinds, text: kinds };
};

/** One tenant in AWS: the real use cases over twins that take as long as the services do, and Lambdas as the stack has them. */
export function makeWorld({ start, seed, rate, throttled, spoil = {} }: WorldOptions): World {
  const random = makeRandom(seed);
  const clock = makeClock(start);
  const failures: unknown[] = [];
  const waiting = new Set<string>();
  const ledger = makeLedger(clock.now, (conversation) => waiting.delete(conversation));
  const kept = ledger.watched(indexed(makeMemoryStore({ now: clock.now })));
  const store = spoil.store?.(kept) ?? kept;
  const queue = makeWakeQueue(clock, random);
  const share = sendShare(rate);
  let rendered = 0;

  const alone = (work: Promise<unknown>) => {
    work.catch((problem: unknown) => failures.push(problem));
  };
  const ses = makeSes(
    clock,
    random,
    { rate, throttled },
    {
      left: ledger.left,
      event: (event: MailEvent) => alone(takeFeedback(depsOf(), event, async () => depsOf())),
    },
  );
  /** Ports that answer as late as the real ones, and never to somebody dead. */
  const slow = <T extends object>(ports: T, ms: number, life: { isDead: boolean }): T =>
    observe(ports, async (_, call) => {
      await clock.wait(ms);
      return life.isDead ? new Promise(() => undefined) : call();
    });
  const depsOf = (life = { isDead: false }): Deps => ({
    store: slow(store, LATENCY_MS.dynamodb, life),
    ring: slow({ ring: queue.ring }, LATENCY_MS.sqs, life).ring,
    armAlarm: slow({ armAlarm: queue.armAlarm }, LATENCY_MS.scheduler, life).armAlarm,
    tenant: { ...ACME, sendRate: rate },
    keyring: KEYRING,
    appUrl: 'https://nevertwice.test',
    zoneData: 'load',
    now: clock.now,
    newId: () => Array.from({ length: 26 }, () => BASE32.charAt(random.below(32))).join(''),
  });
  const outboxOf = (lambda: Lambda, pace: Pace): Outbox => {
    let composing = Promise.resolve();
    let isRendered = false;
    return {
      renderMail: (props) => {
        rendered += 1;
        isRendered = rendered % RENDERED_EVERY === 0;
        return isRendered ? renderMail(props) : inShort(props);
      },
      writeCalendar: (event) => (isRendered ? writeCalendar(event) : event.uid),
      writeMime: async (mail) => {
        if (isRendered) clock.holdFor(writeMime(mail));
        composing = composing.then(() => clock.wait(COMPOSE_MS));
        await composing;
        return new Uint8Array();
      },
      awaitTurn: pace.awaitTurn,
      sendMail: pace.inTurn(slow({ sendMail: ses.sendMail }, 0, lambda).sendMail),
    };
  };
  const makeLambda = (): Lambda => {
    const pace = makePace(share.rate, clock.now, clock.wait);
    const lambda: Lambda = {
      isDead: false,
      wake: (conversation) => wake(deps, outbox, conversation),
    };
    const deps = depsOf(lambda);
    const outbox = outboxOf(lambda, spoil.pace?.(pace) ?? pace);
    return lambda;
  };
  const wakes = startEventSource(clock, queue, { concurrency: share.concurrency, makeLambda });
  const sweepLater = () => {
    clock.at(plus(clock.now(), SWEEP_EVERY_SECONDS * SECOND), () => {
      alone(sweep({ ...depsOf(), queueDepth: queue.queueDepth }));
      sweepLater();
    });
  };
  sweepLater();
  // Not through the use cases: what those load at first use would take real time, which the virtual clock does not wait for.
  const submit = makeSubmit(depsOf());

  return {
    clock,
    random,
    store: kept,
    queue,
    ses,
    ledger,
    wakes,
    failures,
    waiting,
    submit: async (body, key) => {
      const answer = await submit({ email: body.manager.email }, body, key);
      if ('refused' in answer) {
        failures.push(answer.refused);
        return undefined;
      }
      return answer.ok.view;
    },
  };
}
