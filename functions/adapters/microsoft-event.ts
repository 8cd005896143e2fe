import type { Event } from '@microsoft/microsoft-graph-types';
import * as z from 'zod/mini';
import type { CalendarSeries } from '../app/calendar-event.ts';
import type { EntryPut, GuestAnswer, StandingEntry } from '../app/calendar-provider.ts';
import { type Instant, instant } from '../domain/instant.ts';
import { dateOf, dayOf } from '../domain/wall-time.ts';
import { localAt, momentAt } from '../domain/zone.ts';
import { addressesOf, guestsFor, marksIn, type Notes, notesOf, sameAddress, short } from './entry-notes.ts';

const SET = '{b1f0c1de-3a86-4c5e-9d5f-6a1e0f7c2d94}';
const ENTRY = `String ${SET} Name nevertwiceEntry`;
const NOTES = `String ${SET} Name nevertwiceNotes`;

/** Finds the event of an entry: Graph gives events ids of its own. */
export function isEntry(id: string): string {
  return `singleValueExtendedProperties/Any(ep: ep/id eq '${ENTRY}' and ep/value eq '${id}')`;
}

/** Asks for what we noted in an event. */
export const WITH_NOTES = `singleValueExtendedProperties($filter=id eq '${NOTES}')`;

const notesSchema = z.record(z.string(), z.string());
const guest = z.looseObject({
  emailAddress: z.object({ name: z.nullish(z.string()), address: z._default(z.string(), '') }),
  status: z.nullish(z.object({ response: z.string() })),
});

/** What we read of an event; whatever else it has is Microsoft's or its people's. */
export const eventSchema = z.pipe(
  z.object({
    '@odata.etag': z.string(),
    id: z.string(),
    isCancelled: z.nullish(z.boolean()),
    attendees: z._default(z.array(guest), []),
    singleValueExtendedProperties: z._default(z.array(z.object({ id: z.string(), value: z.string() })), []),
  }),
  z.transform(
    ({ '@odata.etag': etag, id, isCancelled, attendees, singleValueExtendedProperties: [kept] }) => ({
      etag,
      id,
      cancelled: isCancelled ?? false,
      guests: attendees,
      notes: notesFrom(kept?.value ?? '{}'),
    }),
  ),
);
export type KnownEvent = z.infer<typeof eventSchema>;

function notesFrom(text: string): Notes {
  try {
    return notesSchema.safeParse(JSON.parse(text)).data ?? {};
  } catch {
    return {};
  }
}

function at(moment: Instant, zone: string) {
  const shown = localAt(zone, moment);
  // Of a wall time that the clock shows twice, Graph takes one and does not say which.
  const isPlain = momentAt(zone, shown) === moment;
  const dateTime = new Date(isPlain ? shown : moment).toISOString().slice(0, 19);
  return { dateTime, timeZone: isPlain ? zone : 'UTC' };
}

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** It comes again by the clock of its zone; days that are left out cannot be told to Graph. */
function recurrenceOf({ zone, wall, days, until }: CalendarSeries) {
  return {
    pattern: {
      type: 'weekly',
      interval: 1,
      daysOfWeek: days.flatMap((day) => DAYS[day - 1] ?? []),
      firstDayOfWeek: 'monday',
    },
    range: {
      type: 'endDate',
      startDate: wall.slice(0, 10),
      endDate: dateOf(dayOf(localAt(zone, instant(until)))),
      recurrenceTimeZone: zone,
    },
  } as const;
}

function bodyOf({ description }: EntryPut) {
  return { contentType: 'text', content: description } as const;
}

function seenBy(put: EntryPut, zone = put.zone) {
  const { start, end, summary, location = '', busy, meets, series } = put;
  return {
    subject: summary,
    start: at(start, zone),
    end: at(end, zone),
    location: { displayName: location },
    showAs: busy ? 'busy' : 'free',
    ...(series ? { recurrence: recurrenceOf(series) } : {}),
    // The way into a Teams room stands in the body of its event: whoever writes that anew closes the room.
    ...(meets ? {} : { body: bodyOf(put) }),
  } as const;
}

/** Stand for what people see of an entry, and for who sees it: Microsoft tells everybody of the one, those new of the other. */
function statesOf(put: EntryPut) {
  return { seen: short(JSON.stringify(seenBy(put))), people: short(JSON.stringify(addressesOf(put))) };
}

function guestsOf(put: EntryPut, known?: KnownEvent) {
  return guestsFor<KnownEvent['guests'][number]>(put, known, {
    addressOf: ({ emailAddress }) => emailAddress.address,
    made: ({ name, email }) => ({ type: 'required', emailAddress: { name, address: email } }),
  });
}

/** Whether an event already shows what an entry is to show, to whom it is to be shown. */
export function shows({ cancelled, notes }: KnownEvent, put: EntryPut): boolean {
  const { seen, people } = statesOf(put);
  return !cancelled && notes.seen === seen && notes.people === people;
}

type Written = { [Name in keyof Event]: unknown };
/** In which zone its times are written, where Microsoft does not know the entry's. */
type As = { zone: string | undefined };

/** A new event. Of two requests with the same `transactionId` Microsoft carries out one. */
export function newEvent(put: EntryPut, { zone, transactionId }: As & { transactionId: string }): Written {
  const { id, meets } = put;
  return {
    ...seenBy(put, zone),
    body: bodyOf(put),
    attendees: guestsOf(put),
    responseRequested: true,
    // Who may look into somebody's calendar sees that they are busy, and not why.
    sensitivity: 'private',
    ...(meets ? { isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' } : {}),
    transactionId,
    singleValueExtendedProperties: [
      { id: ENTRY, value: id },
      { id: NOTES, value: JSON.stringify(notesOf(put, statesOf(put))) },
    ],
  };
}

/** What has to change in an event, and nothing else: Microsoft mails everybody about whatever is written again. */
export function changesOf(put: EntryPut, known: KnownEvent, { zone }: As): Written {
  const states = statesOf(put);
  const value = JSON.stringify({ ...known.notes, ...notesOf(put, states) });
  return {
    ...(known.notes.seen === states.seen ? {} : seenBy(put, zone)),
    ...(known.notes.people === states.people ? {} : { attendees: guestsOf(put, known) }),
    singleValueExtendedProperties: [{ id: NOTES, value }],
  };
}

const ANSWERS: ReadonlyMap<string, GuestAnswer> = new Map([
  ['accepted', 'accepted'],
  ['declined', 'declined'],
  ['tentativelyAccepted', 'tentative'],
]);

/** What an event tells of an entry. */
export function standingOf({ cancelled, guests, notes }: KnownEvent): StandingEntry {
  return {
    cancelled,
    marks: marksIn(notes),
    answers: Object.fromEntries(
      guests.flatMap(({ emailAddress, status }) => {
        const answer = ANSWERS.get(status?.response ?? '');
        return answer === undefined ? [] : [[sameAddress(emailAddress.address), answer] as const];
      }),
    ),
  };
}
