import ICAL from 'ical.js';
import type { CalendarEvent, CalendarPerson, Feed, FeedEvent } from '../app/calendar-event.ts';
import { addrSpec } from './addr-spec.ts';
import { manyLines, oneLine } from './clean-text.ts';
import { type Component, type Property, seriesProperties, zonesOf } from './ical-series.ts';

// ical.js counts the octets of a folded line without its leading space (RFC 5545 §3.1: 75 with it).
ICAL.foldLength = 74;

const FETCHED_EVERY = 'PT1H';

/**
 * The event as an iCalendar object for one mail (iMIP, RFC 6047): UTF-8, CRLF, lines of at most 75 octets, UTC times; a series has the
 * times of its zone's wall, and the zone.
 * @throws Error when an address is not one address, or `url` not a web address; RangeError when a time is no time
 */
export function writeCalendar(event: CalendarEvent): string {
  const calendar: Component = [
    'vcalendar',
    heading(event.method),
    [...zonesOf(event.series ? [event.series] : []), ['vevent', properties(event), alarms(event)]],
  ];
  return ICAL.stringify(calendar);
}

/**
 * A person's whole calendar for programs that fetch it again and again (METHOD:PUBLISH; how often: RFC 7986 §5.7, and
 * the older name that Outlook reads). The same entries give the same bytes. RangeError when a time is no time.
 */
export function writeFeed({ name, events }: Feed): string {
  const calendar: Component = [
    'vcalendar',
    [
      ...heading('PUBLISH'),
      ['name', {}, 'text', oneLine(name)],
      ['x-wr-calname', {}, 'text', oneLine(name)],
      ['refresh-interval', {}, 'duration', FETCHED_EVERY],
      ['x-published-ttl', {}, 'unknown', FETCHED_EVERY],
    ],
    [
      ...zonesOf(events.flatMap(({ series }) => series ?? [])),
      ...events.map((event): Component => ['vevent', entry({ ...event, method: 'PUBLISH' }), []]),
    ],
  ];
  return ICAL.stringify(calendar);
}

function heading(method: string): Property[] {
  return [
    ['prodid', {}, 'text', '-//Nevertwice//Nevertwice//EN'],
    ['version', {}, 'text', '2.0'],
    ['calscale', {}, 'text', 'GREGORIAN'],
    ['method', {}, 'text', method],
  ];
}

function entry(event: FeedEvent & { method: string }): Property[] {
  const cancelled = event.cancelled || event.method === 'CANCEL';
  return [
    ['uid', {}, 'text', oneLine(event.uid)],
    ['sequence', {}, 'integer', event.sequence],
    ['dtstamp', {}, 'date-time', utc(event.stamp)],
    ...(event.series
      ? seriesProperties(event.series, event.end - event.start)
      : ([
          ['dtstart', {}, 'date-time', utc(event.start)],
          ['dtend', {}, 'date-time', utc(event.end)],
        ] satisfies Property[])),
    ['summary', {}, 'text', oneLine(event.summary)],
    ['status', {}, 'text', cancelled ? 'CANCELLED' : 'CONFIRMED'],
    ['transp', {}, 'text', event.busy ? 'OPAQUE' : 'TRANSPARENT'],
  ];
}

function properties(event: CalendarEvent): Property[] {
  const list: Property[] = [
    ...entry(event),
    ['description', {}, 'text', manyLines(event.description).replaceAll('\t', ' ')],
    ['organizer', { cn: commonName(event.organizer) }, 'cal-address', mailto(event.organizer)],
    ['attendee', attendance(event), 'cal-address', mailto(event.attendee)],
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
