import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';

export type ClockMove = { advance: string } | { to: string };

/** The body of `POST /api/clock`. */
export const clockMoveSchema = z.union(
  [z.strictObject({ advance: z.string() }), z.strictObject({ to: z.string() })],
  'Send either {"advance": "PT24H"} or {"to": "2027-01-15T17:00:00Z"}.',
);

const FURTHEST_YEARS = 10;

/** Where a move ends, epoch ms; or why it cannot be made. Months and years are counted in UTC. */
export function targetOf(move: ClockMove, now: number): { target: number } | { refusal: string } {
  const start = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO('UTC');
  const end = 'advance' in move ? endOf(move.advance, start) : instantOf(move.to);
  if (typeof end === 'string') return { refusal: end };
  const target = end.epochMilliseconds;
  if (target < now)
    return { refusal: `The clock only goes forward; it is ${new Date(now).toISOString()} already.` };
  if (target > start.add({ years: FURTHEST_YEARS }).epochMilliseconds)
    return { refusal: `The clock moves at most ${FURTHEST_YEARS} years at a time.` };
  return { target };
}

function endOf(advance: string, start: Temporal.ZonedDateTime): Temporal.Instant | string {
  const duration = attempt(() => Temporal.Duration.from(advance));
  if (!duration) return 'Write an ISO 8601 duration such as PT24H or P3D.';
  if (duration.sign < 0) return 'The clock only goes forward; write a duration without a minus.';
  return attempt(() => start.add(duration).toInstant()) ?? 'That is further than any calendar goes.';
}

function instantOf(to: string): Temporal.Instant | string {
  return (
    attempt(() => Temporal.Instant.from(to)) ??
    'Write an instant with its zone, such as 2027-01-15T17:00:00Z.'
  );
}

/** Temporal tells bad input by a RangeError only. */
function attempt<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
