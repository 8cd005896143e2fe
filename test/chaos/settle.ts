import { DAY, HOUR, type Instant, instant, latest, plus } from '../../functions/domain/instant.ts';
import { endOfCheckIn, instantOf } from '../simulate/watch/moments.ts';
import type { Watched } from '../simulate/watch/watched.ts';
import type { Random } from '../simulation/random.ts';
import type { Cast } from './casts.ts';
import type { World } from './world.ts';

const EVER = instant(Number.MAX_SAFE_INTEGER);

/** By when everything in these conversations must have come to its end: see every-commitment-ends.ts. */
function lastMoment(all: readonly Watched[], now: Instant): Instant {
  const open = all.filter(({ ledger }) => ledger.status === 'open');
  const moments = open.flatMap(({ ledger: { commitments, checkIns } }) => [
    ...commitments.flatMap(({ due }) => (due ? [plus(instantOf(due), 11 * DAY)] : [])),
    ...checkIns.map((checkIn) => plus(endOfCheckIn(checkIn), 5 * DAY)),
  ]);
  return latest(plus(now, 3 * DAY), ...moments);
}

async function lookFrozen(world: World, line: string): Promise<void> {
  const process = world.system.running();
  process.freeze();
  await world.look(line, false);
  process.thaw();
  // Nobody answers any more.
  world.people.agenda.take(EVER);
}

/**
 * Lets everything come to its end with nothing broken and nobody doing anything more. One more conversation is recorded first:
 * a mail that leaves shows that events come through, and so settles what was in doubt.
 */
export async function settle(world: World, cast: Cast, random: Random, name: string): Promise<void> {
  const { system, client, people, follower } = world;
  if (!system.isUp()) await world.start([]);
  await client.clearFaults();
  people.agenda.take(EVER);
  people.record(world.now(), random, () => cast.draw(random, world.now()));
  await world.moveTo(plus(world.now(), 3 * HOUR));
  await lookFrozen(world, `${name} three quiet hours`);
  await world.moveTo(lastMoment([...follower.watch.all.values()], world.now()));
  await lookFrozen(world, `${name} quiet days until everything is over`);
  await follower.end();
  world.note(`${name} in the end`);
}
