import { DAY, HOUR, MINUTE } from '../../functions/domain/instant.ts';
import type { Fault } from '../../infra/local/aws/local-servers.ts';
import { oneOf } from '../simulate/people/cast.ts';
import type { Random } from '../simulation/random.ts';
import { drawFault, hang, placesOf } from './faults.ts';

/**
 * When a round's process is killed. `during`: after a part of the time that a round usually takes; `hanging`: once the calls of
 * that fault hang; `mails`: once so many more mails lie on disk; `never`: it is looked at where it stands and goes on.
 */
export type Kill =
  | { when: 'before' | 'after' | 'never' }
  | { when: 'during'; part: number }
  | { when: 'hanging'; fault: Fault }
  | { when: 'mails'; more: number };

export type Round = {
  /** How far the clock goes before anything breaks, and how far from there on, ms. */
  lead: number;
  span: number;
  faults: readonly Fault[];
  kill: Kill;
  /** Kills while it starts again, each after a part of the time that a start usually takes. */
  startKills: readonly number[];
};

const SEND = { service: 'ses', action: 'SendRawEmail' } as const;
const CLAIM = { service: 'dynamodb', action: 'UpdateItem' } as const;
const READ = { service: 'dynamodb', action: 'Query' } as const;
const ARM = { service: 'scheduler', action: 'CreateSchedule' } as const;
const HANGING = [SEND, CLAIM, READ, ARM];

/**
 * Moments to be sure of, in the story of the warehouse that begins on a Friday at 10:00: in the sends of its first mails, at the
 * claim of Monday's 09:00, after the sends of Wednesday's, in those of Thursday's.
 */
export const CHOSEN: readonly Round[] = [
  { lead: 0, place: SEND },
  { lead: 70.5, place: CLAIM },
  { lead: 47.5, place: ARM },
  { lead: 23.5, place: SEND },
].map(({ lead, place }, n) => ({
  lead: lead * HOUR,
  span: HOUR,
  faults: [],
  kill: { when: 'hanging', fault: hang(place) },
  startKills: n === 1 ? [0.6] : [],
}));

const SPANS = [20 * MINUTE, 3 * HOUR, 9 * HOUR, 20 * HOUR, DAY];

function drawKill(random: Random): Kill {
  const choice = random.next();
  if (choice < 0.04) return { when: 'before' };
  // Most happens at the beginning, so most kills come then.
  if (choice < 0.34) return { when: 'during', part: random.next() ** 2 };
  if (choice < 0.54) return { when: 'mails', more: 1 + random.below(4) };
  if (choice < 0.72)
    return { when: 'hanging', fault: hang(oneOf(random, HANGING), oneOf(random, [1, 1, 2, 3])) };
  return { when: choice < 0.82 ? 'after' : 'never' };
}

/** Whether a kill waits for something to happen: then there has to be time for it. */
function waits({ when }: Kill): boolean {
  return when === 'mails' || when === 'hanging';
}

/** A round by chance. */
export function drawRound(random: Random, calendar: Parameters<typeof placesOf>[0]): Round {
  const places = placesOf(calendar);
  const faults = Array.from({ length: oneOf(random, [0, 1, 1, 2, 3]) }, () => drawFault(random, places));
  const kill = drawKill(random);
  const lead = random.chance(0.5) ? 0 : random.below(oneOf(random, SPANS));
  const span = MINUTE + random.below(oneOf(random, SPANS));
  return {
    lead,
    span: waits(kill) ? span + DAY : span,
    faults,
    kill,
    startKills: random.chance(0.15) ? [random.next(), ...(random.chance(0.3) ? [random.next()] : [])] : [],
  };
}
