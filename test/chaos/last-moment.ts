import { DAY, type Instant, latest, plus } from '../../functions/domain/instant.ts';
import { endOfCheckIn, instantOf } from '../simulate/watch/moments.ts';
import type { Watched } from '../simulate/watch/watched.ts';

/** By when everything in these conversations must have come to its end: see every-commitment-ends.ts. */
export function lastMoment(all: readonly Watched[], now: Instant): Instant {
  const open = all.filter(({ ledger }) => ledger.status === 'open');
  const moments = open.flatMap(({ ledger: { commitments, checkIns } }) => [
    ...commitments.flatMap(({ due }) => (due ? [plus(instantOf(due), 11 * DAY)] : [])),
    ...checkIns.map((checkIn) => plus(endOfCheckIn(checkIn), 5 * DAY)),
  ]);
  return latest(plus(now, 3 * DAY), ...moments);
}
