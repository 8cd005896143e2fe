import { createHash } from 'node:crypto';
import type { calendar_v3 } from '@googleapis/calendar';
import * as z from 'zod';
import type { EntryPut, GuestAnswer, StandingEntry } from '../app/calendar-provider.ts';
import { personId } from '../domain/facts.ts';
import { type Instant, toIso } from '../domain/instant.ts';

const guest = z.looseObject({ email: z.string() });
const time = z.object({ dateTime: z.string().optional() }).optional();

/** What we read of an event; whatever else it has is Google's or its people's. */
export const eventSchema = z.object({
  etag: z.string(),
  status: z.string().default('confirmed'),
  start: time,
  end: time,
  attendees: z.array(guest).default([]),
  extendedProperties: z
    .object({ private: z.record(z.string(), z.string()).default({}) })
    .default({ private: {} }),
});
export type KnownEvent = z.infer<typeof eventSchema>;

const SHORT = 10;
const answers = z.enum(['accepted', 'declined', 'tentative'] satisfies GuestAnswer[]);

function short(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, SHORT);
}

const sameAddress = (email: string) => email.toLowerCase();

/** The description is shown as HTML; people's words are to stay what they typed. */
function plain(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function seenBy(put: EntryPut) {
  const { start, end, zone, summary, description, location = '', busy } = put;
  return {
    summary,
    description: plain(description),
    location,
    start: { dateTime: toIso(start), timeZone: zone },
    end: { dateTime: toIso(end), timeZone: zone },
    transparency: busy ? 'opaque' : 'transparent',
  };
}

/** Stands for what people see of an entry: an event that has it needs no second notice to anybody. */
function stateOf(put: EntryPut): string {
  return short(JSON.stringify([seenBy(put), put.guests.map(({ email }) => sameAddress(email)).sort()]));
}

function isMoved(put: EntryPut, { start, end }: KnownEvent): boolean {
  const at = (when: KnownEvent['start']) => Date.parse(when?.dateTime ?? '');
  return at(start) !== put.start || at(end) !== put.end;
}

/**
 * Ours are replaced, with their answers kept; guests whom somebody else added stay. No answer is ever preset. To another
 * time nobody has answered yet (RFC 5546 §3.2.2.1).
 */
function guestsOf(put: EntryPut, known: KnownEvent | undefined) {
  const wanted = new Map(put.guests.map((one) => [sameAddress(one.email), one]));
  const ours = new Set((known?.extendedProperties.private.ours ?? '').split(' '));
  const staying = (known?.attendees ?? []).filter(({ email }) => {
    const address = sameAddress(email);
    return wanted.has(address) || !ours.has(short(address));
  });
  const asked = known && isMoved(put, known) ? { responseStatus: 'needsAction' } : {};
  const there = new Set(staying.map(({ email }) => sameAddress(email)));
  const joining = [...wanted].filter(([address]) => !there.has(address));
  return [
    ...staying.map((one) => ({ ...one, ...asked })),
    ...joining.map(([, { name, email }]) => ({ email, displayName: name })),
  ];
}

/** Whether an event already shows what an entry is to show. */
export function shows(known: KnownEvent, put: EntryPut): boolean {
  return known.status !== 'cancelled' && known.extendedProperties.private.state === stateOf(put);
}

/** When the state that an event shows was decided; 0 for one that never had any of ours. */
function decidedAt(known: KnownEvent): number {
  return Number(known.extendedProperties.private.decidedAt ?? 0);
}

/** The event as it is to be, over what is known of it. */
export function eventOf(put: EntryPut, known?: KnownEvent): calendar_v3.Schema$Event {
  return {
    ...seenBy(put),
    status: 'confirmed',
    // Who may look into somebody's calendar sees that they are busy, and not why.
    visibility: 'private',
    guestsCanInviteOthers: false,
    attendees: guestsOf(put, known),
    extendedProperties: {
      private: {
        ...put.marks,
        conversation: put.conversation,
        subject: put.subject,
        decidedAt: `${put.decidedAt}`,
        state: stateOf(put),
        ours: put.guests.map(({ email }) => short(sameAddress(email))).join(' '),
      },
    },
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
  const marks = Object.entries(known.extendedProperties.private).flatMap(([name, value]) => {
    const person = personId.safeParse(name).data;
    return person === undefined ? [] : [[person, value] as const];
  });
  return {
    cancelled: known.status === 'cancelled',
    marks: Object.fromEntries(marks),
    answers: Object.fromEntries(
      known.attendees.flatMap(({ email, responseStatus }) => {
        const answer = answers.safeParse(responseStatus).data;
        return answer === undefined ? [] : [[sameAddress(email), answer] as const];
      }),
    ),
  };
}

/** Whether a state was overtaken by what an event shows now. */
export function isOvertaken(known: KnownEvent, at: Instant): boolean {
  return decidedAt(known) > at;
}
