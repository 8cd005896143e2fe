import type {
  CalendarProvider,
  ChangeEntry,
  EntryChange,
  EntryOutcome,
  EntryRef,
  ReadEntry,
} from '../app/calendar-provider.ts';
import { makeGoogleBusy } from './google-busy.ts';
import { type AskGoogle, type GoogleConfig, makeAskGoogle } from './google-client.ts';
import {
  eventOf,
  eventSchema,
  isOvertaken,
  type KnownEvent,
  meetingOf,
  shows,
  standingOf,
} from './google-event.ts';
import type { GoogleFailure } from './google-failure.ts';

// Each round ends in an answer unless somebody else changed the event meanwhile, or a reply was lost.
const ROUNDS = 4;

type Done = { done: true } | { failure: GoogleFailure };
type Found = { event: KnownEvent | undefined } | { failure: GoogleFailure };

async function find(ask: AskGoogle, { calendar, id }: EntryRef): Promise<Found> {
  const answer = await ask(calendar, {}, ({ events }, options) =>
    events.get({ calendarId: 'primary', eventId: id }, options),
  );
  if ('ok' in answer) return { event: eventSchema.parse(answer.ok) };
  return answer.failure === 'none' ? { event: undefined } : answer;
}

/** Brings an event nearer to what it is to be by at most one request; undefined when it is that already. */
async function step(
  ask: AskGoogle,
  change: EntryChange,
  known: KnownEvent | undefined,
): Promise<Done | undefined> {
  const { calendar, id: eventId } = change;
  const place = { calendarId: 'primary', eventId };
  const isThere = known !== undefined && known.status !== 'cancelled';
  if (known && isOvertaken(known, change.decidedAt)) return undefined;
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

/** Whether an event says already what a change is to say in it, the proof of its deliveries included. */
function isMade(change: EntryChange, known: KnownEvent | undefined): boolean {
  if (change.action === 'cancel') return !known || known.status === 'cancelled';
  const kept = known?.extendedProperties.private ?? {};
  const isMarked = Object.entries(change.marks).every(([person, key]) => kept[person] === key);
  return known !== undefined && isMarked && shows(known, change);
}

function refusedBy(failure: GoogleFailure): EntryOutcome {
  switch (failure) {
    case 'busy':
    case 'unavailable':
    case 'grant-gone':
    case 'rejected':
      return { outcome: 'refused', reason: failure };
    case 'exists':
      // An id that is taken by what cannot be read is lost for good.
      return { outcome: 'refused', reason: 'rejected' };
    case 'none':
    case 'changed':
      return { outcome: 'refused', reason: 'busy' };
    case 'doubtful':
      return { outcome: 'refused', reason: 'unavailable' };
  }
}

type Round = EntryOutcome | { again: GoogleFailure };
const AGAIN: readonly GoogleFailure[] = ['doubtful', 'exists', 'changed', 'none'];

async function round(ask: AskGoogle, change: EntryChange): Promise<Round> {
  const found = await find(ask, change);
  if ('failure' in found) return refusedBy(found.failure);
  if (isMade(change, found.event)) return { outcome: 'put' };
  const stepped = await step(ask, change, found.event);
  if (!stepped || 'done' in stepped) return { outcome: 'put' };
  const { failure } = stepped;
  return AGAIN.includes(failure) ? { again: failure } : refusedBy(failure);
}

function makeChange(ask: AskGoogle): ChangeEntry {
  return async (change) => {
    let isDoubtful = false;
    let last: GoogleFailure = 'changed';
    for (let rounds = 0; rounds < ROUNDS; rounds++) {
      const answer = await round(ask, change);
      if ('outcome' in answer)
        return isDoubtful && answer.outcome === 'refused' ? { outcome: 'unknown' } : answer;
      last = answer.again;
      isDoubtful ||= last === 'doubtful';
    }
    return isDoubtful ? { outcome: 'unknown' } : refusedBy(last);
  };
}

function makeRead(ask: AskGoogle): ReadEntry {
  return async (ref) => {
    const found = await find(ask, ref);
    if ('failure' in found) return 'unreadable';
    return found.event && standingOf(found.event);
  };
}

/**
 * Google Calendar, in the name of each manager, through a service account with domain-wide delegation. It reads before it
 * writes, writes under the version it read (ETag), and knows by what the event says of itself whether a lost request arrived.
 */
export function makeGoogleCalendar(config: GoogleConfig): CalendarProvider {
  const ask = makeAskGoogle(config, 'events');
  return {
    name: 'google',
    change: makeChange(ask),
    read: makeRead(ask),
    busy: makeGoogleBusy(makeAskGoogle(config, 'freeBusy')),
  };
}
