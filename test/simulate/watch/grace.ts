import { type Instant, latest, MINUTE, plus } from '../../../functions/domain/instant.ts';
import type { Watched } from './watched.ts';

// A process that was broken is tried again by the queue after three minutes; the sweep finds the rest within five.
const AFTER_A_FAULT_MS = 10 * MINUTE;

/** Until when something may still be put right: so long after a moment, or after the last fault that hit it. */
export function graceUntil({ brokenAt }: Watched, from: Instant, ms: number): Instant {
  const until = plus(from, ms);
  return brokenAt === undefined ? until : latest(until, plus(brokenAt, AFTER_A_FAULT_MS));
}
