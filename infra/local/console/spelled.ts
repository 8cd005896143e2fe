import { Temporal } from 'temporal-polyfill';

/** `Monday 11 January 2027, 09:00` in a zone; `at` is epoch ms. */
export function spelled(at: number, zone: string): string {
  return write(at, zone, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

/** `Mon 11 Jan, 09:00` */
export function briefly(at: number, zone: string): string {
  return write(at, zone, { weekday: 'short', day: 'numeric', month: 'short' });
}

/** `11 Jan` */
export function dayOf(at: number, zone: string): string {
  return parts(at, zone, { day: 'numeric', month: 'short' });
}

/** `2027-01-11T09:00`, what a datetime-local field takes. */
export function fieldValue(at: number, zone: string): string {
  return inZone(at, zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
}

/** The instant (ISO, UTC) of a datetime-local value in a zone; undefined when it is none. */
export function instantOfField(value: string, zone: string): string | undefined {
  try {
    return Temporal.PlainDateTime.from(value).toZonedDateTime(zone).toInstant().toString();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** A day later at the same wall time, ISO in UTC. */
export function nextDay(at: number, zone: string): string {
  return inZone(at, zone).add({ days: 1 }).toInstant().toString();
}

/** `New York` of `America/New_York`. */
export function placeOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

function inZone(at: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(at)).toZonedDateTimeISO(zone);
}

function write(at: number, zone: string, day: Intl.DateTimeFormatOptions): string {
  return `${parts(at, zone, day)}, ${inZone(at, zone).toPlainTime().toString({ smallestUnit: 'minute' })}`;
}

function parts(at: number, zone: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: zone }).format(at).replaceAll(',', '');
}
