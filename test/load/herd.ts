import { HOUR, instant, MINUTE, plus } from '../../functions/domain/instant.ts';
import { type Announced, brokenBy, judge, type Verdict } from './judge.ts';
import { type Lateness, latenessOf } from './lateness.ts';
import { type Body, drawBody } from './people.ts';
import { makeWorld, type Spoil, type World } from './world.ts';

const MONDAY = '2027-01-18T09:00';
// Over a fortnight, so that no day has more than a tenant may record.
const RECORDING = { from: Date.UTC(2027, 0, 5, 7), until: Date.UTC(2027, 0, 18, 4) };
const FRIDAY_NOON = Date.UTC(2027, 0, 15, 11);
const ZONES = [...Array<string>(8).fill('Europe/Amsterdam'), 'Europe/London', 'America/New_York'];
const RECAPS = { dueBy: '2027-01-21', checkIn: '2027-01-25T10:30' };
// A seventh was recorded on Friday at noon: on Monday they are reminders, and what is to be done that very day until ten.
const ON_FRIDAY = 7;

/**
 * `deliveries`: how many fall due at Monday 09:00, at least. `until`: the wall time of that day at which some of them have
 * become pointless.
 */
export type HerdOptions = {
  deliveries: number;
  until: string;
  rate: number;
  throttled: number;
  seed: number;
  spoil?: Spoil | undefined;
};

export type Herd = {
  verdict: Verdict;
  conversations: number;
  deliveries: number;
  mails: number;
  lateness: Lateness;
  peakQueue: number;
};

function drawHerd({ random }: World, number: number, of: number, untilOnFriday: string | undefined): Body {
  const zone = ZONES[random.below(ZONES.length)] ?? 'Europe/Amsterdam';
  if (untilOnFriday === undefined) return drawBody(random, number, of, zone, { ...RECAPS, sendAt: MONDAY });
  const body = drawBody(random, number, of, zone, RECAPS);
  const own = {
    owner: body.manager.email,
    action: 'Call the two.',
    startBy: '2027-01-18',
    dueBy: `2027-01-18T${untilOnFriday}`,
  };
  return { ...body, commitments: [...body.commitments, own] };
}

/** Records conversations until so many deliveries are announced for Monday morning; nothing else happens meanwhile. */
function recordHerd(world: World, { deliveries: wanted, until: untilOnFriday }: HerdOptions) {
  const { clock, failures } = world;
  const announced = new Map<string, readonly Announced[]>();
  // Four and a half a conversation, as it turns out.
  const guess = Math.ceil(wanted / 4.5) + 10;
  let count = 0;
  const record = async (number: number, isOnFriday: boolean) => {
    if (count >= wanted) return;
    const view = await world.submit(
      drawHerd(world, number, guess, isOnFriday ? untilOnFriday : undefined),
      `herd-${number}`,
    );
    if (!view) return;
    const due = view.deliveries
      .filter(({ delivery, state }) => delivery.atLocal === MONDAY && state === 'ahead')
      .map(({ delivery: { key, at, notAfter } }) => ({ key, at, notAfter }));
    count += due.length;
    announced.set(view.conversation.id, due);
  };
  for (let number = 0; number < guess; number++) {
    const isOnFriday = number % ON_FRIDAY === 0;
    const { from, until } = RECORDING;
    const at = isOnFriday ? FRIDAY_NOON + (number / guess) * HOUR : from + (number / guess) * (until - from);
    clock.at(instant(at), () => {
      record(number, isOnFriday).catch((problem: unknown) => failures.push(problem));
    });
  }
  return announced;
}

/** The herd of a Monday morning: everything due at nine at once, through one SES. */
export async function herd(options: HerdOptions): Promise<Herd> {
  const world = makeWorld({ ...options, start: instant(RECORDING.from - MINUTE) });
  const { clock, ledger, ses, queue } = world;
  const announced = recordHerd(world, options);
  const nine = instant(Date.UTC(2027, 0, 18, 8));
  await clock.run(nine);
  const before = ses.accepted.length;
  // Nine in New York is six hours later; a tenth of the rate stays for what falls due meanwhile.
  await clock.run(plus(nine, Math.max(7.5 * HOUR, (options.deliveries / options.rate / 0.9) * 1000 + HOUR)));
  const keys = new Set([...announced.values()].flatMap((of) => of.map(({ key }) => key)));
  const mails = ledger.mails.filter(
    (mail, index) => index >= before && mail.keys.some((key) => keys.has(key)),
  );
  return {
    verdict: await judge(world, announced),
    conversations: announced.size,
    deliveries: [...announced.values()].reduce((sum, { length }) => sum + length, 0),
    mails: mails.length,
    lateness: latenessOf(mails),
    peakQueue: queue.peak(),
  };
}

/** What the herd did not keep of its promises. */
export function brokenByHerd({ verdict, deliveries }: Herd, options: HerdOptions): string[] {
  const few = deliveries < options.deliveries ? [`only ${deliveries} deliveries fell due`] : [];
  return [...few, ...brokenBy(verdict, options.rate)];
}
