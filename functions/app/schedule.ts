import type { Conversation } from '../domain/conversation.ts';
import type { Delivery } from '../domain/delivery.ts';
import { earliest, type Instant, instant, MINUTE, SECOND } from '../domain/instant.ts';
import { dueNow, nextWake } from '../domain/plan.ts';
import type { ArmAlarm, Ring } from './ring.ts';

// Scheduler fires anywhere within the named minute and refuses the past: nearer moments ride in the queue instead.
const TOO_NEAR_MS = 90 * SECOND;

/** When a conversation has to be woken next: now if something is due, else its next moment, or a held mail's retry. */
export function wakeMoment(
  conversation: Conversation,
  deliveries: readonly Delivery[],
  now: Instant,
  held: ReadonlyMap<string, Instant> = new Map(),
): Instant | undefined {
  const due = dueNow(conversation, deliveries, now).some((delivery) => !held.has(delivery.key));
  if (due) return now;
  const ahead = nextWake(conversation, deliveries, now);
  return earliest([...held.values(), ...(ahead === undefined ? [] : [ahead])]);
}

/** Sees to it that a conversation is woken at a moment. A hint: the sweep finds whoever was forgotten. */
export async function scheduleWake(
  ports: { ring: Ring; armAlarm: ArmAlarm },
  conversation: string,
  at: Instant | undefined,
  now: Instant,
): Promise<void> {
  if (at === undefined) return;
  if (at - now < TOO_NEAR_MS) {
    await ports.ring({ conversation, delaySeconds: Math.max(0, Math.ceil((at - now) / SECOND)) });
    return;
  }
  // Rounded up: an alarm within the minute before would wake too early.
  const minute = Math.ceil(at / MINUTE);
  await ports.armAlarm({ name: `${conversation}-${minute}`, at: instant(minute * MINUTE), conversation });
}
