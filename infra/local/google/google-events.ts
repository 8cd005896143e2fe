import * as z from 'zod';
import { type Reply, type Request, readJson } from '../aws/wire.ts';
import type { CalendarStore } from '../calendar/calendar-store.ts';
import { type Notice, noticesOf } from '../calendar/notice.ts';
import { googleError, jsonReply } from './google-error.ts';
import { type KeptEvent, type WrittenEvent, writtenEvent } from './google-event-schema.ts';

const ID = /^[a-v0-9]{5,1024}$/;

/** How a change is asked for; Google's default tells nobody. */
const query = z.object({
  sendUpdates: z.enum(['all', 'externalOnly', 'none']).default('none'),
  conferenceDataVersion: z.enum(['0', '1']).default('0'),
});
type Query = z.infer<typeof query>;

const NOT_FOUND = googleError(404, 'notFound', 'Not Found');
const DELETED = googleError(410, 'deleted', 'Resource has been deleted');
const CHANGED = googleError(412, 'conditionNotMet', 'Precondition Failed');

function invalid(message: string): Reply {
  return googleError(400, 'invalid', message);
}

function shown({ version, organizer, conferenceData: _, ...event }: KeptEvent): Reply {
  return jsonReply(200, {
    kind: 'calendar#event',
    etag: `"${version}"`,
    iCalUID: `${event.id}@google.com`,
    organizer: { email: organizer, self: true },
    ...event,
  });
}

function told(after: KeptEvent, before: KeptEvent | undefined, { sendUpdates }: Query): Notice[] {
  if (sendUpdates === 'none') return [];
  const about = { id: after.id, summary: after.summary, start: after.start.dateTime };
  const peopleOf = (event: KeptEvent | undefined) =>
    !event || event.status === 'cancelled' ? [] : event.attendees.map(({ email }) => email);
  return noticesOf(about, peopleOf(before), peopleOf(after));
}

/** What is wrong with an event that would be kept, as Google says it; undefined when nothing is. */
function fault(event: WrittenEvent): Reply | undefined {
  if (Date.parse(event.end.dateTime) <= Date.parse(event.start.dateTime))
    return googleError(400, 'timeRangeEmpty', 'The specified time range is empty.');
  const emails = event.attendees.map(({ email }) => email.toLowerCase());
  return new Set(emails).size === emails.length ? undefined : invalid('An attendee stands there twice.');
}

function roomOf(event: WrittenEvent, asked: Query, id: string): { hangoutLink?: string } {
  // Without version 1 Google takes no notice of conference data, and says nothing of it.
  const isMade = event.conferenceData && asked.conferenceDataVersion === '1';
  return isMade ? { hangoutLink: `https://meet.google.com/${id.slice(0, 10)}` } : {};
}

type Asked = { calendar: string; id: string; request: Request; search: URLSearchParams };

/** What the Calendar API does with single events, as far as its reference says. */
export function makeEvents(store: CalendarStore<KeptEvent>) {
  const guarded = ({ calendar, id, request }: Asked) => {
    const known = store.get(calendar, id);
    const match = request.headers['if-match'];
    const isOther = known && match !== undefined && match !== `"${known.version}"`;
    return { known, refused: !known ? NOT_FOUND : isOther ? CHANGED : undefined };
  };
  return {
    get({ calendar, id }: Asked): Reply {
      const known = store.get(calendar, id);
      return known ? shown(known) : NOT_FOUND;
    },
    insert({ calendar, request, search }: Asked): Reply {
      const asked = query.safeParse(Object.fromEntries(search));
      const body = writtenEvent.safeParse(readJson(request));
      if (!asked.success || !body.success)
        return invalid(z.prettifyError(asked.error ?? body.error ?? new z.ZodError([])));
      const { id = '' } = body.data;
      if (!ID.test(id)) return invalid('Invalid resource id value.');
      const wrong = fault(body.data);
      if (wrong) return wrong;
      if (store.get(calendar, id))
        return googleError(409, 'duplicate', 'The requested identifier already exists.');
      const made = {
        ...body.data,
        id,
        organizer: calendar,
        version: 1,
        ...roomOf(body.data, asked.data, id),
      };
      store.put(made, told(made, undefined, asked.data));
      return shown(made);
    },
    patch(what: Asked): Reply {
      const { known, refused } = guarded(what);
      if (!known || refused) return refused ?? NOT_FOUND;
      const asked = query.safeParse(Object.fromEntries(what.search));
      const given = z.record(z.string(), z.unknown()).safeParse(readJson(what.request));
      const { organizer, version, hangoutLink: _, ...before } = known;
      const properties = z
        .object({ extendedProperties: z.object({ private: z.record(z.string(), z.string()) }) })
        .safeParse(given.data).data?.extendedProperties.private;
      const merged = { ...known.extendedProperties.private, ...properties };
      const body = writtenEvent.safeParse({
        ...before,
        ...given.data,
        extendedProperties: { private: merged },
      });
      if (!asked.success || !body.success)
        return invalid(z.prettifyError(asked.error ?? body.error ?? new z.ZodError([])));
      const wrong = fault(body.data);
      if (wrong) return wrong;
      const after = { ...known, ...body.data, id: known.id, organizer, version: version + 1 };
      store.put(after, told(after, known, asked.data));
      return shown(after);
    },
    delete(what: Asked): Reply {
      const { known, refused } = guarded(what);
      if (!known || refused) return refused ?? NOT_FOUND;
      if (known.status === 'cancelled') return DELETED;
      const asked = query.safeParse(Object.fromEntries(what.search));
      if (!asked.success) return invalid(z.prettifyError(asked.error));
      const after: KeptEvent = { ...known, status: 'cancelled', version: known.version + 1 };
      store.put(after, told(after, known, asked.data));
      return { status: 204, headers: {}, body: '' };
    },
  };
}
