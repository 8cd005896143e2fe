import { describe, expect, test } from 'vitest';
import type { EntryPut } from '../../functions/app/calendar-provider.ts';
import { instant } from '../../functions/domain/instant.ts';
import { makeMemoryCalendar } from '../twins/memory-calendar.ts';
import { calendarContract } from './calendar.contract.ts';
import { googleUnderTest, openGoogle } from './google-under-test.ts';
import { microsoftUnderTest, openMicrosoft } from './microsoft-under-test.ts';

calendarContract('Google, on the local server', googleUnderTest);
calendarContract('Microsoft 365, on the local server', microsoftUnderTest);
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

const entry = (): EntryPut => ({
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

const SERVICES = {
  Google: { open: openGoogle, find: 'GetEvent', make: 'InsertEvent' },
  'Microsoft 365': { open: openMicrosoft, find: 'FindEvent', make: 'CreateEvent' },
} as const;
const FAILURES = [
  ['find', 'throttle', 'busy'],
  ['make', 'throttle', 'busy'],
  ['make', 'reject', 'rejected'],
  ['find', 'error', 'unavailable'],
  ['Token', 'error', 'unavailable'],
  ['Token', 'reject', 'grant-gone'],
] as const;

describe.each(Object.entries(SERVICES))('%s', (_name, { open, ...actions }) => {
  const named = { Token: 'Token', ...actions };
  const events = (opened: Awaited<ReturnType<typeof open>>) =>
    'google' in opened ? opened.google : opened.microsoft;

  test.each(FAILURES)('that answers %s with %s has refused: %s', async (action, mode, reason) => {
    const opened = await open();
    opened.fault(named[action], mode, 10);
    expect(await opened.provider.change(entry())).toEqual({ outcome: 'refused', reason });
    expect(events(opened).events()).toEqual([]);
  });

  test('that breaks while it writes is asked again, for the same event', async () => {
    const opened = await open();
    opened.fault(named.make, 'error');
    expect(await opened.provider.change(entry())).toEqual({ outcome: 'put' });
    expect(events(opened).notices()).toHaveLength(1);
    const [token, ...calls] = opened.calls();
    expect(token).toBe('Token');
    expect(calls.slice(0, 4)).toEqual([named.find, named.make, named.find, named.make]);
  });

  test('that never says whether it wrote leaves it unknown', async () => {
    const { provider, fault } = await open();
    fault(named.make, 'error', 10);
    expect(await provider.change(entry())).toEqual({ outcome: 'unknown' });
  });

  test('that hangs up on a read is out of reach for now', async () => {
    const { provider, fault } = await open();
    fault(named.find, 'lost-reply', 10);
    expect(await provider.read(entry())).toBe('unreadable');
    expect(await provider.change(entry())).toEqual({ outcome: 'refused', reason: 'unavailable' });
  });
});

test('two who put one entry into Google at the same moment put it in once', async () => {
  const { provider, google, calls } = await openGoogle();
  const outcomes = await Promise.all([provider.change(entry()), provider.change(entry())]);
  expect(outcomes).toEqual([{ outcome: 'put' }, { outcome: 'put' }]);
  expect(calls().filter((call) => call === 'InsertEvent')).toHaveLength(2);
  expect(google.notices()).toHaveLength(1);
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
