import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PersonId } from '../../functions/domain/ids.ts';
import { DAY, HOUR, MINUTE, plus } from '../../functions/domain/instant.ts';
import { ACME, at, BILL, DANA, DISCOUNTS, RECORDED } from './acme.ts';
import { leftKeys, loaded, ok, submitted, tokenOf, twice } from './acting.ts';
import { forgotten } from './covered.ts';
import { isInjected } from './faults.ts';
import { makeWorld, type World } from './world.ts';

const OTHER = {
  ...DISCOUNTS,
  manager: { name: 'Olga', email: 'olga@acme.example' },
  commitments: DISCOUNTS.commitments.slice(0, 1),
};
const STORM_UNTIL = at('2027-01-22T09:00:00Z');

/** What participants and the manager may do on an afternoon; some of it is refused, as it would be in life. */
const ANSWERS = [
  { type: 'agree', consequence: 'fair' },
  { type: 'agree', consequence: 'talk' },
  { type: 'ask-change', words: 'Not by then.' },
  { type: 'report', commitment: 'c1', kept: true },
  { type: 'report', commitment: 'c2', kept: false, reason: 'in-the-way' },
  { type: 'propose-date', commitment: 'c1', dueBy: '2027-01-19T17:00' },
  { type: 'undo' },
  { type: 'bring', words: 'The price list.' },
];
const COMMANDS = [
  { type: 'move-check-in', checkIn: 'k1', at: '2027-01-19T09:00' },
  { type: 'renegotiate', commitment: 'c2', dueBy: '2027-01-20T17:00' },
  { type: 'pause', person: 'p3', from: '2027-01-13', until: '2027-01-14' },
  { type: 'answer-change', commitment: 'c1', accept: true },
  { type: 'verdict', commitment: 'c2', verdict: 'kept' },
  { type: 'add-check-in', at: '2027-01-21T10:00' },
  { type: 'correct-address', person: 'p2', email: 'william@acme.example' },
  { type: 'report', commitment: 'c3', kept: true },
];

/** Somebody who sees an error page tries again. */
async function insist<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isInjected(error)) throw error;
    }
  }
}

function oneOf<T>(world: World, choices: readonly [T, ...T[]] | readonly T[]): T {
  const choice = choices[world.random.below(choices.length)];
  if (choice === undefined) throw new Error('nothing to choose from');
  return choice;
}

async function somebodyActs(world: World, id: string): Promise<void> {
  if (world.random.chance(0.3)) {
    const command = oneOf(world, COMMANDS);
    const idempotencyKey = `${world.random.next()}`;
    await insist(() => world.useCases.command({ email: DANA }, id, command, { idempotencyKey }));
    return;
  }
  const person = oneOf<PersonId>(world, ['p2', 'p3']);
  const answer = oneOf(world, ANSWERS);
  await insist(async () => world.useCases.act(await tokenOf(world, id, person), answer));
}

/** Everything that can go wrong does, in small doses; only a Send event is never lost or slower than ten minutes. */
function letItStorm(world: World): void {
  world.rings.faults.lost = 0.2;
  world.rings.faults.repeated = 0.2;
  world.ses.faults.slowEvents = 9 * MINUTE;
  world.ses.faults.repeatedEvents = 0.2;
  world.ses.faults.lostEvents = (event) => event.outcome === 'delivered' && world.random.chance(0.2);
  world.ses.reply = () =>
    oneOf(world, [...Array<'accepted'>(9).fill('accepted'), 'throttled', 'lost-reply', 'never-arrived']);
  world.ses.fate = (to) => (to === BILL && world.random.chance(0.1) ? 'bounced' : 'delivered');
  world.faults.chaos = 0.02;
}

function letItPass(world: World): void {
  Object.assign(world.rings.faults, { lost: 0, repeated: 0 });
  Object.assign(world.ses.faults, { slowEvents: 0, repeatedEvents: 0, lostEvents: () => false });
  world.ses.reply = () => 'accepted';
  world.ses.fate = () => 'delivered';
  world.faults.chaos = 0;
}

it('loses nothing and sends nothing twice, whatever breaks, repeats or comes out of order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer(), async (seed) => {
      const world = makeWorld({ seed, tenant: ACME, now: RECORDED, interleave: true });
      letItStorm(world);
      const id = await insist(() => submitted(world));
      const other = await insist(() => submitted(world, OTHER, 'key-2'));
      while (world.now() < STORM_UNTIL) {
        // What is due at this moment happens at once with what somebody does now.
        await Promise.all([somebodyActs(world, id), world.advance(world.now())]);
        await world.advance(plus(world.now(), world.random.below(30 * HOUR)));
      }
      letItPass(world);
      // Somebody's mail proves that events get through again.
      const late = {
        ...OTHER,
        commitments: [{ owner: BILL, action: 'x', dueBy: '2027-03-01' }],
        checkIn: { at: '2027-03-02T10:00', minutes: 15 },
      };
      await submitted(world, late, 'key-3');
      await world.advance(plus(world.now(), 4 * DAY));

      expect(world.failures).toEqual([]);
      for (const one of [id, other]) {
        expect(await twice(world, one)).toEqual([]);
        expect(await forgotten(world, one)).toBeUndefined();
        expect((await leftKeys(world, one)).filter((key) => key.startsWith('unclaimed'))).toEqual([]);
        const email = one === id ? DANA : 'olga@acme.example';
        const { deliveries, now } = ok(await world.useCases.read({ email }, one));
        const overdue = deliveries.filter(
          ({ state, delivery }) => state === 'ahead' && delivery.at < now - HOUR,
        );
        expect(overdue.map(({ delivery }) => delivery.key)).toEqual([]);
        const { claims, receipts } = await loaded(world, one);
        expect(receipts.length).toBe(Object.keys(claims).length);
        expect(receipts.filter(({ outcome }) => outcome === 'unknown' || outcome === 'claimed')).toEqual([]);
      }
    }),
    { numRuns: 8 },
  );
}, 120_000);
