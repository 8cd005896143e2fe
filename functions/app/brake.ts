import { type Instant, instant, MINUTE } from '../domain/instant.ts';
import type { Store } from './ports.ts';
import type { Refused } from './use-cases.ts';

/** How often in ten minutes: far above what people and their programs do, far below what hurts. */
const RATES = {
  'bad-link': { limit: 600, message: 'Too many links that open nothing came from here.' },
  'bad-token': { limit: 200, message: 'Too many requests without a valid token came from here.' },
  'api-write': { limit: 600, message: 'This token sends too much at once.' },
  // Each asks the calendars of up to twenty people.
  'free-times': { limit: 60, message: 'You asked for free times too often.' },
  form: { limit: 300, message: 'You send too much at once.' },
  // The form looks ahead whenever somebody stops typing.
  preview: { limit: 1_200, message: 'The preview was asked for too often.' },
} as const;

const WINDOW_MS = 10 * MINUTE;
const STEPS = 10;
const MOST_REMEMBERED = 5_000;

/** Counts one more; answers why it is one too many, with the seconds to wait. `who`: a keyed hash, never an address itself. */
export type Brake = (rate: keyof typeof RATES, who: string) => Promise<Refused | undefined>;

type Count = { window: number; count: number; over: boolean };

/**
 * Counts in this process's memory, and for those who make a tenth of a limit here in the table too, one write for each
 * further tenth: whoever does what people do costs no write, and several processes still stop a flood together, each a
 * tenth late at most. Once it is over it is remembered here until its window ends.
 */
export function makeBrake(deps: { countUp: Store['countUp']; now: () => Instant }): Brake {
  const counts = new Map<string, Count>();
  const countOf = (scope: string, window: number): Count => {
    const known = counts.get(scope);
    if (known?.window === window) return known;
    if (counts.size >= MOST_REMEMBERED) counts.clear();
    const begun = { window, count: 0, over: false };
    counts.set(scope, begun);
    return begun;
  };
  return async (rate, who) => {
    const { limit, message } = RATES[rate];
    const now = deps.now();
    const window = Math.floor(now / WINDOW_MS);
    const endsAt = instant((window + 1) * WINDOW_MS);
    const scope = `${rate}.${who}`;
    const counted = countOf(scope, window);
    if (counted.over) {
      const retryAfter = Math.ceil((endsAt - now) / 1000);
      return { status: 429, errors: [{ path: '', message: `${message} Wait, then go on.` }], retryAfter };
    }
    counted.count += 1;
    if (counted.count % (limit / STEPS) === 0) {
      const [steps = 0] = await deps.countUp([{ scope, window: `${window}`, endsAt }]);
      counted.over = steps >= STEPS;
    }
    return undefined;
  };
}
