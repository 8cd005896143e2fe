import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freeSlots, type Invited } from '../../functions/domain/free-slots.ts';
import { DEFAULT_HOURS, type Shift } from '../../functions/domain/hours.ts';
import { DAY, HOUR, instant, MINUTE, plus } from '../../functions/domain/instant.ts';
import { dayOf, wallOf } from '../../functions/domain/wall-time.ts';
import { isWorking, nextOpening } from '../../functions/domain/working-time.ts';
import { localAt } from '../../functions/domain/zone.ts';

const at = (text: string) => instant(Date.parse(text));
const FRIDAY = at('2027-01-08T09:20:00Z');
const NL = 'Europe/Amsterdam';
const person = (email: string, zone = NL, shifts: readonly Shift[] = DEFAULT_HOURS): Invited => ({
  email,
  calendar: { zone, shifts, holidays: new Set() },
});
const DANA = person('dana@acme.example');
const BILL = person('bill@acme.example');

function walls(changes: Partial<Parameters<typeof freeSlots>[0]> = {}): string[] {
  const asked = { busy: {}, people: [DANA, BILL], minutes: 15, from: FRIDAY, zone: NL };
  const { slots } = freeSlots({ ...asked, until: plus(FRIDAY, 7 * DAY), ...changes });
  return slots.map((slot) => wallOf(localAt(NL, slot)));
}

describe('when everybody is free', () => {
  it('from the next opening on, a time a day, now before noon and now after it', () => {
    expect(walls()).toEqual([
      '2027-01-11T11:00',
      '2027-01-11T15:00',
      '2027-01-12T15:00',
      '2027-01-13T11:00',
      '2027-01-14T15:00',
      '2027-01-15T09:00',
    ]);
  });

  it('outside what stands in anybody’s calendar', () => {
    const busy = {
      'dana@acme.example': [{ start: at('2027-01-11T08:00:00Z'), end: at('2027-01-11T14:20:00Z') }],
      'bill@acme.example': [{ start: at('2027-01-11T14:40:00Z'), end: at('2027-01-15T23:00:00Z') }],
    };
    // From 15:20 to 15:40 on Monday: the only quarter or half hour is 15:30, and it is too short for half an hour.
    expect(walls({ busy, minutes: 10 })).toEqual(['2027-01-11T15:30']);
    expect(walls({ busy, minutes: 30 })).toEqual([]);
  });

  it('on a quarter where no half hour is left', () => {
    const start = at('2027-01-11T08:00:00Z');
    const busy = {
      'dana@acme.example': [
        { start, end: at('2027-01-11T09:15:00Z') },
        { start: at('2027-01-11T09:30:00Z'), end: plus(start, 7 * DAY) },
      ],
    };
    expect(walls({ busy })).toEqual(['2027-01-11T10:15']);
  });

  it('inside the hours that both work, an ocean apart', () => {
    const mei = person('mei@acme.example', 'America/New_York');
    expect(walls({ people: [DANA, mei], minutes: 60 })).toEqual([
      '2027-01-11T15:00',
      '2027-01-12T16:00',
      '2027-01-13T15:00',
      '2027-01-14T16:00',
    ]);
  });

  it('never across a break', () => {
    const halves: Shift[] = [
      { days: [1], from: '09:00', to: '10:00' },
      { days: [1], from: '10:30', to: '11:00' },
    ];
    expect(walls({ people: [person('dana@acme.example', NL, halves)], minutes: 90 })).toEqual([]);
  });

  it('says whose calendar is not seen, and offers by their hours alone', () => {
    const asked = { minutes: 15, from: FRIDAY, until: plus(FRIDAY, 7 * DAY), zone: NL };
    const nobody = { ...BILL, email: undefined };
    const all = { ...asked, people: [DANA, BILL, nobody] };
    expect(freeSlots({ ...all, busy: { 'dana@acme.example': [] } }).unseen).toEqual([1, 2]);
    expect(freeSlots({ ...all, busy: undefined }).unseen).toEqual([0, 1, 2]);
    expect(freeSlots({ ...all, busy: undefined }).slots).toHaveLength(6);
    expect(freeSlots({ ...all, busy: undefined, people: [] }).slots).toEqual([]);
  });

  it('offers no hour that the clock shows twice or never', () => {
    const nights = [{ days: [6, 7], from: '23:00', to: '05:00' }];
    const october = { people: [person('a@acme.example', NL, nights)], from: at('2027-10-29T10:00:00Z') };
    const offered = walls({ ...october, until: at('2027-10-31T03:30:00Z'), minutes: 5 });
    expect(offered).not.toEqual([]);
    expect(offered.filter((wall) => wall.startsWith('2027-10-31T02'))).toEqual([]);
  });
});

