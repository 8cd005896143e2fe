import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { type Instant, instant } from '../../../functions/domain/instant.ts';
import type { StoredMail } from '../../../infra/local/aws/local-servers.ts';
import { openSchedulerStore } from '../../../infra/local/aws/scheduler-store.ts';
import { openSesStore } from '../../../infra/local/aws/ses-store.ts';
import { openCalendarStore } from '../../../infra/local/calendar/calendar-store.ts';
import { keptEvent as googleEvent } from '../../../infra/local/google/google-event-schema.ts';
import { keptEvent as microsoftEvent } from '../../../infra/local/microsoft/graph-event-schema.ts';
import { keepTokenKeys } from '../../../infra/local/token-keys.ts';
import { readTable, type TableOnDisk } from './table-on-disk.ts';

const clockSchema = z.object({ shiftMs: z.number(), now: z.number() });
const ringSchema = z.object({ conversation: z.string() });

export type Disk = TableOnDisk & {
  now: Instant;
  mails: readonly StoredMail[];
  /** SES ids of mails whose Send event nobody has taken yet. */
  unheard: ReadonlySet<string>;
  alarms: readonly { conversation: string; at: Instant }[];
  /** What is not whole, in words. */
  torn: readonly string[];
};

/** Where the clock of a folder goes on: as clock.ts does. */
function clockOf(dataDir: string): Instant {
  const path = join(dataDir, 'clock.json');
  const { shiftMs, now } = clockSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  return instant(Math.max(now, Date.now() + shiftMs));
}

/** What the bytes of a mail lack: one ends with the end of its outermost part (RFC 2046 §5.1.1). */
function tornMail(folder: string, { id }: StoredMail): string[] {
  const path = join(folder, `${id}.eml`);
  if (!existsSync(path)) return [`mail ${id} has no bytes`];
  const raw = readFileSync(path, 'latin1');
  const boundary = /boundary="?([^"\r\n;]+)/.exec(raw)?.[1];
  const isWhole = boundary === undefined || raw.trimEnd().endsWith(`--${boundary}--`);
  return isWhole ? [] : [`mail ${id} breaks off after ${raw.length} bytes`];
}

function readMails(folder: string, known: ReadonlySet<string>) {
  const ses = openSesStore(folder);
  const mails = ses.mails();
  const sends = ses.pendingEvents().filter(({ event }) => event['detail-type'] === 'Email Sent');
  const messages = sends.map(({ event }) =>
    z.object({ mail: z.object({ messageId: z.string() }) }).parse(event.detail),
  );
  return {
    mails,
    unheard: new Set(messages.map(({ mail }) => mail.messageId)),
    torn: mails.filter(({ id }) => !known.has(id)).flatMap((mail) => tornMail(folder, mail)),
  };
}

function readAlarms(folder: string): Disk['alarms'] {
  return openSchedulerStore(folder)
    .all()
    .filter(({ completed }) => !completed)
    .map(({ definition, at }) => {
      const { conversation } = ringSchema.parse(JSON.parse(definition.Target.Input ?? ''));
      return { conversation, at: instant(at) };
    });
}

/** Reads what has to be whole though nothing else is asked of it here: its reader throws where it is not. */
function readTheRest(dataDir: string): void {
  keepTokenKeys(dataDir);
  openCalendarStore(join(dataDir, 'google'), googleEvent);
  openCalendarStore(join(dataDir, 'microsoft'), microsoftEvent);
}

/**
 * Everything that the local servers keep in a folder, read while no process writes to it. `known`: mails whose bytes were read
 * before. Throws when something cannot be read at all.
 */
export async function readDisk(dataDir: string, known: ReadonlySet<string>): Promise<Disk> {
  const now = clockOf(dataDir);
  readTheRest(dataDir);
  return {
    now,
    ...readMails(join(dataDir, 'ses'), known),
    alarms: readAlarms(join(dataDir, 'scheduler')),
    ...(await readTable(join(dataDir, 'dynamodb'), now)),
  };
}
