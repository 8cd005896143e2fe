import type { CalendarProvider, EntryChange, EntryRef, ReadEntry } from '../app/calendar-provider.ts';
import { type Done, type Found, makeChange } from './change-in-rounds.ts';
import { isMarked, isOvertaken } from './entry-notes.ts';
import { makeGoogleBusy } from './google-busy.ts';
import { type AskGoogle, type GoogleConfig, makeAskGoogle } from './google-client.ts';
import {
  eventOf,
  eventSchema,
  type KnownEvent,
  meetingOf,
  notesIn,
  shows,
  standingOf,
} from './google-event.ts';

async function find(ask: AskGoogle, { calendar, id }: EntryRef): Promise<Found<KnownEvent>> {
  const answer = await ask(calendar, {}, ({ events }, options) =>
    events.get({ calendarId: 'primary', eventId: id }, options),
  );
  if ('ok' in answer) return { event: eventSchema.parse(answer.ok) };
  return answer.failure === 'none' ? { event: undefined } : answer;
}

/** Writes under the version that was read; telling people only of what they see. */
async function step(
  ask: AskGoogle,
  change: EntryChange,
  known: KnownEvent | undefined,
): Promise<Done | undefined> {
  const { calendar, id: eventId } = change;
  const place = { calendarId: 'primary', eventId };
  const isThere = known !== undefined && known.status !== 'cancelled';
  if (isOvertaken(notesIn(known), change)) return undefined;
  const guarded: Record<string, string> = known ? { 'If-Match': known.etag } : {};
  if (change.action === 'cancel') {
    if (!isThere) return undefined;
    const answer = await ask(calendar, guarded, ({ events }, options) =>
      events.delete({ ...place, sendUpdates: 'all' }, options),
    );
    return 'ok' in answer ? { done: true } : answer;
  }
  const requestBody = eventOf(change, known);
  const answer = await ask(calendar, guarded, ({ events }, options) => {
    if (!known) {
      const made = { ...requestBody, id: eventId, ...meetingOf(change) };
      const how = { calendarId: 'primary', conferenceDataVersion: 1, sendUpdates: 'all' };
      return events.insert({ ...how, requestBody: made }, options);
    }
    const sendUpdates = shows(known, change) ? 'none' : 'all';
    return events.patch({ ...place, sendUpdates, conferenceDataVersion: 1, requestBody }, options);
  });
  return 'ok' in answer ? { done: true } : answer;
}

function isMade(change: EntryChange, known: KnownEvent | undefined): boolean {
  if (change.action === 'cancel') return !known || known.status === 'cancelled';
  return known !== undefined && isMarked(notesIn(known), change) && shows(known, change);
}

function makeRead(ask: AskGoogle): ReadEntry {
  return async (ref) => {
    const found = await find(ask, ref);
    if ('failure' in found) return 'unreadable';
    return found.event && standingOf(found.event);
  };
}

/**
 * Google Calendar, in the name of each manager, through a service account with domain-wide delegation. Every write is guarded
 * by the version that was read (ETag).
 */
export function makeGoogleCalendar(config: GoogleConfig): CalendarProvider {
  const ask = makeAskGoogle(config, 'events');
  return {
    name: 'google',
    change: makeChange<KnownEvent>({
      find: (ref) => find(ask, ref),
      isMade,
      step: (change, known) => step(ask, change, known),
    }),
    read: makeRead(ask),
    busy: makeGoogleBusy(makeAskGoogle(config, 'freeBusy')),
  };
}
