import type { Store } from '../../functions/app/ports.ts';
import { type Instant, instant } from '../../functions/domain/instant.ts';

/** An empty store whose clock stands where the test puts it. */
export type StoreUnderTest = { store: Store; setNow: (now: Instant) => void };
export type MakeStore = () => Promise<StoreUnderTest>;

export const NOW = instant(Date.UTC(2027, 0, 8, 9));

/** A clock for a store under test, at `NOW` until it is set. */
export function makeStoppedClock() {
  let at = NOW;
  return {
    now: () => at,
    setNow: (now: Instant) => {
      at = now;
    },
  };
}
