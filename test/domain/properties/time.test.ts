import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { instant } from '../../../functions/domain/instant.ts';
import {
  dateOf,
  dayOf,
  dayOfDate,
  isWallTime,
  localOf,
  wallOf,
} from '../../../functions/domain/wall-time.ts';
import { localAt, momentAt } from '../../../functions/domain/zone.ts';

const ZONES = [
  'Europe/Amsterdam',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Beirut',
  'Africa/Casablanca',
  'Pacific/Chatham',
  'Asia/Kathmandu',
  'UTC',
];
const minute = fc
  .integer({ min: Date.UTC(2026, 0, 1) / 60_000, max: Date.UTC(2029, 11, 31) / 60_000 })
  .map((minutes) => minutes * 60_000);
// One minute in a few lands near a change of the clocks by chance; these always do.
const nearChange = fc
  .tuple(fc.constantFrom(...ZONES), fc.integer({ min: 2026, max: 2029 }), fc.integer({ min: -180, max: 180 }))
  .map(([zone, year, minutes]) => {
    const change = Temporal.Instant.fromEpochMilliseconds(Date.UTC(year, 0, 1))
      .toZonedDateTimeISO(zone)
      .getTimeZoneTransition('next');
    return { zone, at: (change?.epochMilliseconds ?? Date.UTC(year, 0, 1)) + minutes * 60_000 };
  });
const anyMoment = fc.oneof(fc.record({ zone: fc.constantFrom(...ZONES), at: minute }), nearChange);

test('the wall shows what Temporal says it shows, in any order of questions', () => {
  fc.assert(
    fc.property(anyMoment, ({ zone, at }) => {
      const temporal = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
      expect(wallOf(localAt(zone, instant(at)))).toBe(temporal.toPlainDateTime().toString().slice(0, 16));
    }),
    { numRuns: 1000 },
  );
});

test('a wall time is the moment that Temporal says, whichever way a change of the clocks is read', () => {
  fc.assert(
    fc.property(
      anyMoment,
      fc.constantFrom(undefined, 'earlier' as const, 'later' as const),
      ({ zone, at }, reading) => {
        const local = localAt(zone, instant(at));
        const temporal = Temporal.PlainDateTime.from(wallOf(local)).toZonedDateTime(zone, {
          disambiguation: reading ?? 'compatible',
        });
        expect(momentAt(zone, local, reading)).toBe(temporal.epochMilliseconds);
      },
    ),
    { numRuns: 1000 },
  );
});

test('walls and days are read back as they are written', () => {
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(1, 0, 1) / 60_000, max: Date.UTC(9998, 0, 1) / 60_000 }), (n) => {
      const wall = new Date(n * 60_000).toISOString().slice(0, 16);
      expect(isWallTime(wall)).toBe(true);
      expect(wallOf(localOf(wall))).toBe(wall);
      expect(dateOf(dayOf(localOf(wall)))).toBe(wall.slice(0, 10));
      expect(dateOf(dayOfDate(wall.slice(0, 10)))).toBe(wall.slice(0, 10));
    }),
  );
});

test('what is no wall time is refused', () => {
  for (const wrong of ['', '2027-01-15T25:00', '2027-13-01T10:00', 'tomorrow', '2027-01-15T17:00Z']) {
    expect(() => localOf(wrong)).toThrow(RangeError);
  }
});
