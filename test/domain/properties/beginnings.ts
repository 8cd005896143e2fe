import fc from 'fast-check';
import type { Fact } from '../../../functions/domain/facts.ts';
import type { Shift } from '../../../functions/domain/hours.ts';
import { DAY, type Instant, instant, MINUTE } from '../../../functions/domain/instant.ts';
import { record } from '../../../functions/domain/record.ts';
import { isRefusal } from '../../../functions/domain/refusal.ts';
import { stamp } from '../../../functions/domain/stamp.ts';
import { type Tenant, tenantSchema } from '../../../functions/domain/tenant.ts';

const ZONES = [
  'Europe/Amsterdam',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'Pacific/Chatham',
];
const WEEK = [1, 2, 3, 4, 5];
const HOURS: readonly (readonly Shift[])[] = [
  [{ days: WEEK, from: '09:00', to: '17:00' }],
  [{ days: [1, 2, 3, 4], from: '22:00', to: '06:00' }],
  [{ days: [6, 7], from: '10:00', to: '18:00' }],
  [
    { days: WEEK, from: '08:00', to: '12:00' },
    { days: WEEK, from: '13:00', to: '17:00' },
  ],
  [{ days: [2], from: '00:00', to: '00:00' }],
];

const person = fc.record({
  timezone: fc.constantFrom(...ZONES),
  workingHours: fc.constantFrom(...HOURS),
  mail: fc.boolean().map((none) => !none || undefined),
});
const commitment = fc.record({
  owner: fc.nat(3),
  partner: fc.boolean(),
  starts: fc.option(fc.integer({ min: -3, max: 9 }), { nil: undefined }),
  lasts: fc.integer({ min: 1, max: 25 }),
  hour: fc.option(fc.nat(23), { nil: undefined }),
  habit: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
  consequence: fc.constantFrom('', 'We talk about it.'),
});
const policy = fc.record({
  silence: fc.constantFrom('missed' as const, 'ask-manager' as const),
  silenceWorkingDays: fc.integer({ min: 1, max: 3 }),
  headsUpWorkingDays: fc.integer({ min: 1, max: 2 }),
  reminderWorkingDays: fc.integer({ min: 1, max: 3 }),
});
const talk = fc.record({
  policy,
  // From January over the changes of the clocks in March and April, on both halves of the globe.
  minute: fc.integer({ min: Date.UTC(2027, 0, 4) / MINUTE, max: Date.UTC(2027, 3, 10) / MINUTE }),
  manager: person,
  participants: fc.array(person, { minLength: 1, maxLength: 3 }),
  commitments: fc.array(commitment, { minLength: 1, maxLength: 5 }),
  checkIn: fc.integer({ min: 1, max: 20 }),
  later: fc.option(fc.integer({ min: 21, max: 40 }), { nil: undefined }),
  undoSeconds: fc.constantFrom(0, 60, 600),
  mailboxes: fc.constantFrom<Mailboxes>('take', 'take', 'take', 'are silent', 'fail', 'stop'),
});
type Talk = typeof talk extends fc.Arbitrary<infer T> ? T : never;

const base = tenantSchema.parse({
  slug: 'acme',
  name: 'Acme',
  recipientDomains: ['acme.example'],
  managers: ['acme.example'],
  sender: 'nevertwice@acme.example',
  replyDomain: 'reply.acme.example',
  timezone: 'Europe/Amsterdam',
  country: 'NL',
  branding: { colour: '#0b5d4e' },
  holidays: { NL: ['2027-01-06', '2027-01-18', '2027-03-29', '2027-04-02', '2027-04-05'] },
});

/** A date so many days after a moment, in UTC. */
export function dateAfter(moment: number, days: number): string {
  return new Date(moment + days * DAY).toISOString().slice(0, 10);
}

function two(hour: number): string {
  return `${hour}`.padStart(2, '0');
}

function address(n: number): string {
  return `p${n}@acme.example`;
}

function requestOf({ manager, participants, ...typed }: Talk, now: Instant) {
  const people = [manager, ...participants].map(({ mail, ...rest }, n) => ({
    name: `Person ${n}`,
    ...(mail || n === 0 ? { email: address(n) } : {}),
    ...rest,
  }));
  const nameOf = (n: number) => people[n]?.email ?? people[n]?.name;
  return {
    title: 'Discounts',
    timezone: manager.timezone,
    manager: people[0],
    participants: people.slice(1),
    whatHappened: 'It happened.',
    neverAgain: 'We call first.',
    undoSeconds: typed.undoSeconds,
    commitments: typed.commitments.map((one) => {
      const starts = one.starts ?? 0;
      // Two days clear of now and of the start, so that it is neither past nor before the start in any zone.
      const due = dateAfter(now, Math.max(starts, 0) + 2 + one.lasts);
      const dueBy = one.hour === undefined ? due : `${due}T${two(one.hour)}:30`;
      return {
        owner: nameOf(one.owner % people.length),
        action: 'Call first.',
        consequence: one.consequence,
        ...(one.partner ? { partner: 'partner@acme.example' } : {}),
        ...(one.starts === undefined ? {} : { startBy: dateAfter(now, starts) }),
        ...(one.habit ? { habit: true } : { dueBy, dueReading: 'later' as const }),
      };
    }),
    checkIn: { at: `${dateAfter(now, typed.checkIn + 1)}T10:00` },
    laterCheckIns: typed.later === undefined ? [] : [{ at: `${dateAfter(now, typed.later + 1)}T15:00` }],
  };
}

/** What becomes of due checks: taken, or never said to be; or taken, and then the address fails or the reader stops them. */
export type Mailboxes = 'take' | 'are silent' | 'fail' | 'stop';
export type Beginning = { tenant: Tenant; first: Fact; mailboxes: Mailboxes };

/** Conversations as they are recorded: one to four people in different zones, hours and policies. */
export const beginning: fc.Arbitrary<Beginning> = talk.map((typed) => {
  const now = instant(typed.minute * MINUTE);
  const tenant = { ...base, policy: { ...base.policy, ...typed.policy } };
  const context = { tenant, actor: address(0), now, zoneData: 'test' };
  const answer = record(requestOf(typed, now), context);
  if (isRefusal(answer)) throw new Error(JSON.stringify(answer.errors));
  const [first] = stamp([answer.recorded], 0, now);
  if (!first) throw new Error('a record is one fact');
  return { tenant, first, mailboxes: typed.mailboxes };
});
