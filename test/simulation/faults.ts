import type { Around } from './observe.ts';

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
};

class InjectedFault extends Error {}

/** True for an error that `makeFaults` threw. */
export function isInjected(error: unknown): boolean {
  return error instanceof InjectedFault;
}

/** Breaks one chosen call of all that pass through `around`. */
export function makeFaults(): Faults {
  let armed: { nth: number; how: Break } | undefined;
  let dead = false;
  const fail = (name: string) => new InjectedFault(`${name} broke`);
  const faults: Faults = {
    calls: [],
    arm: (breaking) => {
      armed = breaking;
      dead = false;
      faults.calls.length = 0;
    },
    around: async (name, call) => {
      const nth = faults.calls.push(name) - 1;
      if (dead) throw fail(name);
      if (armed?.nth !== nth) return call();
      dead = armed.how === 'died';
      if (armed.how !== 'refused') await call();
      throw fail(name);
    },
  };
  return faults;
}
