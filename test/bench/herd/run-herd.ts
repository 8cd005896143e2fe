import { makePace } from '../../../functions/adapters/send-rate.ts';
import type { SendMail } from '../../../functions/app/send-mail.ts';
import { SWEEP_EVERY_SECONDS, sweep } from '../../../functions/app/sweep.ts';
import { HOUR, instant, plus, SECOND } from '../../../functions/domain/instant.ts';
import { sendShare } from '../../../infra/constructs/send-share.ts';
import { makeClock, type VirtualClock } from '../../load/clock.ts';
import { startEventSource } from '../../load/event-source.ts';
import { type Lateness, latenessOf } from '../../load/lateness.ts';
import { makeWakeQueue, type WakeQueue } from '../../load/queue.ts';
import { makeSes, mostInASecond } from '../../load/ses.ts';
import { COMPOSE_MS } from '../../load/world.ts';
import { ACME } from '../../simulation/acme.ts';
import { makeRandom, type Random } from '../../simulation/random.ts';
import { makeMemoryStore } from '../../twins/memory-store.ts';
import { LATENCY_MS } from '../cost/service-call.ts';
import { drawOwing, type Owing } from './owed.ts';

/** `rate`: mails a second of SES and of the tenant. `pace` stands in for the real gate of one Lambda. */
export type HerdOptions = { deliveries: number; rate: number; seed: number; pace?: typeof makePace };

export type HerdRun = {
  sent: number;
  refused: number;
  /** What was accepted from the first moment due to the last mail, as a share of what the rate allows. */
  share: number;
  /** Mails handed to SES in the fullest second, beginning at any millisecond. */
  mostInASecond: number;
  lateness: Lateness;
};

const BEGINS = instant(Date.UTC(2027, 0, 18, 8));
const MAIL = { raw: new Uint8Array(), from: '', to: '', tags: { conversation: '', mail: '', claimed: '0' } };

/** SES without a burst, which notes when each mail reached it. What it tells afterwards passes another Lambda: left out. */
function makeDoor(clock: VirtualClock, random: Random, rate: number) {
  const asked: number[] = [];
  const silent = { ...clock, at: () => undefined };
  const told = { left: () => undefined, event: () => undefined };
  const ses = makeSes(silent, random, { rate, throttled: 0 }, told);
  const sendMail: SendMail = (mail) => {
    asked.push(clock.now() + LATENCY_MS.ses / 2);
    return ses.sendMail(mail);
  };
  return { asked, accepted: ses.accepted, sendMail };
}

/** The real sweep, every five minutes, over what is still owed. */
function startSweeps(
  clock: VirtualClock,
  queue: WakeQueue,
  open: ReadonlyMap<string, Owing>,
  rate: number,
): void {
  const findOverdue = async (_: unknown, limit: number) => {
    const found: string[] = [];
    for (const { id, due } of open.values()) {
      if (found.length >= limit) break;
      if (due <= clock.now()) found.push(id);
    }
    return found;
  };
  const deps = {
    ...queue,
    store: { ...makeMemoryStore({ now: clock.now }), findOverdue },
    tenant: { ...ACME, sendRate: rate },
    appUrl: '',
    zoneData: 'herd',
    now: clock.now,
    newId: () => '',
  };
  const later = () =>
    clock.at(plus(clock.now(), SWEEP_EVERY_SECONDS * SECOND), () => {
      clock.holdFor(sweep(deps));
      later();
    });
  later();
}

/**
 * A herd through the stack's queue, its Lambdas (as many at once as the send rate feeds), the real pace of each, the real sweep, and an
 * SES without bursts, event by event on a virtual clock. What a wake does between its calls is a model here: it waits as long as the
 * services and the composing take. `test/load` runs the real use cases, a tenth as large.
 */
export async function runHerd({ deliveries, rate, seed, pace = makePace }: HerdOptions): Promise<HerdRun> {
  const random = makeRandom(seed);
  const clock = makeClock(BEGINS);
  const queue = makeWakeQueue(clock, random);
  const door = makeDoor(clock, random, rate);
  const owing = drawOwing(random, deliveries, BEGINS);
  const open = new Map(owing.map((one) => [one.id, one]));
  const share = sendShare(rate);
  const left: { at: number; due: number }[] = [];
  let refused = 0;

  const makeLambda = () => {
    const { awaitTurn, inTurn } = pace(share.rate, clock.now, clock.wait);
    const sendMail = inTurn(door.sendMail);
    const send = async (due: number) => {
      const { outcome } = await sendMail(MAIL);
      if (outcome === 'accepted') left.push({ at: clock.now() - LATENCY_MS.ses / 2, due });
      else refused += 1;
    };
    const wake = async (id: string) => {
      // The conversation, then who of its people may be written to.
      await clock.wait(2 * LATENCY_MS.dynamodb);
      const own = open.get(id);
      if (own) {
        await clock.wait(COMPOSE_MS * own.mails);
        await awaitTurn();
        await clock.wait(LATENCY_MS.dynamodb);
        // The claim is a conditional write: of two wakes one finds that it came too late.
        if (open.delete(id)) await Promise.all(Array.from({ length: own.mails }, () => send(own.due)));
      }
      await clock.wait(LATENCY_MS.scheduler);
    };
    return { isDead: false, wake };
  };
  const wakes = startEventSource(clock, queue, { concurrency: share.concurrency, makeLambda });
  for (const { id, rings } of owing) clock.at(rings, () => void queue.ring({ conversation: id }));
  startSweeps(clock, queue, open, rate);

  const longest = Math.max(HOUR, (2 * SECOND * deliveries) / rate);
  await clock.run(plus(BEGINS, longest), () => left.length + refused === deliveries);
  const [failure] = wakes.failures;
  if (failure) throw failure;
  const first = owing.reduce((least, { due }) => Math.min(least, due), Number.POSITIVE_INFINITY);
  const took = (door.accepted.at(-1) ?? BEGINS) - first;
  return {
    sent: left.length,
    refused,
    share: door.accepted.length / ((rate * took) / SECOND),
    mostInASecond: mostInASecond(door.asked),
    lateness: latenessOf(left),
  };
}
