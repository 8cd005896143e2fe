import { HOUR, type Instant, plus } from '../domain/instant.ts';
import type { Store } from './ports.ts';
import { HELD_REASONS, type HeldReason } from './send-events.ts';
import type { SendOutcome } from './send-mail.ts';

// Held mail is tried again within a day, see retryAt; a refusal older than that is history.
const STILL_TRIED_MS = 25 * HOUR;

/** Why SES takes no mail for now, if that is what an outcome says. */
export function heldBy(outcome: SendOutcome): HeldReason | undefined {
  return HELD_REASONS.find((why) => outcome.outcome === 'refused' && outcome.reason === why);
}

/** Since when the tenant's mail is held, and why; undefined while it flows. */
export async function heldMail(deps: {
  store: Pick<Store, 'readHeld'>;
  now: () => Instant;
}): Promise<{ since: Instant; why: HeldReason } | undefined> {
  const held = await deps.store.readHeld();
  if (!held || plus(held.last, STILL_TRIED_MS) <= deps.now()) return undefined;
  return { since: held.since, why: held.why };
}
