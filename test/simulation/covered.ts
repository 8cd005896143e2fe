import { heldKeys, openClaims, openConversation } from '../../functions/app/open-conversation.ts';
import { wakeMoment } from '../../functions/app/schedule.ts';
import { earliest, HOUR, type Instant, instant, MINUTE, plus } from '../../functions/domain/instant.ts';
import { plan } from '../../functions/domain/plan.ts';
import { loaded } from './acting.ts';
import type { World } from './world.ts';

/**
 * Says why a conversation could be forgotten. The sweep finds it by `wakeAt` alone, so that must not be later than
 * anything it owes, any check of a mail nothing is known of, or any try after a refusal; only a ring that has failed
 * and comes again may be as good. Undefined when all is well.
 */
export async function forgotten(world: World, id: string): Promise<string | undefined> {
  const stored = await loaded(world, id);
  const now = world.now();
  const conversation = openConversation(stored);
  const owed = wakeMoment(conversation, plan(conversation), now, heldKeys(stored, now));
  const checks = openClaims(stored).map(({ claim }) =>
    instant(Math.max(plus(claim.at, 10 * MINUTE), plus(now, HOUR))),
  );
  const soonest = earliest([
    ...world.rings.queued(id),
    ...(stored.wakeAt === undefined ? [] : [stored.wakeAt]),
  ]);
  const late = (moment: Instant) => soonest === undefined || soonest > plus(moment, 5 * MINUTE);
  const missed = [...(owed === undefined ? [] : [owed]), ...checks].find(late);
  if (missed === undefined) return undefined;
  const until = soonest === undefined ? 'never' : new Date(soonest).toISOString();
  return `owes something at ${new Date(missed).toISOString()} and is woken ${until}`;
}
