import type { Random } from '../simulation/random.ts';

const DOMAIN = 'acme.example';
// Below what one manager may record a day and how many new conversations somebody may be in (functions/app/limits.ts).
const OF_A_MANAGER = 30;
const OF_SOMEBODY = 5;

export type Body = {
  title: string;
  timezone: string;
  manager: { name: string; email: string };
  participants: readonly { name: string; email: string }[];
  whatHappened: string;
  neverAgain: string;
  commitments: readonly { owner: string; action: string; startBy?: string; dueBy: string }[];
  checkIn: { at: string; minutes: number };
  sendAt?: string;
};

type Dates = { dueBy: string; checkIn: string; sendAt?: string };

/** A manager and one or two participants, each with a commitment. `number`: its place in the run, which gives its manager. */
export function drawBody(random: Random, number: number, of: number, zone: string, dates: Dates): Body {
  const town = Math.max(4, Math.ceil(of / OF_SOMEBODY));
  const first = random.below(town);
  const others = [first, ...(random.chance(0.5) ? [(first + 1 + random.below(town - 1)) % town] : [])];
  const participants = others.map((one) => ({ name: `Bill ${one}`, email: `bill.${one}@${DOMAIN}` }));
  const lead = Math.floor(number / OF_A_MANAGER);
  return {
    title: 'Discounts over fifteen percent',
    timezone: zone,
    manager: { name: `Dana ${lead}`, email: `dana.${lead}@${DOMAIN}` },
    participants,
    whatHappened: 'It happened again, and nobody had asked.',
    neverAgain: 'We call before we promise.',
    commitments: participants.map(({ email }) => ({
      owner: email,
      action: 'Call first.',
      dueBy: dates.dueBy,
    })),
    checkIn: { at: dates.checkIn, minutes: 15 },
    ...(dates.sendAt !== undefined && { sendAt: dates.sendAt }),
  };
}
