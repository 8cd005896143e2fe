import { type Instant, plus } from '../../functions/domain/instant.ts';
import { makeHeap } from './heap.ts';

export type VirtualClock = {
  now: () => Instant;
  /** Resolves so many milliseconds later; parts of one count as a whole. */
  wait: (ms: number) => Promise<void>;
  at: (moment: Instant, work: () => void) => void;
  /** Work that takes real time: no virtual time passes before it has ended. */
  holdFor: (work: Promise<unknown>) => void;
  /** Lets time pass through everything that happens on the way, until a moment, or sooner once `isDone`. */
  run: (until: Instant, isDone?: () => boolean) => Promise<void>;
};

type Timer = { at: Instant; order: number; work: () => void };

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A clock that stands still while anything is being worked on and jumps to whatever comes next. */
export function makeClock(start: Instant): VirtualClock {
  const timers = makeHeap<Timer>(
    (one, other) => one.at - other.at < 0 || (one.at === other.at && one.order < other.order),
  );
  let now = start;
  let order = 0;
  let held: Promise<unknown>[] = [];
  const at = (moment: Instant, work: () => void) => {
    order += 1;
    timers.add({ at: plus(now, Math.max(0, Math.ceil(moment - now))), order, work });
  };
  const step = async (moment: Instant) => {
    now = moment;
    while (timers.first()?.at === moment) timers.take()?.work();
    await settled();
    while (held.length > 0) await Promise.all(held.splice(0));
  };
  return {
    now: () => now,
    at,
    wait: (ms) => new Promise((resolve) => at(plus(now, ms), resolve)),
    holdFor: (work) => {
      held = [...held, work];
    },
    run: async (until, isDone = () => false) => {
      await settled();
      for (let next = timers.first(); next && next.at <= until && !isDone(); next = timers.first())
        await step(next.at);
      if (!isDone() && now < until) now = until;
    },
  };
}
