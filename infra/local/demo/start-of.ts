import { isZone } from '../../../functions/domain/zone.ts';
import type { Sample } from './sample.ts';
import { isoOf, momentOfWall, wallIn } from './times.ts';

const DAY = 24 * 60 * 60_000;
const DATE = /^\d{4}-\d{2}-\d{2}/;

/**
 * The instant at which a sample's clock starts: its own, else 10:00 on the working day before the earliest date in it, so that
 * nothing lies in the past.
 */
export function startOf({ now, conversation }: Sample): string {
  if (now !== undefined) return now;
  const zone = isZone(conversation.timezone) ? conversation.timezone : 'UTC';
  const dates = [
    ...conversation.commitments.flatMap(({ startBy, dueBy }) => [startBy, dueBy]),
    conversation.checkIn.at,
  ].filter((date) => date !== undefined && DATE.test(date));
  const earliest = dates.toSorted()[0];
  if (earliest === undefined) return isoOf(Date.now());
  let day = momentOfWall(`${earliest.slice(0, 10)}T10:00`, zone) - DAY;
  while (isWeekend(wallIn(zone, day))) day -= DAY;
  return isoOf(momentOfWall(`${wallIn(zone, day).slice(0, 10)}T10:00`, zone));
}

function isWeekend(wall: string): boolean {
  return [0, 6].includes(new Date(`${wall}Z`).getUTCDay());
}
