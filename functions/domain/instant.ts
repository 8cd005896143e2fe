/** A moment on the time line, in epoch milliseconds. Never a wall time: see wall-time.ts. */
export type Instant = number & { readonly __unit: 'epoch-ms' };

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

function isInstant(epochMs: number): epochMs is Instant {
  return Number.isFinite(epochMs);
}

/** Brands epoch milliseconds as an Instant; throws RangeError on NaN and infinities, which are always a bug. */
export function instant(epochMs: number): Instant {
  if (!isInstant(epochMs)) throw new RangeError(`not a moment: ${epochMs}`);
  return epochMs;
}

/** The moment `ms` milliseconds after (or, negative, before) another. */
export function plus(moment: Instant, ms: number): Instant {
  return instant(moment + ms);
}

/** The latest of several moments. */
export function latest(...moments: readonly [Instant, ...Instant[]]): Instant {
  return instant(Math.max(...moments));
}

/** The earliest of several moments, or undefined when there is none. */
export function earliest(moments: readonly Instant[]): Instant | undefined {
  return moments.length === 0 ? undefined : instant(Math.min(...moments));
}

/** ISO 8601 in UTC with milliseconds, for facts that leave the program. */
export function toIso(moment: Instant): string {
  return new Date(moment).toISOString();
}
