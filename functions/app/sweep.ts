import { type Instant, plus } from '../domain/instant.ts';
import type { Tenant } from '../domain/tenant.ts';
import type { BareDeps } from './deps.ts';
import type { Store } from './ports.ts';

/** How often a sweep comes. */
export const SWEEP_EVERY_SECONDS = 300;

/** As much of the store as a sweep asks. */
export type SweepStore = Pick<Store, 'findOverdue' | 'findAhead' | 'readZoneData' | 'saveZoneData'>;
type SweepDeps = Pick<BareDeps, 'ring' | 'zoneData' | 'now'> & {
  store: SweepStore;
  tenant: Pick<Tenant, 'sendRate'>;
  queueDepth: () => Promise<number>;
};

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
async function rearm(deps: SweepDeps, roomLeft: () => Promise<number>): Promise<number> {
  const { store, zoneData } = deps;
  const mark = await store.readZoneData();
  if (!mark) await store.saveZoneData({ version: zoneData, rearmedUpTo: undefined });
  if (!mark || (mark.version === zoneData && mark.rearmedUpTo === undefined)) return 0;
  const room = await roomLeft();
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
 * minutes of the send rate can carry, oldest first, less what waits in the queue already: the queue is asked only where
 * somebody is to be rung, which is rare. Answers how many.
 */
export async function sweep(deps: SweepDeps): Promise<number> {
  const most = Math.floor(deps.tenant.sendRate * SWEEP_EVERY_SECONDS);
  let waiting: Promise<number> | undefined;
  const room = async () => {
    waiting ??= deps.queueDepth();
    return Math.max(0, most - (await waiting));
  };
  const found = await deps.store.findOverdue(deps.now(), most);
  const overdue = found.length === 0 ? [] : found.slice(0, await room());
  await Promise.all(overdue.map((conversation) => deps.ring({ conversation })));
  return overdue.length + (await rearm(deps, async () => Math.max(0, (await room()) - overdue.length)));
}
