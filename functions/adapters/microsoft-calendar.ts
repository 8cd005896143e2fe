import * as z from 'zod/mini';
import type {
  CalendarProvider,
  EntryChange,
  EntryPut,
  EntryRef,
  ReadEntry,
} from '../app/calendar-provider.ts';
import type { CalendarFailure } from './calendar-failure.ts';
import { type Done, type Found, makeChange } from './change-in-rounds.ts';
import { isMarked, isOvertaken } from './entry-notes.ts';
import { makeBusy } from './microsoft-busy.ts';
import { type AskMicrosoft, makeAskMicrosoft } from './microsoft-client.ts';
import {
  changesOf,
  eventSchema,
  isEntry,
  type KnownEvent,
  newEvent,
  shows,
  standingOf,
  WITH_NOTES,
} from './microsoft-event.ts';
import type { MicrosoftConfig } from './microsoft-token.ts';

const madeSchema = z.object({ id: z.string() });
const listSchema = z.object({
  value: z.array(z.object({ id: z.string(), isCancelled: z.nullish(z.boolean()) })),
});

async function get(ask: AskMicrosoft, calendar: string, id: string): Promise<Found<KnownEvent>> {
  const answer = await ask(calendar, ['events', id], (request) =>
    request.expand(encodeURIComponent(WITH_NOTES)).get(),
  );
  if ('ok' in answer) return { event: eventSchema.parse(answer.ok) };
  return answer.failure === 'none' ? { event: undefined } : answer;
}

/** In two requests, because a list cuts long values. */
async function find(ask: AskMicrosoft, { calendar, id }: EntryRef): Promise<Found<KnownEvent>> {
  const answer = await ask(calendar, ['calendar', 'events'], (request) =>
    request
      .filter(encodeURIComponent(isEntry(id)))
      .select('id,isCancelled')
      .top(5)
      .get(),
  );
  if ('failure' in answer) return answer;
  const { value } = listSchema.parse(answer.ok);
  const [one] = [...value.filter(({ isCancelled }) => !isCancelled), ...value];
  return one ? get(ask, calendar, one.id) : { event: undefined };
}

type Again = CalendarFailure | undefined;

async function create(ask: AskMicrosoft, put: EntryPut, last: Again): Promise<Done> {
  const { calendar, id, decidedAt, series } = put;
  // In UTC a series would not keep its time when the clocks change: it goes another way.
  if (series && last === 'no-zone') return { failure: 'rejected' };
  // Taken, and not there: it was taken out, and comes back as another one.
  const transactionId = last === 'exists' ? `${id}-${decidedAt}` : id;
  const event = newEvent(put, { transactionId, zone: zoneAfter(last) });
  const answer = await ask(calendar, ['events'], (request) => request.post(event));
  if ('failure' in answer) return answer;
  // The answer may be about an event of an earlier request, which may be gone.
  const made = await get(ask, calendar, madeSchema.parse(answer.ok).id);
  if ('failure' in made) return { failure: 'doubtful' };
  return made.event ? { done: true } : { failure: 'exists' };
}

function zoneAfter(last: Again): string | undefined {
  return last === 'no-zone' ? 'UTC' : undefined;
}

async function takeOut(ask: AskMicrosoft, calendar: string, { id, guests }: KnownEvent): Promise<Done> {
  const answer =
    guests.length > 0
      ? await ask(calendar, ['events', id, 'cancel'], (request) => request.post({}))
      : await ask(calendar, ['events', id], (request) => request.delete());
  return 'ok' in answer ? { done: true } : answer;
}

async function step(
  ask: AskMicrosoft,
  change: EntryChange,
  known: KnownEvent | undefined,
  last: Again,
): Promise<Done | undefined> {
  const { calendar } = change;
  const standing = known?.cancelled ? undefined : known;
  if (known && isOvertaken(known.notes, change)) return undefined;
  if (change.action === 'cancel') return standing && takeOut(ask, calendar, standing);
  if (!standing) return create(ask, change, last);
  const changes = changesOf(change, standing, { zone: zoneAfter(last) });
  const answer = await ask(calendar, ['events', standing.id], (request) =>
    request.header('If-Match', standing.etag).patch(changes),
  );
  return 'ok' in answer ? { done: true } : answer;
}

function isMade(change: EntryChange, known: KnownEvent | undefined): boolean {
  if (change.action === 'cancel') return !known || known.cancelled;
  return known !== undefined && isMarked(known.notes, change) && shows(known, change);
}

function makeRead(ask: AskMicrosoft): ReadEntry {
  return async (ref) => {
    const found = await find(ask, ref);
    if ('failure' in found) return 'unreadable';
    return found.event && standingOf(found.event);
  };
}

/**
 * Outlook calendars of Microsoft 365, each manager's as its organizer, by an application that may write into the calendars it
 * is let into. An event that was taken out is gone, and with it what it said.
 */
export function makeMicrosoftCalendar(config: MicrosoftConfig): CalendarProvider {
  const ask = makeAskMicrosoft(config);
  return {
    name: 'microsoft',
    change: makeChange<KnownEvent>({
      find: (ref) => find(ask, ref),
      isMade,
      step: (change, known, last) => step(ask, change, known, last),
    }),
    read: makeRead(ask),
    busy: makeBusy(ask),
  };
}
