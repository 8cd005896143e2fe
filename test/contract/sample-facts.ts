import { type Fact, factSchema } from '../../functions/domain/facts.ts';
import { instant } from '../../functions/domain/instant.ts';

export const RECORDED_AT = instant(Date.UTC(2027, 0, 8, 9));

const shifts = [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }];

/** The first fact of a conversation, with these words. */
export function recorded(words?: Record<string, string>): Fact {
  return factSchema.parse({
    v: 1,
    no: 1,
    at: RECORDED_AT,
    by: 'p1',
    ...(words && { words }),
    type: 'recorded',
    zone: 'Europe/Amsterdam',
    locale: 'en',
    policy: {},
    holidays: { NL: ['2027-03-28', '2027-04-27'] },
    zoneData: '2026c',
    leavesAt: RECORDED_AT + 60_000,
    includeWhatHappened: false,
    people: [
      {
        id: 'p1',
        person: 'h1',
        role: 'manager',
        zone: 'Europe/Amsterdam',
        locale: 'en',
        shifts,
        region: 'NL',
        mail: true,
      },
      {
        id: 'p2',
        person: 'h2',
        role: 'participant',
        zone: 'Asia/Tokyo',
        locale: 'ja',
        shifts,
        region: 'JP',
        mail: true,
      },
    ],
    commitments: [
      {
        id: 'c1',
        owner: 'p2',
        habit: false,
        start: { wall: '2027-01-11T06:00', zone: 'Asia/Tokyo' },
        due: { wall: '2027-10-31T02:30', zone: 'Europe/Amsterdam', reading: 'later', dateOnly: false },
      },
      {
        id: 'c2',
        owner: 'p1',
        partner: 'p2',
        habit: true,
        start: { wall: '2027-01-11T09:00', zone: 'Asia/Tokyo' },
      },
    ],
    checkIns: [{ id: 'k1', at: { wall: '2027-01-18T09:30', zone: 'Europe/Amsterdam' }, minutes: 15 }],
  });
}

/** A later fact: somebody reports, with or without words. */
export function reported(no: number, words?: Record<string, string>): Fact {
  return factSchema.parse({
    v: 1,
    no,
    at: RECORDED_AT + no * 60_000,
    by: 'p2',
    ...(words && { words }),
    type: 'reported',
    commitment: 'c1',
    kept: false,
    reason: 'in-the-way',
  });
}
