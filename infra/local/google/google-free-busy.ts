import * as z from 'zod';
import { type Reply, type Request, readJson } from '../aws/wire.ts';
import { googleError, jsonReply } from './google-error.ts';
import type { KeptEvent } from './google-event-schema.ts';

const DAY_MS = 86_400_000;
const LONGEST_DAYS = 92;

const moment = z.iso.datetime({ offset: true });
const asked = z.strictObject({
  timeMin: moment,
  timeMax: moment,
  timeZone: z.string().optional(),
  groupExpansionMax: z.int().max(100).optional(),
  calendarExpansionMax: z.int().min(1).max(50).default(50),
  items: z.array(z.strictObject({ id: z.string().min(1) })),
});

type Span = { start: number; end: number };

/** Whether an event takes somebody's time: of who made it, and of whoever was asked and did not say no. */
function takes(event: KeptEvent, email: string): boolean {
  if (event.status === 'cancelled' || event.transparency === 'transparent') return false;
  const guest = event.attendees.find((one) => one.email.toLowerCase() === email);
  return guest ? guest.responseStatus !== 'declined' : event.organizer === email;
}

function merged(spans: readonly Span[]): Span[] {
  const all: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = all.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else all.push({ ...span });
  }
  return all;
}

function busyOf(events: readonly KeptEvent[], email: string, { start, end }: Span) {
  const spans = events
    .filter((event) => takes(event, email))
    .map((event) => ({
      start: Math.max(start, Date.parse(event.start.dateTime)),
      end: Math.min(end, Date.parse(event.end.dateTime)),
    }))
    .filter((span) => span.start < span.end);
  return merged(spans).map((span) => ({
    start: new Date(span.start).toISOString(),
    end: new Date(span.end).toISOString(),
  }));
}

/** What the Calendar API says of people's free and busy time, as far as its reference says. */
export function queryFreeBusy(
  request: Request,
  events: readonly KeptEvent[],
  isUser: (email: string) => boolean,
): Reply {
  const body = asked.safeParse(readJson(request));
  if (!body.success) return googleError(400, 'invalid', z.prettifyError(body.error));
  const { timeMin, timeMax, items, calendarExpansionMax } = body.data;
  const within = { start: Date.parse(timeMin), end: Date.parse(timeMax) };
  if (within.end <= within.start)
    return googleError(400, 'timeRangeEmpty', 'The specified time range is empty.');
  if (within.end - within.start > LONGEST_DAYS * DAY_MS)
    return googleError(400, 'timeRangeTooLong', 'The requested time range is too long.');
  const calendars = items.map(({ id }, index) => {
    const reason = index >= calendarExpansionMax ? 'tooManyCalendarsRequested' : 'notFound';
    const isSeen = index < calendarExpansionMax && isUser(id.toLowerCase());
    const busy = isSeen ? busyOf(events, id.toLowerCase(), within) : [];
    return [id, isSeen ? { busy } : { busy, errors: [{ domain: 'global', reason }] }];
  });
  return jsonReply(200, {
    kind: 'calendar#freeBusy',
    timeMin,
    timeMax,
    calendars: Object.fromEntries(calendars),
  });
}
