import ICAL from 'ical.js';
import ical from 'node-ical';
import * as z from 'zod';

type Somebody = { email: string; name: string | undefined; answer: string | undefined; asked: boolean };

/** What calendar programs go by in an event. Times in epoch milliseconds. */
export type ReadEvent = {
  method: string;
  uid: string;
  sequence: number;
  stamp: number;
  start: number;
  end: number;
  status: string;
  busy: boolean;
  summary: string;
  description: string | undefined;
  location: string | undefined;
  url: string | undefined;
  organizer: Somebody | undefined;
  attendees: Somebody[];
};

function somebody(property: ICAL.Property): Somebody {
  const parameter = (name: string) => {
    const value = property.getFirstParameter(name);
    return value ? String(value) : undefined;
  };
  return {
    email: String(property.getFirstValue()),
    name: parameter('cn'),
    answer: parameter('partstat'),
    asked: parameter('rsvp') === 'TRUE',
  };
}

/** The events of a calendar as ical.js reads them, which also writes ours. */
export function readByIcal(text: string): ReadEvent[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents('vevent').map((event) => {
    const optional = (name: string) => {
      const value = event.getFirstPropertyValue(name);
      return value === null ? undefined : String(value);
    };
    const value = (name: string) => optional(name) ?? '';
    const organizer = event.getFirstProperty('organizer');
    return {
      method: String(calendar.getFirstPropertyValue('method')),
      uid: value('uid'),
      sequence: Number(value('sequence')),
      stamp: Date.parse(value('dtstamp')),
      start: Date.parse(value('dtstart')),
      end: Date.parse(value('dtend')),
      status: value('status'),
      busy: value('transp') === 'OPAQUE',
      summary: value('summary'),
      description: optional('description'),
      location: optional('location'),
      url: optional('url'),
      organizer: organizer ? somebody(organizer) : undefined,
      attendees: event.getAllProperties('attendee').map(somebody),
    };
  });
}

const unquoted = z.string().transform((name) => name.replace(/^"|"$/gu, ''));
const person = z
  .object({
    val: z.string(),
    params: z.object({
      CN: unquoted.optional(),
      PARTSTAT: z.string().optional(),
      RSVP: z.unknown().optional(),
    }),
  })
  .transform(
    ({ val, params }): Somebody => ({
      email: val,
      name: params.CN,
      answer: params.PARTSTAT,
      asked: params.RSVP === true,
    }),
  );

const epoch = z.date().transform((date) => date.getTime());
const nodeIcalEvent = z
  .object({
    type: z.literal('VEVENT'),
    method: z.string(),
    uid: z.string(),
    sequence: z.coerce.number(),
    dtstamp: epoch,
    start: epoch,
    end: epoch,
    status: z.string(),
    transparency: z.string(),
    summary: z.string(),
    description: z.string().optional(),
    location: z.string().optional(),
    url: z.string().optional(),
    organizer: person.optional(),
    attendee: z.union([person, z.array(person)]).optional(),
  })
  .transform(
    ({ type: _, dtstamp, transparency, attendee, ...event }): ReadEvent => ({
      ...event,
      stamp: dtstamp,
      busy: transparency === 'OPAQUE',
      description: event.description,
      location: event.location,
      url: event.url,
      organizer: event.organizer,
      attendees: [attendee ?? []].flat(),
    }),
  );

/** The same by a program that shares no code with it. Throws where an event lacks what every event of ours has. */
export function readByNodeIcal(text: string): ReadEvent[] {
  return Object.values(ical.sync.parseICS(text))
    .filter((component) => component?.type === 'VEVENT')
    .map((component) => nodeIcalEvent.parse(component));
}
