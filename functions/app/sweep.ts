import { type Instant, plus } from '../domain/instant.ts';
import type { KeylessDeps } from './deps.ts';

/** How often a sweep comes. */
export const SWEEP_EVERY_SECONDS = 300;

type SweepDeps = KeylessDeps & { queueDepth: () => Promise<number> };

// Many share one moment (Monday 09:00): the others of the page's last one may be rung twice. Only where a whole page
// shares a millisecond are those beyond it left to their old alarm.
/** Where the next page begins. */
function endOfPage(page: readonly { wakeAt: Instant }[], from: Instant): Instant {
  const last = page.at(-1)?.wakeAt ?? from;
  return last === page[0]?.wakeAt ? last : plus(last, -1);
}

/**
 * New time-zone data moves moments that are derived from wall times, and with them alarms that are set already: after
 * an upgrade every conversation that lies ahead is rung once, so that it sets its alarm anew. Answers how many.
 */
async function rearm(deps: SweepDeps, room: number): Promise<number> {
  const { store, zoneData } = deps;
  const mark = await store.readZoneData();
  if (!mark) await store.saveZoneData({ version: zoneData, rearmedUpTo: undefined });
  if (!mark || (mark.version === zoneData && mark.rearmedUpTo === undefined)) return 0;
  const from = mark.version === zoneData && mark.rearmedUpTo !== undefined ? mark.rearmedUpTo : deps.now();
  const ahead = room > 0 ? await store.findAhead(from, room) : [];
  await Promise.all(ahead.map(({ id }) => deps.ring({ conversation: id })));
  // Fewer than there was room for: that was the last page.
  const isDone = room > 0 && ahead.length < room;
  await store.saveZoneData({ version: zoneData, rearmedUpTo: isDone ? undefined : endOfPage(ahead, from) });
  return ahead.length;
}

/**
 * Rings whoever should have been woken by now: alarms and rings are hints, this is the guarantee. At most what five
 * minutes of the send rate can carry, oldest first, less what waits in the queue already. Answers how many.
 */
export async function sweep(deps: SweepDeps): Promise<number> {
  const room = Math.max(
    0,
    Math.floor(deps.tenant.sendRate * SWEEP_EVERY_SECONDS) - (await deps.queueDepth()),
  );
  const overdue = room > 0 ? await deps.store.findOverdue(deps.now(), room) : [];
  await Promise.all(overdue.map((conversation) => deps.ring({ conversation })));
  return overdue.length + (await rearm(deps, room - overdue.length));
}
