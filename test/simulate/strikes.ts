import type { Random } from '../simulation/random.ts';

/**
 * Where a process ends around a call of a port. `before`: the call is never made. `inside`: it is on its way, and may
 * or may not arrive, later than what others do meanwhile. `after`: it happened, and nothing that follows does.
 */
export const POSITIONS = ['before', 'inside', 'after'] as const;
type Position = (typeof POSITIONS)[number];
/** A process also lives on with an error: `refused`, nothing happened (throttled); `reply-lost`, it did all the same. */
export type Strike = Position | 'refused' | 'reply-lost';

/** How often each position of each port was hit, by "port position". */
export type Coverage = Record<string, number>;

export type Strikes = {
  /** What befalls a call; undefined for most. */
  next: (port: string) => Strike | undefined;
  /** From now on nothing breaks. */
  calm: () => void;
  coverage: Coverage;
  faults: number;
  crashes: number;
};

const FAULTS_A_CALL = 0.003;
const CRASHES_A_CALL = 0.004;
// What was never hit yet is looked for first, so that rare calls are broken too.
const WANTED = 0.3;

export function isCrash(strike: Strike): strike is Position {
  return strike !== 'refused' && strike !== 'reply-lost';
}

/** Breaks calls by chance, and sees to it that each port breaks in every position. */
export function makeStrikes(random: Random): Strikes {
  let stormy = true;
  const choose = (port: string): Strike | undefined => {
    const wanted = POSITIONS.filter((position) => !strikes.coverage[`${port} ${position}`]);
    if (wanted.length > 0 && random.chance(WANTED)) return wanted[random.below(wanted.length)];
    if (random.chance(CRASHES_A_CALL)) return POSITIONS[random.below(POSITIONS.length)];
    if (random.chance(FAULTS_A_CALL)) return random.chance(0.5) ? 'refused' : 'reply-lost';
    return undefined;
  };
  const strikes: Strikes = {
    next: (port) => {
      const strike = stormy ? choose(port) : undefined;
      if (strike === undefined) return undefined;
      if (isCrash(strike)) {
        const pair = `${port} ${strike}`;
        strikes.coverage[pair] = (strikes.coverage[pair] ?? 0) + 1;
        strikes.crashes += 1;
      } else strikes.faults += 1;
      return strike;
    },
    calm: () => {
      stormy = false;
    },
    coverage: {},
    faults: 0,
    crashes: 0,
  };
  return strikes;
}
