import type { Deps } from './deps.ts';

export const SWEEP_EVERY_SECONDS = 300;

/**
 * Rings whoever should have been woken by now: alarms and rings are hints, this is the guarantee. At most what five
 * minutes of the send rate can carry, oldest first, less what waits in the queue already. Answers how many.
 */
export async function sweep(deps: Deps & { queueDepth: () => Promise<number> }): Promise<number> {
  const room = Math.floor(deps.tenant.sendRate * SWEEP_EVERY_SECONDS) - (await deps.queueDepth());
  if (room <= 0) return 0;
  const overdue = await deps.store.findOverdue(deps.now(), room);
  await Promise.all(overdue.map((conversation) => deps.ring({ conversation })));
  return overdue.length;
}