const ZONES = [NL, 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'UTC'];
const clock = fc.tuple(fc.nat(23), fc.constantFrom('00', '15', '30', '50'));
const shift = fc.record({
  days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
  from: clock.map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`),
  to: clock.map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`),
});
const from = fc
  .integer({ min: Date.UTC(2027, 0, 1) / MINUTE, max: Date.UTC(2027, 11, 31) / MINUTE })
  .map((minutes) => instant(minutes * MINUTE));
const invited = fc.record({
  zone: fc.constantFrom(...ZONES),
  shifts: fc.array(shift, { minLength: 1, maxLength: 3 }),
  isSeen: fc.boolean(),
  busy: fc.array(fc.tuple(fc.nat(14 * 96), fc.integer({ min: 1, max: 60 })), { maxLength: 12 }),
});
const anything = fc.record({
  from,
  people: fc.array(invited, { minLength: 1, maxLength: 4 }),
  minutes: fc.integer({ min: 5, max: 240 }),
  days: fc.integer({ min: -1, max: 16 }),
  zone: fc.constantFrom(...ZONES),
});

type Drawn = typeof anything extends fc.Arbitrary<infer T> ? T : never;

/** The calendars that are seen, as they were drawn: quarters of an hour after the beginning. */
function busyOf({ people, from }: Drawn) {
  const moment = (quarters: number) => plus(from, quarters * 15 * MINUTE);
  const seen = people.flatMap(({ isSeen, busy }, index) => {
    const spans = busy.map(([start, length]) => ({ start: moment(start), end: moment(start + length) }));
    return isSeen ? [[`p${index}@a.example`, spans] as const] : [];
  });
  return Object.fromEntries(seen);
}

function expectApart(slots: readonly number[]): void {
  const [first, second, ...more] = slots;
  expect(more).toEqual([]);
  if (first !== undefined && second !== undefined) expect(second - first).toBeGreaterThanOrEqual(2 * HOUR);
}

it('whatever people work and have planned: few, apart, free for all, and not too soon', () => {
  fc.assert(
    fc.property(anything, (drawn) => {
      const { from, minutes, days, zone } = drawn;
      const people = drawn.people.map((one, index) => person(`p${index}@a.example`, one.zone, one.shifts));
      const busy = busyOf(drawn);
      const until = plus(from, days * DAY);
      const { slots, unseen } = freeSlots({ busy, people, minutes, from, until, zone });
      expect(unseen).toEqual(drawn.people.flatMap(({ isSeen }, index) => (isSeen ? [] : [index])));
      expect(slots.length).toBeLessThanOrEqual(6);
      expect(slots).toEqual(slots.toSorted((a, b) => a - b));
      const home = people[0]?.calendar.zone ?? zone;
      for (const day of Map.groupBy(slots, (slot) => dayOf(localAt(home, slot))).values()) expectApart(day);
      for (const slot of slots) {
        const end = plus(slot, minutes * MINUTE);
        expect(slot % (15 * MINUTE)).toBe(0);
        expect(end).toBeLessThanOrEqual(until);
        for (const { email = '', calendar } of people) {
          expect(slot).toBeGreaterThanOrEqual(nextOpening(calendar, from));
          for (let moment = slot; moment < end; moment = plus(moment, 5 * MINUTE))
            expect(isWorking(calendar, moment)).toBe(true);
          const clashes = (busy[email] ?? []).filter((taken) => taken.start < end && slot < taken.end);
          expect(clashes).toEqual([]);
        }
      }
    }),
    { numRuns: 300 },
  );
});
