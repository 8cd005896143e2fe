import type { CheckIn } from './check-in.ts';
import type { Commitment } from './conversation.ts';
import type { When } from './facts.ts';
import { type Instant, MINUTE, plus } from './instant.ts';
import { localOf } from './wall-time.ts';
import { momentAt } from './zone.ts';

/** The moment a stored wall time means today: derived each time, so that new zone rules move it. */
export function momentOf(when: When): Instant {
  return momentAt(when.zone, localOf(when.wall), when.reading);
}

export function dueOf(commitment: Commitment): Instant | undefined {
  return commitment.due && momentOf(commitment.due);
}

export function checkInStart(checkIn: CheckIn): Instant {
  return momentOf(checkIn.at);
}

export function checkInEnd(checkIn: CheckIn): Instant {
  return plus(checkInStart(checkIn), checkIn.minutes * MINUTE);
}
