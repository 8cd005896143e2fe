import ICAL from 'ical.js';
import PostalMime from 'postal-mime';
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
  text: string;
  html: string;
  urls: string[];
  entry: Entry | undefined;
};

/** One stored mail as a mail program reads it, with its calendar part as a calendar reads it. */
export async function readLetter(system: Pick<System, 'raw'>, id: string): Promise<Letter> {
  const bytes = await system.raw(id);
  const mail = await PostalMime.parse(bytes, { attachmentEncoding: 'utf8' });
  const text = mail.text ?? '';
  const html = mail.html ?? '';
  const parts = mail.attachments.filter(({ mimeType }) => mimeType === 'text/calendar');
  const contents = new Set([...parts, ...attached(mail)].map(({ content }) => String(content)));
  if (contents.size > 1) throw new Error('The calendar part and the attachment differ.');
  const [calendar] = contents;
  return {
    raw: Buffer.from(bytes).toString('latin1'),
    headers: mail.headers.map(({ key, value }) => ({ key, value })),
    text,
    html,
    urls: urlsIn(text, html),
    entry: calendar === undefined ? undefined : readEntry(calendar),
  };
}

function attached(mail: { attachments: { filename: string | null; content: unknown }[] }) {
  return mail.attachments.filter(({ filename }) => filename?.endsWith('.ics'));
}

function urlsIn(text: string, html: string): string[] {
  const inText = text.match(/https?:\/\/[^\s<>"')\]]+/g) ?? [];
  const inHtml = [...html.matchAll(/(?:href|src)="(https?:[^"]+)"/g)].map(([, url = '']) =>
    url.replaceAll('&amp;', '&'),
  );
  return [...new Set([...inText, ...inHtml])];
}

function readEntry(text: string): Entry {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const component = calendar.getFirstSubcomponent('vevent');
  if (!component) throw new Error('no VEVENT');
  const event = new ICAL.Event(component);
  const value = (name: string) => String(component.getFirstPropertyValue(name));
  return {
    method: String(calendar.getFirstPropertyValue('method')),
    uid: event.uid,
    sequence: event.sequence,
    start: event.startDate.toJSDate().toISOString(),
    end: event.endDate.toJSDate().toISOString(),
    summary: event.summary,
    status: value('status'),
    busy: value('transp') === 'OPAQUE',
    organizer: value('organizer'),
    attendees: event.attendees.map((attendee) => String(attendee.getFirstValue())),
    lines: text.split('\r\n'),
  };
}
