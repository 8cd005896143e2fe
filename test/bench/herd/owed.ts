import { type Instant, instant, MINUTE, SECOND } from '../../../functions/domain/instant.ts';
import type { Random } from '../../simulation/random.ts';

// EventBridge Scheduler's quota in an account and region; what is beyond waits for the next second.
const ALARMS_A_SECOND = 1000;

/** One conversation of the herd: how many mails it owes, from when on, and when its alarm rings. */
export type Owing = { id: string; mails: number; due: Instant; rings: Instant };

/**
 * Conversations that owe so many mails together, all due within one minute: a manager with one participant or two, each of whom gets two
 * mails. An alarm rings anywhere within the minute for which it was set, and no second has more than Scheduler hands out.
 */
export function drawOwing(random: Random, mails: number, from: Instant): Owing[] {
  const drawn: { mails: number; due: number; rings: number }[] = [];
  for (let left = mails; left > 0; left -= drawn.at(-1)?.mails ?? left) {
    const due = from + random.below(MINUTE);
    drawn.push({ mails: Math.min(left, random.chance(0.5) ? 4 : 6), due, rings: due + random.below(MINUTE) });
  }
  let quota: number = from;
  return drawn
    .sort((one, other) => one.rings - other.rings)
    .map((one, number) => {
      quota = Math.max(quota + SECOND / ALARMS_A_SECOND, one.rings);
      return {
        id: String(number),
        mails: one.mails,
        due: instant(one.due),
        rings: instant(Math.ceil(quota)),
      };
    });
}
