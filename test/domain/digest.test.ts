import { describe, expect, test } from 'vitest';
import { digestAt, nextWeek } from '../../functions/domain/digest.ts';
import { type Instant, instant, plus } from '../../functions/domain/instant.ts';
import type { WorkCalendar } from '../../functions/domain/working-time.ts';

const at = (text: string): Instant => instant(Date.parse(text));
const calendar = (more: Partial<WorkCalendar> = {}): WorkCalendar => ({
  zone: 'Europe/Amsterdam',
  shifts: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }],
  holidays: new Set(),
  ...more,
});

describe('the beginning of a manager’s week', () => {
  test('is the opening of its first working day, by the clocks of that day', () => {
    expect(digestAt(calendar(), '2027-01-11')).toBe(at('2027-01-11T08:00:00Z'));
    expect(digestAt(calendar({ holidays: new Set(['2027-03-29']) }), '2027-03-29')).toBe(
      at('2027-03-30T07:00:00Z'),
    );
    const weekend = [{ days: [6, 7], from: '22:00', to: '06:00' }];
    expect(digestAt(calendar({ shifts: weekend, zone: 'Asia/Kolkata' }), '2027-01-11')).toBe(
      at('2027-01-16T16:30:00Z'),
    );
  });

  test('is none in a week without a working day', () => {
    const days = ['11', '12', '13', '14', '15'].map((day) => `2027-01-${day}`);
    expect(digestAt(calendar({ holidays: new Set(days) }), '2027-01-11')).toBeUndefined();
  });

  test('lies after the moment at which it is asked for, this week or the next', () => {
    const monday = at('2027-01-11T08:00:00Z');
    expect(nextWeek(calendar(), at('2027-01-08T09:00:00Z'))).toBe('2027-01-11');
    expect(nextWeek(calendar(), plus(monday, -1))).toBe('2027-01-11');
    expect(nextWeek(calendar(), monday)).toBe('2027-01-18');
    expect(nextWeek(calendar({ zone: 'Pacific/Auckland' }), at('2027-01-10T19:00:00Z'))).toBe('2027-01-11');
    expect(nextWeek(calendar({ zone: 'Pacific/Auckland' }), at('2027-01-10T20:00:00Z'))).toBe('2027-01-18');
  });
});
