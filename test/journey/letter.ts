import PostalMime from 'postal-mime';
import { expect } from 'vitest';
import { readByIcal, readByNodeIcal } from '../adapters/calendar-readers.ts';
import type { System } from './system.ts';

export type Entry = {
  method: string;
  uid: string;
  sequence: number;
  /** UTC. */
  start: string;
  end: string;
  summary: string;
  status: string;
  busy: boolean;
  organizer: string;
  attendees: string[];
  lines: string[];
};

export type Letter = {
  /** The bytes as SES received them, one character a byte. */
  raw: string;
  headers: { key: string; value: string }[];
  /** Every address in To, Cc and Bcc. */
  to: string[];
  text: string;
  html: string;
  urls: string[];
  entry: Entry | undefined;
};

/** One stored mail as a mail program reads it, with its calendar part as a calendar reads it. */
export async function readLetter(system: Pick<System, 'raw'>, id: string): Promise<Letter> {
  const bytes = await system.raw(id);
  const mail = await PostalMime.parse(bytes);
  const raw = Buffer.from(bytes).toString('latin1');
  const text = mail.text ?? '';
  const html = mail.html ?? '';
  const [calendar, file, ...more] = calendarsIn(raw);
  if (calendar !== file || more.length > 0)
    throw new Error('A calendar mail holds one calendar twice: to answer, and as a file.');
  return {
    raw,
    headers: mail.headers.map(({ key, value }) => ({ key, value })),
    to: [mail.to, mail.cc, mail.bcc].flatMap((all) => all ?? []).map(({ address }) => address ?? ''),
    text,
    html,
    urls: urlsIn(text, html),
    entry: calendar === undefined ? undefined : readEntry(calendar),
  };
}

// Decoded here, because a mail program's reader makes every line break the same.
function calendarsIn(raw: string): string[] {
  return [...raw.matchAll(/^Content-Transfer-Encoding: base64\r\n(?:[^\r]+\r\n)*\r\n([\w+/=\r\n]+)/gim)]
    .map(([, encoded = '']) => Buffer.from(encoded, 'base64').toString())
    .filter((content) => content.startsWith('BEGIN:VCALENDAR'));
}

function urlsIn(text: string, html: string): string[] {
  const inText = text.match(/https?:\/\/[^\s<>"')\]]+/g) ?? [];
  const inHtml = [...html.matchAll(/(?:href|src)="(https?:[^"]+)"/g)].map(([, url = '']) =>
    url.replaceAll('&amp;', '&'),
  );
  return [...new Set([...inText, ...inHtml])];
}

/** As two calendar programs read it. One of them takes "\\\\n" for a line break and ends a name at ";". */
function readEntry(text: string): Entry {
  const [event, ...more] = readByIcal(text);
  if (!event || more.length > 0) throw new Error('one event a mail');
  if (!/\\\\|CN="[^"]*;/u.test(text.replaceAll('\r\n ', ''))) expect(readByNodeIcal(text)).toEqual([event]);
  return {
    method: event.method,
    uid: event.uid,
    sequence: event.sequence,
    start: new Date(event.start).toISOString(),
    end: new Date(event.end).toISOString(),
    summary: event.summary,
    status: event.status,
    busy: event.busy,
    organizer: event.organizer?.email ?? '',
    attendees: event.attendees.map(({ email }) => email),
    lines: text.split('\r\n'),
  };
}
