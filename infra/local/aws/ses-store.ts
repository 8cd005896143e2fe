import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { writeDurably } from '../write-durably.ts';
import type { SesEvent, StoredMail } from './local-servers.ts';

const recordSchema = z.object({
  place: z.int(),
  mail: z.object({
    id: z.string(),
    at: z.string(),
    from: z.string(),
    to: z.array(z.string()),
    subject: z.string(),
    tags: z.record(z.string(), z.string()),
    configurationSet: z.string().exactOptional(),
  }),
  events: z.array(
    z.object({
      id: z.string(),
      dueAt: z.number(),
      event: z.object({
        version: z.string(),
        id: z.string(),
        'detail-type': z.enum(['Email Sent', 'Email Delivered', 'Email Bounced', 'Email Complaint Received']),
        source: z.literal('aws.ses'),
        account: z.string(),
        time: z.string(),
        region: z.string(),
        resources: z.array(z.string()),
        detail: z.record(z.string(), z.unknown()),
      }),
    }),
  ),
});

type MailRecord = z.infer<typeof recordSchema>;

export type SesStore = {
  /** Once this returns, the bytes, the mail and its events are on disk together or not at all. */
  add(mail: StoredMail, raw: Uint8Array, events: SesEvent[]): void;
  mails(): StoredMail[];
  raw(id: string): Promise<Uint8Array>;
  pendingEvents(): SesEvent[];
  acknowledge(eventId: string): Promise<void>;
};

/** `<id>.eml` holds the bytes as they came, `<id>.json` what they are and the events nobody has acknowledged yet. */
export function openSesStore(folder: string): SesStore {
  mkdirSync(folder, { recursive: true });
  const records = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => recordSchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))))
    .sort((a, b) => a.place - b.place);
  const pending = new Map<string, MailRecord>();
  for (const record of records) for (const event of record.events) pending.set(event.id, record);
  const known = new Set(records.map((record) => record.mail.id));
  const write = (record: MailRecord) =>
    writeDurably(join(folder, `${record.mail.id}.json`), JSON.stringify(record));

  return {
    add(mail, raw, events) {
      const record = { place: (records.at(-1)?.place ?? 0) + 1, mail, events };
      writeDurably(join(folder, `${mail.id}.eml`), raw);
      write(record);
      records.push(record);
      known.add(mail.id);
      for (const event of events) pending.set(event.id, record);
    },
    mails: () => records.map((record) => record.mail),
    async raw(id) {
      if (!known.has(id)) throw new Error(`SES never took a mail ${id}.`);
      return readFile(join(folder, `${id}.eml`));
    },
    pendingEvents: () =>
      [...new Set(pending.values())].flatMap((record) => record.events).sort((a, b) => a.dueAt - b.dueAt),
    async acknowledge(eventId) {
      const record = pending.get(eventId);
      if (!record) return;
      const events = record.events.filter((event) => event.id !== eventId);
      write({ ...record, events });
      record.events = events;
      pending.delete(eventId);
    },
  };
}
