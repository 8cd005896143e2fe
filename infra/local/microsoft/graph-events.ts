import { randomBytes } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { type Reply, type Request, readJson } from '../aws/wire.ts';
import type { CalendarStore } from '../calendar/calendar-store.ts';
import { changed, noticesAbout, noticesOfWhole } from './graph-changes.ts';
import { graphError, jsonReply } from './graph-error.ts';
import { inUtc, type KeptEvent, momentOf, type WrittenEvent, writtenEvent } from './graph-event-schema.ts';
import { expandOf, filterOf } from './graph-query.ts';

// Windows learns of a new zone long after it came to be.
const UNKNOWN_ZONES = new Set(['America/Ciudad_Juarez', 'America/Coyhaique']);

const NOT_FOUND = graphError(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');
const CHANGED = graphError(
  412,
  'ErrorIrresolvableConflict',
  'The send or update operation could not be performed because the change key passed in the request does not match the current change key for the item.',
);
const USED = graphError(
  409,
  'ErrorDuplicateTransactionId',
  "Your request can't be completed. The TransactionId specified in the request has already been used to create a different event.",
);

function invalid(message: string): Reply {
  return graphError(400, 'ErrorInvalidRequest', message);
}

const etagOf = ({ version }: KeptEvent) => `W/"${version}"`;

function shown(event: KeptEvent, properties: ReadonlySet<string>, status = 200): Reply {
  const { version, posted: _, isDeleted: __, organizer, joinUrl, start, end, ...rest } = event;
  const { singleValueExtendedProperties: kept, ...seen } = rest;
  const asked = kept.filter(({ id }) => properties.has(id));
  return jsonReply(status, {
    '@odata.etag': etagOf(event),
    ...seen,
    changeKey: `${version}`,
    isCancelled: false,
    isOrganizer: true,
    start: inUtc(momentOf(start)),
    end: inUtc(momentOf(end)),
    organizer: { emailAddress: { address: organizer } },
    onlineMeeting: joinUrl === undefined ? null : { joinUrl },
    ...(asked.length > 0 ? { singleValueExtendedProperties: asked } : {}),
  });
}

function isZone(name: string): boolean {
  try {
    new Temporal.ZonedDateTime(0n, name);
    return !UNKNOWN_ZONES.has(name);
  } catch {
    return false;
  }
}

/** What is wrong with an event that would be kept, as Graph says it; undefined when nothing is. */
function fault({ start, end, attendees }: WrittenEvent): Reply | undefined {
  const odd = [start, end].find(({ timeZone }) => !isZone(timeZone));
  if (odd)
    return graphError(
      400,
      'TimeZoneNotSupportedException',
      `A valid TimeZone value must be specified. The following TimeZone value is not supported: '${odd.timeZone}'.`,
    );
  if (momentOf(end) < momentOf(start))
    return graphError(400, 'ErrorCalendarEndDateIsEarlierThanStartDate', 'EndDate is earlier than StartDate');
  const people = attendees.map(({ emailAddress }) => emailAddress.address.toLowerCase());
  return new Set(people).size === people.length ? undefined : invalid('An attendee stands there twice.');
}

export type Asked = { mailbox: string; id: string; request: Request; search: URLSearchParams };

/** What Graph does with single events, as far as its reference says. */
export function makeEvents(store: CalendarStore<KeptEvent>) {
  const standing = ({ mailbox, id }: Asked) => {
    const known = store.get(mailbox, id);
    return known?.isDeleted ? undefined : known;
  };
  const take = (what: Asked): Reply => {
    const known = standing(what);
    if (!known) return NOT_FOUND;
    store.put({ ...known, isDeleted: true, version: known.version + 1 }, noticesOfWhole(known, 'gone'));
    return { status: 204, headers: {}, body: '' };
  };
  return {
    list({ mailbox, search }: Asked): Reply {
      const wanted = filterOf(search.get('$filter'));
      if (!wanted || search.has('$expand'))
        return invalid('The query is not one that the local Graph knows.');
      const found = store
        .events()
        .filter(
          ({ organizer, isDeleted, singleValueExtendedProperties: kept }) =>
            organizer === mailbox &&
            !isDeleted &&
            kept.some(({ id, value }) => id === wanted.id && value === wanted.value),
        );
      const top = Number(search.get('$top') ?? 10);
      const value = found.map((event) => ({
        '@odata.etag': etagOf(event),
        id: event.id,
        isCancelled: false,
      }));
      return jsonReply(200, { value: value.slice(0, top) });
    },
    get(what: Asked): Reply {
      const properties = expandOf(what.search.get('$expand'));
      if (!properties) return invalid('The query is not one that the local Graph knows.');
      const known = standing(what);
      return known ? shown(known, properties) : NOT_FOUND;
    },
    create({ mailbox, request }: Asked): Reply {
      const body = writtenEvent.safeParse(readJson(request));
      if (!body.success) return invalid(z.prettifyError(body.error));
      const wrong = fault(body.data);
      if (wrong) return wrong;
      const { transactionId, ...written } = body.data;
      const posted = JSON.stringify(written);
      const before = store
        .events()
        .find((event) => event.organizer === mailbox && event.transactionId === transactionId);
      // Also of an event that was taken out since: its reference does not say, and this is the worse.
      if (before && transactionId !== undefined)
        return before.posted === posted ? shown(before, new Set(), 201) : USED;
      const joinUrl = `https://teams.microsoft.com/l/meetup-join/${randomBytes(9).toString('hex')}`;
      const { content, contentType } = written.body;
      const made: KeptEvent = {
        ...body.data,
        ...(written.isOnlineMeeting
          ? { joinUrl, body: { contentType, content: `${content}\n${joinUrl}` } }
          : {}),
        // As real ones do, it has what a path may not have as it is.
        id: `AAMk${randomBytes(24).toString('base64')}/=`,
        organizer: mailbox,
        posted,
        isDeleted: false,
        version: 1,
      };
      store.put(made, noticesOfWhole(made, 'made'));
      return shown(made, new Set(), 201);
    },
    update(what: Asked): Reply {
      const known = standing(what);
      if (!known) return NOT_FOUND;
      const match = what.request.headers['if-match'];
      if (match !== undefined && match !== etagOf(known)) return CHANGED;
      const given = z.record(z.string(), z.unknown()).safeParse(readJson(what.request)).data ?? {};
      const before = writtenEvent.strip().parse(known);
      const body = writtenEvent.safeParse({ ...before, ...given });
      if (!body.success) return invalid(z.prettifyError(body.error));
      const wrong = fault(body.data);
      if (wrong) return wrong;
      const after = changed(known, body.data, known.version + 1);
      store.put(after, noticesAbout(after, known, Object.keys(given)));
      return shown(after, new Set());
    },
    cancel(what: Asked): Reply {
      const reply = take(what);
      return reply.status === 204 ? { ...reply, status: 202 } : reply;
    },
    delete: take,
  };
}
