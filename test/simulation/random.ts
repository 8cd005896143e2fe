/** Chance from a seed: the same seed always gives the same run. */
export type Random = {
  /** From 0 up to, but not, 1. */
  next: () => number;
  /** A whole number from 0 up to, but not, `below`. */
  below: (below: number) => number;
  chance: (share: number) => boolean;
  shuffled: <T>(items: readonly T[]) => T[];
};

/** mulberry32 (public domain, Tommy Ettinger): 32 bits of state are plenty for a test. */
export function makeRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    chance: (share) => next() < share,
    shuffled: (items) => {
      const keyed = items.map((item) => ({ item, order: next() }));
      return keyed.sort((a, b) => a.order - b.order).map(({ item }) => item);
    },
  };
}
