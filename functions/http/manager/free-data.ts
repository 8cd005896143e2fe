import type { FreeData } from '../../../templates/pages/parts/free-times.tsx';
import type { Named } from '../../../templates/words/en/names.ts';
import type { FreeTimes } from '../../app/free-times.ts';
import type { Tenant } from '../../domain/tenant.ts';
import { wallOf } from '../../domain/wall-time.ts';
import { localAt } from '../../domain/zone.ts';

/** Free times for a page: on the conversation's clock, and who was not seen as the manager calls them. */
export function freeData(
  { calendar }: Pick<Tenant, 'calendar'>,
  zone: string,
  people: readonly Named[],
  { slots, calendars, unseen }: FreeTimes,
): FreeData {
  return {
    calendar,
    calendars,
    slots: slots.map((at) => ({ at, wall: wallOf(localAt(zone, at)) })),
    unseen: unseen.flatMap((index) => people[index] ?? []),
  };
}
