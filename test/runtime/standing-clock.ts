import type { Clock } from '../../infra/local/clock.ts';

/** A clock that only moves when it is moved, and keeps every moment it was moved to. */
export function standingClock(start: string): Clock & { stops: string[] } {
  let now = Date.parse(start);
  const stops: string[] = [];
  return {
    stops,
    now: () => now,
    advanceTo(epochMs) {
      now = Math.max(now, epochMs);
      stops.push(new Date(now).toISOString());
    },
  };
}
