import * as z from 'zod/mini';
import type { ReadBusy } from '../app/calendar-provider.ts';
import { DAY, type Instant, instant, plus } from '../domain/instant.ts';
import type { Span } from '../domain/span.ts';
import type { AskMicrosoft } from './microsoft-client.ts';

// calendar: getSchedule takes no more of either.
const PEOPLE = 20;
const LONGEST_MS = 62 * DAY;

const BUSY = new Set(['busy', 'oof', 'tentative']);

const moment = z.pipe(
  z.object({
    dateTime: z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?$/)),
    timeZone: z.literal('UTC'),
  }),
  z.transform(({ dateTime }) => instant(Date.parse(`${dateTime.slice(0, 19)}Z`))),
);
const schedules = z.object({
  value: z.array(
    z.object({
      scheduleId: z.string(),
      error: z.optional(z.unknown()),
      scheduleItems: z.pipe(
        z.nullish(z.array(z.object({ status: z.string(), start: moment, end: moment }))),
        z.transform((items) => items ?? []),
      ),
    }),
  ),
});
type Schedule = z.infer<typeof schedules>['value'][number];

function inUtc(at: Instant) {
  return { dateTime: new Date(at).toISOString().slice(0, 19), timeZone: 'UTC' };
}

/** Every request that has to be made, of what one may ask for at most. */
function parts({ people, from, until }: Pick<Parameters<ReadBusy>[0], 'people' | 'from' | 'until'>) {
  const all: { schedules: readonly string[]; from: Instant; until: Instant }[] = [];
  for (let first = 0; first < people.length; first += PEOPLE)
    for (let begin = from; begin < until; begin = plus(begin, LONGEST_MS))
      all.push({
        schedules: people.slice(first, first + PEOPLE),
        from: begin,
        until: instant(Math.min(until, begin + LONGEST_MS)),
      });
  return all;
}

function spansOf({ scheduleItems }: Schedule): Span[] {
  return scheduleItems.filter(({ status }) => BUSY.has(status)).map(({ start, end }) => ({ start, end }));
}

/** Everybody's times in one; who cannot be seen once is not seen at all. */
function together(all: readonly Schedule[]): Record<string, readonly Span[]> {
  const addressOf = ({ scheduleId }: Schedule) => scheduleId.toLowerCase();
  const hidden = new Set(all.filter(({ error }) => error).map(addressOf));
  const seen = new Set(all.map(addressOf).filter((address) => !hidden.has(address)));
  return Object.fromEntries(
    [...seen].map((one) => [one, all.filter((schedule) => addressOf(schedule) === one).flatMap(spansOf)]),
  );
}

/** Everybody's free and busy times as one person may see them. Tentative counts as busy, working elsewhere does not. */
export function makeBusy(ask: AskMicrosoft): ReadBusy {
  return async ({ calendar, ...asked }) => {
    const all: Schedule[] = [];
    // One after the other: a mailbox takes few requests at once.
    for (const { schedules: people, from, until } of parts(asked)) {
      const body = { schedules: people, startTime: inUtc(from), endTime: inUtc(until) };
      const answer = await ask(calendar, ['calendar', 'getSchedule'], (request) => request.post(body));
      const read = 'ok' in answer ? schedules.safeParse(answer.ok).data : undefined;
      if (!read) return 'unreadable';
      all.push(...read.value);
    }
    return together(all);
  };
}
