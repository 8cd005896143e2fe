import { Temporal } from 'temporal-polyfill';
import type { When } from '../../../functions/domain/facts.ts';
import { type Instant, instant, MINUTE, plus } from '../../../functions/domain/instant.ts';
import type { Ledger, LedgerCheckIn, LedgerPerson } from './ledger.ts';

const known = new Map<string, Instant>();

/** The moment of a wall time, straight from Temporal. */
export function instantOf({ wall, zone, reading }: When): Instant {
  const key = `${wall} ${zone} ${reading}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const disambiguation = reading ?? 'compatible';
  const zoned = Temporal.PlainDateTime.from(wall).toZonedDateTime(zone, { disambiguation });
  const moment = instant(zoned.epochMilliseconds);
  known.set(key, moment);
  return moment;
}

export function startOfCheckIn(checkIn: LedgerCheckIn): Instant {
  return instantOf(checkIn.at);
}

export function endOfCheckIn(checkIn: LedgerCheckIn): Instant {
  return plus(startOfCheckIn(checkIn), checkIn.minutes * MINUTE);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** A moment on a wall: its date, its time as "17:05", and the day of the week from 0 for Sunday. */
export function wallAt(zone: string, moment: Instant): { date: string; time: string; weekday: number } {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  formats.set(zone, format);
  const [date = '', time = ''] = format.format(moment).split(' ');
  return { date, time, weekday: new Date(date).getUTCDay() };
}

/** Whether somebody works at a moment, or was at work at some moment of the minutes before it. */
export function worksAround(ledger: Ledger, person: LedgerPerson, moment: Instant, before: number): boolean {
  const days = ledger.holidays[person.region] ?? [];
  for (let minutes = 0; minutes <= before; minutes += 15) {
    const { date, time, weekday } = wallAt(person.zone, plus(moment, -minutes * MINUTE));
    if (weekday !== 0 && weekday !== 6 && !days.includes(date) && time >= '09:00' && time <= '17:00')
      return true;
  }
  return false;
}

/** The first two working days from a date on, as dates. */
export function workdaysFrom(date: string, holidays: readonly string[]): [string, string] {
  const found: string[] = [];
  for (let day = Temporal.PlainDate.from(date); found.length < 2; day = day.add({ days: 1 }))
    if (day.dayOfWeek < 6 && !holidays.includes(`${day}`)) found.push(`${day}`);
  const [first = '', second = ''] = found;
  return [first, second];
}
