import { HOUR, type Instant, instant, MINUTE, plus, SECOND } from '../../functions/domain/instant.ts';
import { type Announced, brokenBy, judge, type Verdict } from './judge.ts';
import { type Lateness, latenessOf } from './lateness.ts';
import { heapBytes } from './memory.ts';
import { drawBody } from './people.ts';
import { makeWorld, type Spoil, type World } from './world.ts';

// Half before and half after midnight (UTC): a tenant may record 5,000 conversations a day. In Amsterdam it is night, and
// nothing else falls due.
const MIDNIGHT = Date.UTC(2027, 0, 13);
const ZONE = 'Europe/Amsterdam';
const DATES = { dueBy: '2027-01-19', checkIn: '2027-01-22T10:30' };

/** `aMinute`: conversations recorded a minute. `throttled`: the share of calls that SES refuses whatever the rate. */
export type DrainOptions = {
  aMinute: number;
  minutes: number;
  rate: number;
  throttled: number;
  seed: number;
  spoil?: Spoil | undefined;
};

export type Drain = {
  verdict: Verdict;
  conversations: number;
  /** How long there was a backlog after the last conversation was recorded, ms. */
  drainMs: number;
  /** Mails accepted in that time, as a share of what the rate allows. */
  share: number;
  lateness: Lateness;
  peakQueue: number;
  wakes: number;
  throttled: number;
  /** Bytes that stay on the heap once the twins and what they keep are gone. */
  keptBytes: number;
};

async function recordAll(world: World, { aMinute, minutes }: DrainOptions, start: Instant) {
  const { clock, random, waiting, failures } = world;
  const announced = new Map<string, readonly Announced[]>();
  const all = aMinute * minutes;
  const record = async (number: number) => {
    const view = await world.submit(drawBody(random, number, all, ZONE, DATES), `load-${number}`);
    if (!view) return;
    const { conversation, deliveries } = view;
    if (world.ledger.of(conversation.id).size === 0) waiting.add(conversation.id);
    const now = deliveries.map(({ delivery }) => delivery).filter(({ at }) => at <= clock.now());
    // By hand as well: everybody has a recap and an invitation.
    if (now.length !== 2 * conversation.people.length)
      failures.push(new Error(`${now.length} were announced`));
    announced.set(
      conversation.id,
      now.map(({ key, at, notAfter }) => ({ key, at, notAfter })),
    );
  };
  for (let number = 0; number < all; number++) {
    const at = plus(start, (number + random.next()) * (MINUTE / aMinute));
    clock.at(at, () => {
      record(number).catch((problem: unknown) => failures.push(problem));
    });
  }
  const recorded = plus(start, minutes * MINUTE);
  await clock.run(recorded);
  return { announced, recorded };
}

async function live(options: DrainOptions): Promise<Omit<Drain, 'keptBytes'>> {
  const start = instant(MIDNIGHT - (options.minutes * MINUTE) / 2);
  const world = makeWorld({ ...options, start });
  const { clock, ses, ledger, waiting } = world;
  const { announced, recorded } = await recordAll(world, options, start);
  await clock.run(plus(recorded, 24 * HOUR), () => waiting.size === 0);
  const drained = clock.now();
  // What was refused four times leaves a minute later, and whatever was forgotten is found by a sweep.
  await clock.run(plus(drained, 15 * MINUTE));
  const taken = ses.accepted.filter((at) => at >= recorded && at < drained).length;
  return {
    verdict: await judge(world, announced),
    conversations: announced.size,
    drainMs: drained - recorded,
    share: taken / Math.max(1, (options.rate * (drained - recorded)) / SECOND),
    lateness: latenessOf(ledger.mails),
    peakQueue: world.queue.peak(),
    wakes: world.wakes.wakes,
    throttled: ses.throttled(),
  };
}

/** Records many conversations in a short time, lets what they owe leave, and tells how that went. */
export async function drain(options: DrainOptions): Promise<Drain> {
  // Once before: what is read in and remembered for good is no leak.
  await live({ ...options, aMinute: 20, minutes: 1, spoil: {} });
  const before = heapBytes();
  const lived = await live(options);
  return { ...lived, keptBytes: heapBytes() - before };
}

// What the program remembers on purpose (days and wall times, 10,000 of each) and what the engine makes of hot code.
const REMEMBERED_BYTES = 4e6;
// A wake reads some ten kilobytes.
const MOST_BYTES_A_WAKE = 100;

/** What the load did not keep of its promises. */
export function brokenByDrain(
  { verdict, drainMs, share, keptBytes, wakes }: Drain,
  { rate }: { rate: number },
): string[] {
  const allowed = REMEMBERED_BYTES + MOST_BYTES_A_WAKE * wakes;
  return [
    ...brokenBy(verdict, rate),
    ...(drainMs === 0 ? ['there was no backlog'] : []),
    ...(share < 0.95 ? [`the backlog drained at ${(share * 100).toFixed(1)} % of the rate`] : []),
    ...(keptBytes > allowed
      ? [`${Math.round(keptBytes / 1e6)} MB stay on the heap after ${wakes} wakes`]
      : []),
  ];
}
