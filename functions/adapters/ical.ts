import ICAL from 'ical.js';
import type { CalendarEvent, CalendarPerson } from '../app/calendar-event.ts';
import { addrSpec } from './addr-spec.ts';
import { manyLines, oneLine } from './clean-text.ts';

type Property = [name: string, parameters: Record<string, string>, type: string, value: string | number];
type Component = [name: string, properties: Property[], components: Component[]];

// ical.js counts the octets of a folded line without its leading space (RFC 5545 §3.1: 75 with it).
ICAL.foldLength = 74;

/**
 * The event as an iCalendar object for one mail (iMIP, RFC 6047): UTF-8, CRLF, lines of at most 75 octets, UTC times.
 * @throws Error when an address is not one address, or `url` not a web address; RangeError when a time is no time
 */
export function writeCalendar(event: CalendarEvent): string {
  const calendar: Component = [
    'vcalendar',
    [
      ['prodid', {}, 'text', '-//Nevertwice//Nevertwice//EN'],
      ['version', {}, 'text', '2.0'],
      ['calscale', {}, 'text', 'GREGORIAN'],
      ['method', {}, 'text', event.method],
    ],
    [['vevent', properties(event), alarms(event)]],
  ];
  return ICAL.stringify(calendar);
}

function properties(event: CalendarEvent): Property[] {
  const cancelled = event.cancelled || event.method === 'CANCEL';
  const list: Property[] = [
    ['uid', {}, 'text', oneLine(event.uid)],
    ['sequence', {}, 'integer', event.sequence],
    ['dtstamp', {}, 'date-time', utc(event.stamp)],
    ['dtstart', {}, 'date-time', utc(event.start)],
    ['dtend', {}, 'date-time', utc(event.end)],
    ['summary', {}, 'text', oneLine(event.summary)],
    ['description', {}, 'text', manyLines(event.description).replaceAll('\t', ' ')],
    ['organizer', { cn: commonName(event.organizer) }, 'cal-address', mailto(event.organizer)],
    ['attendee', attendance(event), 'cal-address', mailto(event.attendee)],
    ['status', {}, 'text', cancelled ? 'CANCELLED' : 'CONFIRMED'],
    ['transp', {}, 'text', event.busy ? 'OPAQUE' : 'TRANSPARENT'],
  ];
  if (event.location !== undefined) list.push(['location', {}, 'text', oneLine(event.location)]);
  if (event.url !== undefined) list.push(['url', {}, 'uri', webAddress(event.url)]);
  return list;
}

function attendance(event: CalendarEvent): Record<string, string> {
  const who = { cutype: 'INDIVIDUAL', role: 'REQ-PARTICIPANT', cn: commonName(event.attendee) };
  return event.method === 'CANCEL' ? who : { ...who, partstat: 'NEEDS-ACTION', rsvp: 'TRUE' };
}

function alarms(event: CalendarEvent): Component[] {
  if (event.remindMinutes === undefined || event.method === 'CANCEL') return [];
  const list: Property[] = [
    ['action', {}, 'text', 'DISPLAY'],
    ['description', {}, 'text', oneLine(event.summary)],
    ['trigger', {}, 'duration', `-PT${Math.max(0, Math.trunc(event.remindMinutes))}M`],
  ];
  return [['valarm', list, []]];
}

function utc(epochMilliseconds: number): string {
  return `${new Date(epochMilliseconds).toISOString().slice(0, 19)}Z`;
}

function mailto(person: CalendarPerson): string {
  return `mailto:${addrSpec(person.email)}`;
}

// Outlook and Gmail show RFC 6868's caret escapes as typed, so what would need one is left out.
function commonName(person: CalendarPerson): string {
  return oneLine(person.name.replace(/["^]/gu, '')) || addrSpec(person.email);
}

function webAddress(url: string): string {
  const { protocol, href } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') throw new Error('not a web address');
  return href;
}
