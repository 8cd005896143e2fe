import { expect, test } from 'vitest';
import { phraseText } from '../../templates/mail/phrase-text.ts';
import type { Moment } from '../../templates/parts/moment.ts';
import { teller } from '../../templates/parts/teller.ts';
import { wordsIn } from '../../templates/words/words.ts';

const sentAt = Date.parse('2026-12-30T20:01Z');
const tell = teller(wordsIn('en').dates, sentAt);
const newYork = (utc: string, more: Partial<Moment> = {}): Moment => ({
  at: Date.parse(utc),
  zone: 'America/New_York',
  ...more,
});
const full = (moment: Moment) => phraseText(tell.full(moment));

test('a date alone is the end of its owner’s day', () => {
  expect(full(newYork('2027-03-31T21:00Z', { endOfDayOf: { name: 'Bill', you: true } }))).toBe(
    'Wednesday 31 March, 17:00, the end of your day in New York',
  );
  expect(full(newYork('2027-01-15T22:00Z', { endOfDayOf: { name: 'Dirk' } }))).toBe(
    "Friday 15 January, 17:00, the end of Dirk's day in New York",
  );
});

test('another zone stands beside it only where its clock reads differently', () => {
  const inAmsterdam = { also: 'Europe/Amsterdam', endOfDayOf: { name: 'Dirk' } };
  expect(full(newYork('2027-01-15T16:00Z', inAmsterdam))).toBe(
    "Friday 15 January, 11:00, New York (17:00 in Amsterdam, the end of Dirk's day)",
  );
  expect(full({ ...newYork('2027-01-15T16:00Z', { also: 'Europe/Amsterdam' }), zone: 'Europe/Berlin' })).toBe(
    'Friday 15 January, 17:00, Berlin',
  );
});

test('the other zone’s day is said where it is another day', () => {
  expect(full(newYork('2027-01-15T20:00Z', { also: 'Australia/Sydney' }))).toBe(
    'Friday 15 January, 15:00, New York (Saturday 16 January, 07:00 in Sydney)',
  );
});

test('clocks follow daylight saving', () => {
  expect(full(newYork('2027-03-12T13:30Z'))).toContain('Friday 12 March, 08:30');
  expect(full(newYork('2027-03-15T12:30Z'))).toContain('Monday 15 March, 08:30');
});

test('midnight is 00:00, and 24 hours are counted', () => {
  expect(full(newYork('2027-01-15T05:00Z'))).toBe('Friday 15 January, 00:00, New York');
  expect(full(newYork('2027-01-15T23:30Z'))).toBe('Friday 15 January, 18:30, New York');
});

test('places read as people say them', () => {
  const placed = (zone: string) => full({ at: Date.parse('2027-01-15T12:00Z'), zone });
  expect(placed('Etc/UTC')).toBe('Friday 15 January, 12:00, UTC');
  expect(placed('Australia/Lord_Howe')).toBe('Friday 15 January, 23:00, Lord Howe');
  expect(placed('America/Argentina/Buenos_Aires')).toBe('Friday 15 January, 09:00, Buenos Aires');
});

test('the year stands where it could be mistaken', () => {
  expect(full(newYork('2027-01-08T22:00Z', { dayOnly: true }))).toBe('Friday 8 January');
  expect(full(newYork('2027-12-08T22:00Z', { dayOnly: true }))).toBe('Wednesday 8 December 2027');
  expect(full(newYork('2026-01-08T22:00Z', { dayOnly: true }))).toBe('Thursday 8 January');
});

test('a day off says when we ask', () => {
  const dayOff = { weAskAt: Date.parse('2027-01-11T14:00Z') };
  expect(full(newYork('2027-01-09T22:00Z', { dayOff }))).toBe(
    'Saturday 9 January, 17:00, New York; a day off, so we ask on Monday 11 January, 09:00',
  );
});

test('near days are told from the reader’s calendar, not from hours', () => {
  const nearness = (utc: string) => tell.nearness(newYork(utc));
  expect(nearness('2026-12-31T04:59Z')).toBe('today');
  expect(nearness('2026-12-31T05:00Z')).toBe('tomorrow');
  expect(nearness('2027-01-05T15:00Z')).toBe('this-week');
  expect(nearness('2027-01-06T15:00Z')).toBe('other');
  expect(nearness('2026-12-29T15:00Z')).toBe('last-week');
  expect(nearness('2026-12-23T15:00Z')).toBe('other');
});
