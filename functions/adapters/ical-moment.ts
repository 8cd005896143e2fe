import { type Instant, instant } from '../domain/instant.ts';
import { localOf } from '../domain/wall-time.ts';
import { momentAt } from '../domain/zone.ts';
import type { Line } from './ical-lines.ts';

const FORM = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(Z?)$/u;

// What Outlook calls the zones of most people (CLDR, windowsZones); the rest of a proposal is read without its time.
const WINDOWS: Readonly<Record<string, string>> = {
  'AUS Eastern Standard Time': 'Australia/Sydney',
  'Arabian Standard Time': 'Asia/Dubai',
  'Central Europe Standard Time': 'Europe/Budapest',
  'Central European Standard Time': 'Europe/Warsaw',
  'Central Standard Time': 'America/Chicago',
  'China Standard Time': 'Asia/Shanghai',
  'E. South America Standard Time': 'America/Sao_Paulo',
  'Eastern Standard Time': 'America/New_York',
  'Egypt Standard Time': 'Africa/Cairo',
  'FLE Standard Time': 'Europe/Kiev',
  'GMT Standard Time': 'Europe/London',
  'GTB Standard Time': 'Europe/Bucharest',
  'India Standard Time': 'Asia/Kolkata',
  'Israel Standard Time': 'Asia/Jerusalem',
  'Mountain Standard Time': 'America/Denver',
  'New Zealand Standard Time': 'Pacific/Auckland',
  'Pacific Standard Time': 'America/Los_Angeles',
  'Romance Standard Time': 'Europe/Paris',
  'Singapore Standard Time': 'Asia/Singapore',
  'South Africa Standard Time': 'Africa/Johannesburg',
  'Tokyo Standard Time': 'Asia/Tokyo',
  'W. Europe Standard Time': 'Europe/Berlin',
  UTC: 'UTC',
};

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

/** A DATE-TIME (RFC 5545 §3.3.5) as a moment; undefined for dates alone, floating times, and zones that nobody knows. */
export function readMoment(line: Line | undefined): Instant | undefined {
  const parts = FORM.exec(line?.value ?? '');
  if (!line || !parts) return undefined;
  const [, year, month, day, hour, minute, second, utc] = parts;
  const wall = `${year}-${month}-${day}T${hour}:${minute}`;
  if (utc === 'Z') {
    const at = Date.parse(`${wall}:${second}Z`);
    return Number.isNaN(at) ? undefined : instant(at);
  }
  const named = line.parameters.TZID ?? '';
  const zone = Object.hasOwn(WINDOWS, named) ? WINDOWS[named] : named;
  if (zone === undefined || zone === '' || !isZone(zone) || Number.isNaN(Date.parse(`${wall}Z`)))
    return undefined;
  return momentAt(zone, localOf(wall));
}
