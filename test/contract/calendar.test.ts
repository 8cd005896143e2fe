import { generateKeyPairSync } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { makeGoogleCalendar } from '../../functions/adapters/google-calendar.ts';
import type { EntryChange } from '../../functions/app/calendar-provider.ts';
import { instant } from '../../functions/domain/instant.ts';
import { createCallLog } from '../../infra/local/aws/call-log.ts';
import { createFaultList } from '../../infra/local/aws/fault-list.ts';
import { startFront } from '../../infra/local/aws/front.ts';
import type { Fault } from '../../infra/local/aws/local-servers.ts';
import { startGoogle } from '../../infra/local/google/google-server.ts';
import { temporaryFolder } from '../local/local-system.ts';
import { makeMemoryCalendar } from '../twins/memory-calendar.ts';
import { type CalendarUnderTest, calendarContract } from './calendar.contract.ts';

const { publicKey, privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const EMAIL = 'nevertwice@acme.iam.gserviceaccount.com';

async function openGoogle(granted: { scopes?: readonly string[] } = {}) {
  const clock = { now: () => Date.now(), advanceTo: () => undefined };
  const faults = createFaultList();
  const isUser = (email: string) => email.endsWith('@acme.example');
  const google = startGoogle({
    folder: await temporaryFolder(),
    account: { email: EMAIL, publicKey },
    isUser,
    now: clock.now,
    ...granted,
  });
  let meddling: string | undefined;
  const log = createCallLog(clock);
  const { backend } = google;
  const serve: typeof backend.serve = async (request) => {
    const reply = await backend.serve(request);
    if (meddling !== undefined && request.method === 'GET') {
      const add = { email: 'guest@elsewhere.example', responseStatus: 'needsAction' as const };
      google.edit(meddling, (event) => ({ ...event, colorId: '5', attendees: [...event.attendees, add] }));
      meddling = undefined;
    }
    return reply;
  };
  const front = await startFront({ ...backend, serve }, { clock, log, faults });
  onTestFinished(front.close);
  const provider = makeGoogleCalendar({
    key: { client_email: EMAIL, private_key: privateKey },
    endpoint: front.url,
    timeoutMs: 2_000,
  });
  const fault = (action: string, mode: Fault['mode'], times = 1) =>
    faults.add({ service: 'google', action, mode, times });
  return {
    provider,
    google,
    fault,
    calls: () => log.calls().map(({ action }) => action),
    meddle: (id: string) => {
      meddling = id;
    },
  };
}

async function googleUnderTest(): Promise<CalendarUnderTest> {
  const { provider, google, fault, meddle } = await openGoogle();
  return {
    provider,
    seen: (id) => {
      const event = google.events().find((one) => one.id === id && one.status !== 'cancelled');
      return (
        event && {
          start: instant(Date.parse(event.start.dateTime)),
          summary: event.summary,
          busy: event.transparency === 'opaque',
          guests: event.attendees.map(({ email }) => email),
        }
      );
    },
    told: () => google.notices().filter(({ to }) => to === 'bill@acme.example').length,
    loseReply: () => {
      for (const action of ['InsertEvent', 'PatchEvent', 'DeleteEvent']) fault(action, 'lost-reply');
    },
    answer: (id, email, responseStatus) =>
      google.edit(id, (event) => ({
        ...event,
        attendees: event.attendees.map((one) =>
          one.email.toLowerCase() === email.toLowerCase() ? { ...one, responseStatus } : one,
        ),
      })),
    meddle,
    closeBusy: () => fault('QueryFreeBusy', 'error', 10),
  };
}

calendarContract('Google, on the local server', googleUnderTest);

calendarContract('the twin in memory', async () => {
  const provider = makeMemoryCalendar();
  for (const name of ['dana', 'bill', 'mei']) provider.seen.set(`${name}@acme.example`, []);
  return {
    provider,
    seen: (id) => {
      const put = provider.entries().find((one) => one.id === id)?.put;
      if (!put) return undefined;
      const { start, summary, busy, guests } = put;
      return { start, summary, busy, guests: guests.map(({ email }) => email) };
    },
    told: () => provider.told.length,
    loseReply: () => provider.faults.push('lost'),
    answer: (_, email, answer) => provider.answer(email, answer),
    closeBusy: () => {
      provider.isReadable = false;
    },
  };
});

const entry = (): EntryChange => ({
  action: 'put',
  calendar: 'dana@acme.example',
  id: 'a662p6uaiivm9e1jljku0p8hoi',
  conversation: 'c77j3vkl7zrcnmg37tweyaqtpj',
  subject: 'k1',
  marks: { p1: 'invitation_k1_p1_1' },
  decidedAt: instant(1_800_000_000_000),
  start: instant(1_800_100_000_000),
  end: instant(1_800_100_900_000),
  zone: 'Europe/Amsterdam',
  summary: 'We talk',
  description: 'Bill said <script> & left',
  busy: true,
  meets: true,
  guests: [{ name: 'Bill', email: 'bill@acme.example' }],
});

test('Google gets a Meet room, words as they were typed, and nobody’s answer', async () => {
  const { provider, google } = await openGoogle();
  await provider.change(entry());
  const [event] = google.events();
  expect(event).toMatchObject({
    hangoutLink: expect.stringContaining('https://meet.google.com/'),
    description: 'Bill said &lt;script&gt; &amp; left',
    visibility: 'private',
    organizer: 'dana@acme.example',
    attendees: [{ email: 'bill@acme.example', responseStatus: 'needsAction' }],
  });
});

test.each([
  ['GetEvent', 'throttle', 'busy'],
  ['InsertEvent', 'throttle', 'busy'],
  ['InsertEvent', 'reject', 'rejected'],
  ['GetEvent', 'error', 'unavailable'],
  ['Token', 'error', 'unavailable'],
  ['Token', 'reject', 'grant-gone'],
] as const)('Google that answers %s with %s has refused: %s', async (action, mode, reason) => {
  const { provider, google, fault } = await openGoogle();
  fault(action, mode, 10);
  expect(await provider.change(entry())).toEqual({ outcome: 'refused', reason });
  expect(google.events()).toEqual([]);
});

test('Google that breaks while it writes is asked again, by the same id', async () => {
  const { provider, google, fault, calls } = await openGoogle();
  fault('InsertEvent', 'error');
  expect(await provider.change(entry())).toEqual({ outcome: 'put' });
  expect(google.notices()).toHaveLength(1);
  expect(calls()).toEqual(['Token', 'GetEvent', 'InsertEvent', 'GetEvent', 'InsertEvent']);
});

test('Google that never says whether it wrote leaves it unknown', async () => {
  const { provider, fault } = await openGoogle();
  fault('InsertEvent', 'error', 10);
  expect(await provider.change(entry())).toEqual({ outcome: 'unknown' });
});

test('a manager whom Google does not know is a grant that is gone', async () => {
  const { provider } = await openGoogle();
  const change = { ...entry(), calendar: 'gone@elsewhere.example' };
  expect(await provider.change(change)).toEqual({ outcome: 'refused', reason: 'grant-gone' });
});

const ASKED = {
  calendar: 'dana@acme.example',
  people: ['Dana@acme.example', 'guest@elsewhere.example'],
  from: instant(1_800_000_000_000),
  until: instant(1_800_200_000_000),
};

test('Google lets free times be read by a grant of their own, and invites without it', async () => {
  const scopes = ['https://www.googleapis.com/auth/calendar.events'];
  const { provider } = await openGoogle({ scopes });
  expect(await provider.change(entry())).toEqual({ outcome: 'put' });
  expect(await provider.busy(ASKED)).toBe('unreadable');
  const { provider: both } = await openGoogle();
  expect(await both.busy(ASKED)).toEqual({ 'dana@acme.example': [] });
});

test.each([
  ['QueryFreeBusy', 'throttle'],
  ['QueryFreeBusy', 'reject'],
  ['Token', 'reject'],
] as const)('Google that answers %s with %s tells no free times', async (action, mode) => {
  const { provider, fault } = await openGoogle();
  fault(action, mode, 10);
  expect(await provider.busy(ASKED)).toBe('unreadable');
});

test('who said no in Google is free then', async () => {
  const { provider, google } = await openGoogle();
  await provider.change(entry());
  const bill = { ...ASKED, people: ['bill@acme.example'] };
  const taken = [{ start: 1_800_100_000_000, end: 1_800_100_900_000 }];
  expect(await provider.busy(bill)).toEqual({ 'bill@acme.example': taken });
  google.edit('a662p6uaiivm9e1jljku0p8hoi', (event) => ({
    ...event,
    attendees: event.attendees.map((one) => ({ ...one, responseStatus: 'declined' as const })),
  }));
  expect(await provider.busy(bill)).toEqual({ 'bill@acme.example': [] });
});
