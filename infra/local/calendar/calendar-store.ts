import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { writeDurably } from '../write-durably.ts';
import { type Notice, notice } from './notice.ts';

export type CalendarStore<Event> = {
  get: (calendar: string, id: string) => Event | undefined;
  /** Puts an event and notes what the service mails about it. */
  put: (event: Event, notices: readonly Notice[]) => void;
  /** Everybody's events, taken out ones included. */
  events: () => readonly Event[];
  notices: () => readonly Notice[];
  /** What somebody does in their own calendar program, of which nobody is mailed. Throws for an id it does not know. */
  edit: (id: string, change: (event: Event) => Event) => void;
};

/** Everybody's calendars in one file, on disk before the caller goes on. */
export function openCalendarStore<Event extends { id: string; organizer: string; version: number }>(
  folder: string,
  schema: z.ZodType<Event>,
): CalendarStore<Event> {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'calendars.json');
  const kept = z.object({ events: z.array(schema), notices: z.array(notice) });
  const { events, notices } = existsSync(path)
    ? kept.parse(JSON.parse(readFileSync(path, 'utf8')))
    : { events: [], notices: [] };
  const find = (calendar: string, id: string) =>
    events.find((event) => event.organizer === calendar && event.id === id);
  const put = (event: Event, more: readonly Notice[]) => {
    const old = find(event.organizer, event.id);
    if (old) events.splice(events.indexOf(old), 1, event);
    else events.push(event);
    notices.push(...more);
    writeDurably(path, JSON.stringify({ events, notices }));
  };
  return {
    get: find,
    put,
    edit(id, change) {
      const event = events.find((one) => one.id === id);
      if (!event) throw new Error(`there is no event ${id}`);
      put({ ...change(event), version: event.version + 1 }, []);
    },
    events: () => events,
    notices: () => notices,
  };
}
