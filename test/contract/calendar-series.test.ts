import { expect, test } from 'vitest';
import type { EntryPut } from '../../functions/app/calendar-provider.ts';
import { instant, MINUTE, plus } from '../../functions/domain/instant.ts';
import { openGoogle } from './google-under-test.ts';
import { openMicrosoft } from './microsoft-under-test.ts';

const FIRST = instant(Date.parse('2027-03-22T08:15:00Z'));
const NOW = instant(Date.parse('2027-03-15T09:00:00Z'));

/** Mondays and Thursdays over the beginning of summer time; the skipped Monday is Easter. */
const short = (changes: Partial<EntryPut> = {}): EntryPut => ({
  action: 'put',
  calendar: 'dana@acme.example',
  id: 'a662p6uaiivm9e1jljku0p8hoi',
  conversation: 'c77j3vkl7zrcnmg37tweyaqtpj',
  subject: 'k2',
  marks: { p1: 'invitation_k2_p1_1', p2: 'invitation_k2_p2_1' },
  decidedAt: NOW,
  start: FIRST,
  end: plus(FIRST, 10 * MINUTE),
  zone: 'Europe/Amsterdam',
  summary: 'A short word: discounts',
  description: 'A few minutes about one thing',
  busy: true,
  meets: true,
  guests: [{ name: 'Bill', email: 'bill@acme.example' }],
  series: {
    zone: 'Europe/Amsterdam',
    wall: '2027-03-22T09:15',
    days: [1, 4],
    until: Date.parse('2027-04-08T07:15:00Z'),
    skip: ['2027-03-29T09:15'],
  },
  ...changes,
});
const { series } = short();
const PUT = { outcome: 'put' };
const TUESDAYS = { days: [2], wall: '2027-03-23T09:15', skip: [] };

test('Google is told when it comes again, by the clock of the zone, and which day is left out', async () => {
  const { provider, google } = await openGoogle();
  expect(await provider.change(short())).toEqual(PUT);
  expect(google.events()).toMatchObject([
    {
      start: { dateTime: '2027-03-22T08:15:00.000Z', timeZone: 'Europe/Amsterdam' },
      recurrence: [
        'RRULE:FREQ=WEEKLY;UNTIL=20270408T071500Z;BYDAY=MO,TH',
        'EXDATE;TZID=Europe/Amsterdam:20270329T091500',
      ],
    },
  ]);
  // The same again tells nobody; other days do, once.
  const told = google.notices().length;
  expect(await provider.change(short({ decidedAt: plus(NOW, MINUTE) }))).toEqual(PUT);
  expect(google.notices()).toHaveLength(told);
  const moved = short({
    decidedAt: plus(NOW, 2 * MINUTE),
    ...(series ? { series: { ...series, ...TUESDAYS } } : {}),
  });
  expect(await provider.change(moved)).toEqual(PUT);
  expect(google.events()).toMatchObject([
    { recurrence: ['RRULE:FREQ=WEEKLY;UNTIL=20270408T071500Z;BYDAY=TU'] },
  ]);
  expect(google.notices()).toHaveLength(told + 1);
});

test('Microsoft is told when it comes again, by the clock of the zone, until the last day', async () => {
  const { provider, microsoft } = await openMicrosoft();
  expect(await provider.change(short())).toEqual(PUT);
  expect(microsoft.events()).toMatchObject([
    {
      start: { dateTime: '2027-03-22T09:15:00', timeZone: 'Europe/Amsterdam' },
      recurrence: {
        pattern: {
          type: 'weekly',
          interval: 1,
          daysOfWeek: ['monday', 'thursday'],
          firstDayOfWeek: 'monday',
        },
        range: {
          type: 'endDate',
          startDate: '2027-03-22',
          endDate: '2027-04-08',
          recurrenceTimeZone: 'Europe/Amsterdam',
        },
      },
    },
  ]);
});

test('Microsoft that does not know the zone gets no series, for in UTC it would not keep its time', async () => {
  const { provider, microsoft } = await openMicrosoft();
  const zone = 'America/Coyhaique';
  const unknown = short({ zone, ...(series ? { series: { ...series, zone } } : {}) });
  expect(await provider.change(unknown)).toEqual({ outcome: 'refused', reason: 'rejected' });
  expect(microsoft.events()).toEqual([]);
});
