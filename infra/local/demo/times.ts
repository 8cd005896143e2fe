import { instant, toIso } from '../../../functions/domain/instant.ts';
import { momentOf } from '../../../functions/domain/moments.ts';
import { wallOf } from '../../../functions/domain/wall-time.ts';
import { localAt } from '../../../functions/domain/zone.ts';

/** The moment (epoch ms) at which a zone's clock shows "2027-01-15T10:00"; a date alone is its midnight. */
export function momentOfWall(typed: string, zone: string): number {
  return momentOf({ wall: typed.length === 10 ? `${typed}T00:00` : typed.slice(0, 16), zone });
}

/** "2027-01-15T10:00" on a zone's clock. */
export function wallIn(zone: string, moment: number): string {
  return wallOf(localAt(zone, instant(moment)));
}

/** "10:00" */
export function clockIn(zone: string, moment: number): string {
  return wallIn(zone, moment).slice(11);
}

/** "Friday 15 January 2027" */
export function dayIn(zone: string, moment: number): string {
  return spelled(wallIn(zone, moment), { weekday: 'long', year: 'numeric' });
}

/** "Friday 15 January, 17:00"; without the time for a date alone. */
export function spelledMoment(typed: string): string {
  const day = spelled(typed, { weekday: 'long' });
  return typed.length > 10 ? `${day}, ${typed.slice(11, 16)}` : day;
}

/** "Fri 15 Jan" */
export function shortDayIn(zone: string, moment: number): string {
  return spelled(wallIn(zone, moment), { weekday: 'short', month: 'short' });
}

/** "Lord Howe" for Australia/Lord_Howe. */
export function cityOf(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}

export function isoOf(moment: number): string {
  return toIso(instant(moment));
}

function spelled(wall: string, format: Intl.DateTimeFormatOptions): string {
  const written = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
    ...format,
  }).format(new Date(`${wall.slice(0, 10)}T00:00Z`));
  return written.replace(',', '');
}
