import { expect, test } from 'vitest';
import type { EntryPut } from '../../functions/app/calendar-provider.ts';
import { DAY, HOUR, instant, plus } from '../../functions/domain/instant.ts';
import { momentOf } from '../../infra/local/microsoft/graph-event-schema.ts';
import { openMicrosoft } from './microsoft-under-test.ts';

const NOW = instant(Date.parse('2027-01-08T09:00:00Z'));
const MONDAY = instant(Date.parse('2027-01-18T09:30:00Z'));
const BILL = { name: 'Bill', email: 'bill@acme.example' };
const MEI = { name: 'Mei', email: 'mei@acme.example' };

const entry = (changes: Partial<EntryPut> = {}): EntryPut => ({
  action: 'put',
  calendar: 'dana@acme.example',
  id: 'a662p6uaiivm9e1jljku0p8hoi',
  conversation: 'c77j3vkl7zrcnmg37tweyaqtpj',
  subject: 'k1',
  marks: { p2: 'invitation_k1_p2_1' },
  decidedAt: NOW,
  start: MONDAY,
  end: plus(MONDAY, HOUR / 4),
  zone: 'Europe/Amsterdam',
  summary: 'We talk',
  description: 'Bill said <script> & left',
  busy: true,
  meets: true,
  guests: [BILL, MEI],
  ...changes,
});
const PUT = { outcome: 'put' };

test('Outlook gets a Teams room, words as they were typed, the wall time, and nobody’s answer', async () => {
  const { provider, microsoft } = await openMicrosoft();
  await provider.change(entry());
  expect(microsoft.events()).toMatchObject([
    {
      organizer: 'dana@acme.example',
      joinUrl: expect.stringContaining('https://teams.microsoft.com/'),
      body: { contentType: 'text', content: expect.stringContaining('Bill said <script> & left') },
      start: { dateTime: '2027-01-18T10:30:00', timeZone: 'Europe/Amsterdam' },
      sensitivity: 'private',
      responseRequested: true,
      transactionId: entry().id,
      attendees: [
        { emailAddress: { name: 'Bill', address: BILL.email }, status: { response: 'none' } },
        { emailAddress: { address: MEI.email } },
      ],
    },
  ]);
});

test('a move keeps the Teams room, and each is told of it once', async () => {
  const { provider, microsoft } = await openMicrosoft();
  await provider.change(entry());
  const [made] = microsoft.events();
  await provider.change(entry({ start: plus(MONDAY, -HOUR), decidedAt: plus(NOW, HOUR) }));
  expect(microsoft.events()).toMatchObject([{ joinUrl: made?.joinUrl, version: 2 }]);
  expect(microsoft.notices().map(({ to, what }) => `${to} ${what}`)).toEqual([
    'bill@acme.example invited',
    'mei@acme.example invited',
    'bill@acme.example updated',
    'mei@acme.example updated',
  ]);
});

test('whoever joins is invited without the others hearing of it, and what we note is heard by nobody', async () => {
  const { provider, microsoft } = await openMicrosoft();
  await provider.change(entry({ guests: [BILL] }));
  await provider.change(entry({ decidedAt: plus(NOW, HOUR), marks: { p3: 'invitation_k1_p3_1' } }));
  await provider.change(entry({ decidedAt: plus(NOW, 2 * HOUR), marks: { p3: 'invitation_k1_p3_2' } }));
  expect(microsoft.notices().map(({ to, what }) => `${to} ${what}`)).toEqual([
    'bill@acme.example invited',
    'mei@acme.example invited',
  ]);
  const marks = { p2: 'invitation_k1_p2_1', p3: 'invitation_k1_p3_2' };
  expect(await provider.read(entry())).toEqual({ cancelled: false, marks, answers: {} });
});

test('two who put the same entry at once make one event', async () => {
  const { provider, microsoft } = await openMicrosoft();
  const both = [entry({ guests: [BILL] }), entry({ decidedAt: plus(NOW, HOUR) })];
  expect(await Promise.all(both.map((one) => provider.change(one)))).toEqual([PUT, PUT]);
  expect(microsoft.events()).toHaveLength(1);
  expect(microsoft.events()[0]?.attendees).toHaveLength(2);
});

test('what was taken out comes back as an event of its own, the same words or others', async () => {
  const { provider, microsoft } = await openMicrosoft();
  for (const [days, summary] of ['We talk', 'We talk', 'We talk again'].entries()) {
    const decidedAt = plus(NOW, days * DAY);
    expect(await provider.change(entry({ decidedAt, summary }))).toEqual(PUT);
    const out = { ...entry({ decidedAt: plus(decidedAt, HOUR) }), action: 'cancel' } as const;
    expect(await provider.change(out)).toEqual(PUT);
  }
  expect(await provider.change(entry({ decidedAt: plus(NOW, 3 * DAY) }))).toEqual(PUT);
  expect(microsoft.events().map(({ isDeleted }) => isDeleted)).toEqual([true, true, true, false]);
});

