import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { writeDurably } from '../write-durably.ts';
import { type KeptEvent, keptEvent, type Notice, notice } from './google-event-schema.ts';

const kept = z.object({ events: z.array(keptEvent), notices: z.array(notice) });

export type GoogleStore = {
  get: (calendar: string, id: string) => KeptEvent | undefined;
  /** Puts an event and notes what Google mails about it. */
  put: (event: KeptEvent, notices: readonly Notice[]) => void;
  events: () => readonly KeptEvent[];
  notices: () => readonly Notice[];
};

/** Everybody's calendars in one file, on disk before the caller goes on. */
export function openGoogleStore(folder: string): GoogleStore {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'calendars.json');
  const { events, notices } = existsSync(path)
    ? kept.parse(JSON.parse(readFileSync(path, 'utf8')))
    : { events: [], notices: [] };
  const find = (calendar: string, id: string) =>
    events.find((event) => event.organizer === calendar && event.id === id);
  return {
    get: find,
    put(event, more) {
      const old = find(event.organizer, event.id);
      if (old) events.splice(events.indexOf(old), 1, event);
      else events.push(event);
      notices.push(...more);
      writeDurably(path, JSON.stringify({ events, notices }));
    },
    events: () => events,
    notices: () => notices,
  };
}
