import type { calendar_v3 } from '@googleapis/calendar';
import * as z from 'zod/mini';
import type { CalendarSeries } from '../app/calendar-event.ts';
import type { EntryPut, GuestAnswer, StandingEntry } from '../app/calendar-provider.ts';
import { toIso } from '../domain/instant.ts';
import { addressesOf, guestsFor, marksIn, notesOf, sameAddress, short } from './entry-notes.ts';

const guest = z.looseObject({ email: z.string() });
const time = z.optional(z.object({ dateTime: z.optional(z.string()) }));

/** What we read of an event; whatever else it has is Google's or its people's. */
export const eventSchema = z.object({
  etag: z.string(),
  status: z._default(z.string(), 'confirmed'),
  start: time,
  end: time,
  attendees: z._default(z.array(guest), []),
  extendedProperties: z._default(z.object({ private: z._default(z.record(z.string(), z.string()), {}) }), {
    private: {},
  }),
});
export type KnownEvent = z.infer<typeof eventSchema>;

const answers = z.enum(['accepted', 'declined', 'tentative'] satisfies GuestAnswer[]);

/** The description is shown as HTML; people's words are to stay what they typed. */
function plain(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const BYDAY = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const basic = (text: string) => text.replace(/[-:]/gu, '');

/** As RFC 5545 writes it; it comes again by the clock of the zone in which `start` is written. */
function recurrenceOf({ zone, days, until, skip }: CalendarSeries): string[] {
  const last = `${basic(new Date(until).toISOString().slice(0, 19))}Z`;
  const byDay = days.flatMap((day) => BYDAY[day - 1] ?? []).join();
  const left = skip.map((wall) => `${basic(wall)}00`).join();
  const rule = `RRULE:FREQ=WEEKLY;UNTIL=${last};BYDAY=${byDay}`;
  return left === '' ? [rule] : [rule, `EXDATE;TZID=${zone}:${left}`];
}

function seenBy(put: EntryPut) {
  const { start, end, zone, summary, description, location = '', busy, series } = put;
  return {
    summary,
    description: plain(description),
    location,
    start: { dateTime: toIso(start), timeZone: zone },
    end: { dateTime: toIso(end), timeZone: zone },
    transparency: busy ? 'opaque' : 'transparent',
    ...(series ? { recurrence: recurrenceOf(series) } : {}),
  };
}

/** Stands for what people see of an entry: an event that has it needs no second notice to anybody. */
function stateOf(put: EntryPut): string {
  return short(JSON.stringify([seenBy(put), addressesOf(put)]));
}

function isMoved(put: EntryPut, { start, end }: KnownEvent): boolean {
  const at = (when: KnownEvent['start']) => Date.parse(when?.dateTime ?? '');
  return at(start) !== put.start || at(end) !== put.end;
}

/** To another time nobody has answered yet (RFC 5546 §3.2.2.1); else what guests answered stays. */
function guestsIn(put: EntryPut, known: KnownEvent): KnownEvent['attendees'] {
  if (!isMoved(put, known)) return known.attendees;
  return known.attendees.map((one) => ({ ...one, responseStatus: 'needsAction' }));
}

/** What we noted in an event. */
export function notesIn(known: KnownEvent | undefined): Readonly<Record<string, string>> {
  return known?.extendedProperties.private ?? {};
}

/** Whether an event already shows what an entry is to show. */
export function shows(known: KnownEvent, put: EntryPut): boolean {
  return known.status !== 'cancelled' && notesIn(known).state === stateOf(put);
}

/** The event as it is to be, over what is known of it. */
export function eventOf(put: EntryPut, known?: KnownEvent): calendar_v3.Schema$Event {
  return {
    ...seenBy(put),
    status: 'confirmed',
    // Who may look into somebody's calendar sees that they are busy, and not why.
    visibility: 'private',
    guestsCanInviteOthers: false,
    attendees: guestsFor(put, known && { guests: guestsIn(put, known), notes: notesIn(known) }, {
      addressOf: ({ email }) => email,
      made: ({ name, email }) => ({ email, displayName: name }),
    }),
    extendedProperties: { private: notesOf(put, { state: stateOf(put) }) },
  };
}

/** Asks for a Meet room of its own with a new event. */
export function meetingOf({ id, meets }: EntryPut): Pick<calendar_v3.Schema$Event, 'conferenceData'> {
  if (!meets) return {};
  const conferenceSolutionKey = { type: 'hangoutsMeet' };
  return { conferenceData: { createRequest: { requestId: id, conferenceSolutionKey } } };
}

/** What an event tells of an entry. */
export function standingOf(known: KnownEvent): StandingEntry {
  return {
    cancelled: known.status === 'cancelled',
    marks: marksIn(notesIn(known)),
    answers: Object.fromEntries(
      known.attendees.flatMap(({ email, responseStatus }) => {
        const answer = answers.safeParse(responseStatus).data;
        return answer === undefined ? [] : [[sameAddress(email), answer] as const];
      }),
    ),
  };
}