test('an entry of the manager’s alone is deleted, with nobody to tell', async () => {
  const { provider, microsoft, calls } = await openMicrosoft();
  await provider.change(entry({ guests: [] }));
  await provider.change({ ...entry({ decidedAt: plus(NOW, HOUR) }), action: 'cancel' });
  expect(calls()).toContain('DeleteEvent');
  expect(microsoft.events()).toMatchObject([{ isDeleted: true }]);
  expect(microsoft.notices()).toEqual([]);
});

test.each([
  ['a zone that Microsoft does not know yet', 'America/Coyhaique', '2027-01-18T09:30:00Z'],
  ['the second of two times that a clock shows alike', 'Europe/Amsterdam', '2027-10-31T01:30:00Z'],
])('%s: the moment is right all the same, also when it moves', async (_what, zone, at) => {
  const { provider, microsoft } = await openMicrosoft();
  const start = instant(Date.parse(at));
  expect(await provider.change(entry({ zone, start, end: plus(start, HOUR / 4) }))).toEqual(PUT);
  const later = { start: plus(start, HOUR / 8), end: plus(start, HOUR / 2), decidedAt: plus(NOW, HOUR) };
  expect(microsoft.events().map((event) => momentOf(event.start))).toEqual([start]);
  expect(await provider.change(entry({ zone, ...later }))).toEqual(PUT);
  expect(microsoft.events().map((event) => momentOf(event.start))).toEqual([later.start]);
});

test.each([
  ['nobody@elsewhere.example', 'who has no mailbox', 'rejected'],
  ['eve@acme.example', 'whose calendar we are not let into', 'grant-gone'],
])('a manager %s, %s, is refused: %s', async (calendar, _what, reason) => {
  const { provider } = await openMicrosoft();
  expect(await provider.change(entry({ calendar }))).toEqual({ outcome: 'refused', reason });
});

test('one token is enough until it ends, and then another is taken at once', async () => {
  const { provider, clock, calls } = await openMicrosoft();
  await Promise.all([provider.read(entry()), provider.read(entry())]);
  await provider.read(entry());
  expect(calls().filter((action) => action === 'Token')).toHaveLength(1);
  clock.now += 2 * HOUR;
  expect(await provider.read(entry())).toBeUndefined();
  expect(calls().slice(-3)).toEqual(['FindEvent', 'Token', 'FindEvent']);
});

test('a mailbox is never asked for more at once than it takes, however much there is to write', async () => {
  const { provider, microsoft, atOnce } = await openMicrosoft();
  const all = Array.from({ length: 12 }, (_, at) => entry({ id: `b${at}` }));
  expect(await Promise.all(all.map((one) => provider.change(one)))).toEqual(all.map(() => PUT));
  expect(microsoft.events()).toHaveLength(12);
  expect(atOnce()).toBeGreaterThan(1);
  expect(atOnce()).toBeLessThan(5);
});

test('free times are asked for in parts, and who cannot be seen is left out', async () => {
  const { provider, microsoft, calls } = await openMicrosoft();
  await provider.change(entry());
  await provider.change(entry({ id: 'b1', start: plus(MONDAY, 70 * DAY), end: plus(MONDAY, 71 * DAY) }));
  await provider.change(entry({ id: 'b2', busy: false, guests: [] }));
  const [made] = microsoft.events();
  microsoft.edit(made?.id ?? '', (event) => ({
    ...event,
    attendees: event.attendees.map((one, at) =>
      at === 0 ? { ...one, status: { response: 'declined' as const } } : one,
    ),
  }));
  const others = Array.from({ length: 38 }, (_, at) => `p${at}@acme.example`);
  const people = ['Dana@acme.example', BILL.email, MEI.email, 'stranger@elsewhere.example', ...others];
  const busy = await provider.busy({
    calendar: 'dana@acme.example',
    people,
    from: NOW,
    until: plus(NOW, 100 * DAY),
  });
  const first = { start: MONDAY, end: plus(MONDAY, HOUR / 4) };
  const second = { start: plus(MONDAY, 70 * DAY), end: plus(MONDAY, 71 * DAY) };
  expect(busy).toMatchObject({
    'dana@acme.example': [first, second],
    'bill@acme.example': [second],
    'mei@acme.example': [first, second],
    'p37@acme.example': [],
  });
  expect(Object.keys(busy)).toHaveLength(41);
  expect(calls().filter((action) => action === 'GetSchedule')).toHaveLength(6);
});

test('free times that cannot be had are unreadable', async () => {
  const { provider, fault } = await openMicrosoft();
  fault('GetSchedule', 'throttle');
  const asked = { calendar: 'dana@acme.example', people: [BILL.email], from: NOW, until: plus(NOW, DAY) };
  expect(await provider.busy(asked)).toBe('unreadable');
});
