import * as z from 'zod/mini';
import type { ReadBusy } from '../app/calendar-provider.ts';
import { toIso } from '../domain/instant.ts';
import type { AskGoogle } from './google-client.ts';
import { isoMoment } from './iso-moment.ts';

// The most calendars of one request (Calendar API, "Freebusy: query").
const MOST_CALENDARS = 50;

/** A calendar with `errors` could not be looked at: it is unknown, or whoever asks may not see it. */
const answerSchema = z.object({
  calendars: z._default(
    z.record(
      z.string(),
      z.object({
        busy: z._default(z.array(z.object({ start: isoMoment, end: isoMoment })), []),
        errors: z._default(z.array(z.unknown()), []),
      }),
    ),
    {},
  ),
});

/** When people are busy, as whoever asks may see it: times, and nothing of what they are about. */
export function makeGoogleBusy(ask: AskGoogle): ReadBusy {
  return async ({ calendar, people, from, until }) => {
    const items = people.slice(0, MOST_CALENDARS).map((id) => ({ id }));
    const requestBody = {
      timeMin: toIso(from),
      timeMax: toIso(until),
      calendarExpansionMax: MOST_CALENDARS,
      items,
    };
    const answer = await ask(calendar, {}, ({ freebusy }, options) =>
      freebusy.query({ requestBody }, options),
    );
    if ('failure' in answer) return 'unreadable';
    const { calendars } = answerSchema.parse(answer.ok);
    const seen = Object.entries(calendars).filter(([, { errors }]) => errors.length === 0);
    return Object.fromEntries(seen.map(([email, { busy }]) => [email.toLowerCase(), busy]));
  };
}
