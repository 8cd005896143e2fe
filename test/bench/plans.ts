import type { Conversation } from '../../functions/domain/conversation.ts';
import { replay } from '../../functions/domain/evolve.ts';
import { DAY, HOUR, instant, plus } from '../../functions/domain/instant.ts';
import { plan } from '../../functions/domain/plan.ts';
import { record } from '../../functions/domain/record.ts';
import { isRefusal } from '../../functions/domain/refusal.ts';
import { stamp } from '../../functions/domain/stamp.ts';
import { tenantSchema } from '../../functions/domain/tenant.ts';
import { costOf } from './reference.ts';
import type { Row } from './row.ts';

const SAMPLES = 500;
const PLANS = 100;
/** Ten plans a unit, as 10,000 a second of a quiet core are. */
const UNITS_LIMIT = 10;
const FIRST_DAY = Date.UTC(2027, 0, 4, 9);
const ZONES = ['Europe/Amsterdam', 'America/New_York', 'Australia/Sydney', 'Asia/Kolkata'] as const;

const tenant = tenantSchema.parse({
  slug: 'bench',
  name: 'Bench',
  recipientDomains: ['bench.example'],
  managers: ['bench.example'],
  sender: 'nevertwice@bench.example',
  replyDomain: 'reply.bench.example',
  timezone: 'Europe/Amsterdam',
  country: 'NL',
  branding: { colour: '#0b5d4e' },
  holidays: { NL: ['2027-01-01', '2027-03-28', '2027-03-29', '2027-04-27', '2027-12-25'] },
});

function dateAfter(moment: number, days: number): string {
  return new Date(moment + days * DAY).toISOString().slice(0, 10);
}

/** A manager and two participants in up to three zones with five commitments; each number gives another one. */
function sample(number: number): Conversation {
  const now = instant(FIRST_DAY + number * 11 * HOUR);
  const zone = (shift: number) => ZONES[(number + shift) % ZONES.length] ?? 'UTC';
  const people = ['dana', 'bill', 'mei'].map((name, index) => ({
    name,
    email: `${name}@bench.example`,
    timezone: zone(index),
  }));
  const [manager, ...participants] = people;
  const answer = record(
    {
      title: `Conversation ${number}`,
      timezone: zone(0),
      manager,
      participants,
      whatHappened: 'It happened again.',
      neverAgain: 'We look before we leap.',
      commitments: [0, 1, 2, 3, 4].map((index) => ({
        owner: people[index % people.length]?.email,
        action: `Action ${index}`,
        startBy: dateAfter(now, 1 + index),
        dueBy: dateAfter(now, 3 + 2 * index + (number % 5)),
        consequence: 'We talk about it.',
      })),
      checkIn: { at: `${dateAfter(now, 14)}T10:30` },
    },
    { tenant, actor: 'dana@bench.example', now, zoneData: 'bench' },
  );
  if (isRefusal(answer)) throw new RangeError(JSON.stringify(answer.errors));
  const agreed = (['p2', 'p3'] as const).map((by, index) => ({
    type: 'agreed' as const,
    by,
    commitments: index === 0 ? (['c2', 'c5'] as const).slice() : ['c3' as const],
    fair: [],
  }));
  return replay(`bench-${number}`, [
    ...stamp([answer.recorded], 0, now),
    ...stamp(agreed, 1, plus(now, HOUR)),
  ]);
}

function planEach(conversations: readonly Conversation[]): number {
  let deliveries = 0;
  for (const conversation of conversations) deliveries += plan(conversation).length;
  return deliveries;
}

/**
 * What the domain needs to plan a hundred such conversations, in units: known ones (the gate), and ones that it has never seen.
 */
export async function measurePlanning(): Promise<Row[]> {
  const samples = (from: number) => Array.from({ length: SAMPLES }, (_, number) => sample(from + number));
  const known = samples(0);
  // Short runs, so that what disturbs a plan disturbs the reference next to it as well.
  const again = await costOf(() => planEach(known), { times: SAMPLES / PLANS, runs: 41, warm: 10 });
  const unseen = Array.from({ length: 10 }, (_, run) => samples((run + 1) * SAMPLES)).values();
  const first = await costOf(() => planEach(unseen.next().value ?? []), {
    times: SAMPLES / PLANS,
    runs: 9,
    warm: 1,
  });
  return [
    {
      what: 'plans of five commitments, a hundred',
      value: again.units,
      unit: 'units',
      limit: UNITS_LIMIT,
      spread: again.spread,
    },
    {
      what: '  each conversation seen for the first time',
      value: first.units,
      unit: 'units',
      spread: first.spread,
    },
  ];
}
