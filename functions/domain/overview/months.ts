import { type Instant, instant } from '../instant.ts';
import { wallOf } from '../wall-time.ts';
import { localAt } from '../zone.ts';

const MONTHS = 6;

/** "2026-08", on a zone's calendar. */
export const monthOf = (at: Instant, zone: string) => wallOf(localAt(zone, at)).slice(0, 7);

/** The month and those before it that figures look at, oldest first, as "2026-08". */
export function monthsUntil(month: string): string[] {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return Array.from({ length: MONTHS }, (_, back) => {
    const day = new Date(Date.UTC(year, number - MONTHS + back, 1));
    return day.toISOString().slice(0, 7);
  });
}

/** A moment in the middle of a month, in every zone. */
export function middleOf(month: string): Instant {
  return instant(Date.parse(`${month}-15T12:00Z`));
}
