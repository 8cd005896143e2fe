import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../../../functions/domain/instant.ts';
import type { Random } from '../../simulation/random.ts';

export type Somebody = { name: string; email: string; timezone: string };

const DOMAIN = 'acme.example';
const ZONES = [
  'Europe/Amsterdam',
  'Europe/London',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Sydney',
  'Africa/Cairo',
];
const NAMES = ['Bill', 'Mei', 'Dirk', 'Ana', 'Omar', 'Kofi', 'Lena', 'Ravi', 'Noa', 'Ines', 'Tom', 'Yuki'];

export function oneOf<T>(random: Random, choices: readonly T[]): T {
  const choice = choices[random.below(choices.length)];
  if (choice === undefined) throw new RangeError('nothing to choose from');
  return choice;
}

/** The people of a tenant, many of them in several conversations at once: what one does in one is known in all. */
export function makeTown(
  random: Random,
  size: number,
  domain = DOMAIN,
): { managers: Somebody[]; others: Somebody[] } {
  const somebody =
    (kind: string) =>
    (_: unknown, index: number): Somebody => {
      const name = `${NAMES[index % NAMES.length]}${Math.floor(index / NAMES.length) || ''}`;
      return { name, email: `${name.toLowerCase()}.${kind}@${domain}`, timezone: oneOf(random, ZONES) };
    };
  return {
    managers: Array.from({ length: Math.ceil(size / 4) }, somebody('lead')),
    others: Array.from({ length: size }, somebody('team')),
  };
}

/** A date and time on a wall so many days after a moment. */
export function wallAfter(zone: string, moment: Instant, days: number, time: string): string {
  const day = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone).toPlainDate();
  return `${day.add({ days })}T${time}`;
}

/** The first day of the week from one so many days ahead on, as a wall time. */
export function workdayAfter(zone: string, moment: Instant, days: number, time: string): string {
  for (let more = 0; more < 3; more++) {
    const wall = wallAfter(zone, moment, days + more, time);
    const weekday = new Date(`${wall}Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6) return wall;
  }
  return wallAfter(zone, moment, days, time);
}

type Body = Record<string, unknown> & { manager: Somebody };

/** What a manager types into the form right after a talk. */
export function drawBody(random: Random, town: ReturnType<typeof makeTown>, now: Instant): Body {
  const manager = oneOf(random, town.managers);
  const zone = manager.timezone;
  const all = random.shuffled(town.others).slice(0, 1 + random.below(3));
  const [first, ...more] = all;
  const participants = [first, ...more.map((one) => (random.chance(0.06) ? { name: one.name } : one))];
  const owners = [
    manager.email,
    ...participants.map((one) => (one && 'email' in one ? one.email : (one?.name ?? ''))),
  ];
  const commitment = (_: unknown, index: number) => {
    const starts = random.below(3);
    const due = starts + random.below(8) + (random.chance(0.1) ? 0 : 1);
    const isHabit = random.chance(0.12);
    const dueBy = random.chance(0.4)
      ? wallAfter(zone, now, due, '00:00').slice(0, 10)
      : wallAfter(zone, now, due, oneOf(random, ['17:00', '12:00', '09:30', '18:15']));
    return {
      owner: index === 0 ? owners[1] : oneOf(random, owners),
      action: `Do thing ${index + 1}.`,
      ...(isHabit ? { habit: true } : { dueBy }),
      ...(random.chance(0.6) ? { startBy: wallAfter(zone, now, starts, '00:00').slice(0, 10) } : {}),
      ...(random.chance(0.7)
        ? { consequence: 'We look at it together.', celebration: 'A line in the Friday mail.' }
        : {}),
      ...(random.chance(0.1) ? { partner: oneOf(random, town.others).email } : {}),
    };
  };
  return {
    title: 'Discounts over fifteen percent',
    timezone: zone,
    manager,
    participants,
    whatHappened: 'It happened again, and nobody had asked.',
    neverAgain: 'We call before we promise.',
    commitments: Array.from({ length: 1 + random.below(4) }, commitment),
    checkIn: { at: workdayAfter(zone, now, 6 + random.below(5), '10:30'), minutes: 15 },
    ...(random.chance(0.2)
      ? { laterCheckIns: [{ at: workdayAfter(zone, now, 12, '15:00'), minutes: 15 }] }
      : {}),
    undoSeconds: random.chance(0.5) ? 60 : 0,
  };
}
