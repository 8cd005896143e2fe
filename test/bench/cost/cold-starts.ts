import type { BilledLambda } from '../../../infra/constructs/memory.ts';
import type { Timed } from './usage.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEKS = 4;
const MONTH_DAYS = 7 * WEEKS;
const WORKING_DAYS = 5;
// AWS promises nothing; who measured it saw idle Lambdas live five minutes and more.
const KEPT_MS = 5 * MINUTE;
// What is further apart was begun by somebody, or some alarm, of its own.
const BURST_MS = 10 * MINUTE;
const WORKING_MS = 8 * HOUR;
// More conversations only find more Lambdas warm.
const MOST = 2_000;

/** 0 to 1, the same in every run (mulberry32). */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Runs that follow one another closely: what somebody did with all that came of it, or what one alarm did. */
function burstsOf(timeline: readonly Timed[]): Timed[][] {
  const bursts: Timed[][] = [];
  for (const run of timeline.toSorted((a, b) => a.at - b.at)) {
    const last = bursts.at(-1);
    const before = last?.at(-1);
    if (last && before && run.at - before.at < BURST_MS) last.push(run);
    else bursts.push([run]);
  }
  return bursts;
}

/**
 * A month of so many conversations like this one: begun on any working day of it, what people do at any time of their day, and what
 * alarms do at the same hour for all.
 */
function monthOf(timeline: readonly Timed[], conversations: number): Timed[] {
  const random = makeRandom(conversations);
  const bursts = burstsOf(timeline);
  const runs = Array.from({ length: Math.min(conversations, MOST) }, () => {
    const days = (7 * Math.floor(random() * WEEKS) + Math.floor(random() * WORKING_DAYS)) * DAY;
    return bursts.flatMap((burst) => {
      const later = burst.some(({ lambda }) => lambda === 'web') ? random() * WORKING_MS : 0;
      return burst.map((run) => ({ ...run, at: (run.at + days + later) % (MONTH_DAYS * DAY) }));
    });
  });
  return runs.flat().sort((a, b) => a.at - b.at);
}

/** How many of these runs find no Lambda that is warm and free. `most`: how many may run at once; others wait for one. */
function coldOf(runs: readonly Timed[], most: number): number {
  // When each Lambda is free again, the latest last.
  let free: number[] = [];
  let cold = 0;
  for (const { at, ms } of runs) {
    free = free.filter((since) => at - since <= KEPT_MS);
    const warm = free.findLastIndex((since) => since <= at);
    if (warm >= 0) free.splice(warm, 1);
    const waits = warm < 0 && free.length >= most ? free.shift() : undefined;
    if (warm < 0 && waits === undefined) cold += 1;
    free.push((waits ?? at) + ms);
    free.sort((a, b) => a - b);
  }
  return cold;
}

/** Which share of a Lambda's runs start a new one, in a month of so many conversations like this one: 0 to 1. */
export function coldShare(
  timeline: readonly Timed[],
  lambda: BilledLambda,
  conversations: number,
  most = Number.POSITIVE_INFINITY,
): number {
  const runs = monthOf(timeline, conversations).filter((run) => run.lambda === lambda);
  return runs.length === 0 ? 0 : coldOf(runs, most) / runs.length;
}
