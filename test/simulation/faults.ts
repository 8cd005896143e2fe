import type { Around } from './observe.ts';
import type { Random } from './random.ts';

/**
 * How an invocation breaks. `refused`: the call fails and nothing of it happens; `reply-lost`: it happens and fails
 * all the same; `died`: it happens, and the process ends there, so that nothing after it happens at all.
 */
export const BREAKS = ['refused', 'reply-lost', 'died'] as const;
export type Break = (typeof BREAKS)[number];

export type Faults = {
  around: Around;
  /** The names of all calls since the last arming, in the order they began. */
  calls: string[];
  /** Breaks the nth call from now on, counted from 0; undefined mends everything. */
  arm: (breaking?: { nth: number; how: Break }) => void;
  /** Share of all calls that break by chance, with or without having happened. */
  chaos: number;
};

class InjectedFault extends Error {}

/** True for an error that `makeFaults` threw. */
export function isInjected(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.every(isInjected);
  return error instanceof InjectedFault;
}

/** Breaks one chosen call, or some by chance, of all that pass through `around`. */
export function makeFaults(random: Random): Faults {
  let armed: { nth: number; how: Break } | undefined;
  let dead = false;
  const fail = (name: string) => new InjectedFault(`${name} broke`);
  const byChance = (): Break | undefined => {
    if (faults.chaos === 0 || !random.chance(faults.chaos)) return undefined;
    return random.chance(0.5) ? 'refused' : 'reply-lost';
  };
  const faults: Faults = {
    calls: [],
    chaos: 0,
    arm: (breaking) => {
      armed = breaking;
      dead = false;
      faults.calls.length = 0;
    },
    around: async (name, call) => {
      const nth = faults.calls.push(name) - 1;
      if (dead) throw fail(name);
      const how = armed?.nth === nth ? armed.how : byChance();
      if (!how) return call();
      dead = how === 'died';
      if (how !== 'refused') await call();
      throw fail(name);
    },
  };
  return faults;
}
