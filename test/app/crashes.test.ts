import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, plus } from '../../functions/domain/instant.ts';
import { ACME, at, BILL, DANA, DISCOUNTS, RECORDED } from '../simulation/acme.ts';
import { act, leftKeys, loaded, manage, submitted, twice } from '../simulation/acting.ts';
import { forgotten } from '../simulation/covered.ts';
import { BREAKS, type Break, isInjected } from '../simulation/faults.ts';
import { makeWorld, type World } from '../simulation/world.ts';

const [calls, , phone] = DISCOUNTS.commitments;
const TWO = { ...DISCOUNTS, participants: DISCOUNTS.participants.slice(0, 1), commitments: [calls, phone] };
const OTHER = {
  ...TWO,
  manager: { name: 'Olga', email: 'olga@acme.example' },
  commitments: [{ owner: BILL, action: 'Something else.', dueBy: '2027-02-15' }],
  checkIn: { at: '2027-02-18T10:30', minutes: 15 },
};

type Step = {
  /** Everything before it, undisturbed. */
  before: (world: World) => Promise<void>;
  /** The one invocation that breaks; whoever asked for it asks again once, as a person or a queue would. */
  broken: (world: World) => Promise<unknown>;
  again: (world: World) => Promise<unknown>;
};

const submit = (world: World) => world.useCases.submit({ email: DANA }, TWO, 'key-1');
const idOf = async (world: World) => submitted(world, TWO);
const nothing = async () => undefined;

async function agreed(world: World): Promise<string> {
  const id = await idOf(world);
  await world.advance(plus(RECORDED, HOUR));
  await act(world, id, 'p2', { type: 'agree', consequence: 'fair' });
  return id;
}

async function atDue(world: World): Promise<void> {
  await agreed(world);
  await world.advance(at('2027-01-14T15:59:59Z'));
}

const STEPS: Record<string, Step> = {
  'a submit': { before: nothing, broken: submit, again: submit },
  'the wake that sends the recaps': {
    before: async (world) => {
      await submit(world);
    },
    broken: (world) => world.advance(RECORDED),
    again: nothing,
  },
  'an answer of a participant': {
    before: async (world) => {
      await submit(world);
      await world.advance(plus(RECORDED, HOUR));
    },
    broken: async (world) => act(world, await idOf(world), 'p2', { type: 'agree', consequence: 'fair' }),
    again: async (world) => act(world, await idOf(world), 'p2', { type: 'agree', consequence: 'fair' }),
  },
  'the wake of the due check': {
    before: atDue,
    broken: (world) => world.advance(at('2027-01-14T16:00:00Z')),
    again: nothing,
  },
  'the news that the due check arrived': {
    before: async (world) => {
      await atDue(world);
      await world.advance(at('2027-01-14T16:00:00Z'));
    },
    broken: (world) => world.advance(at('2027-01-14T16:00:30Z')),
    again: nothing,
  },
  'a command of the manager': {
    before: async (world) => {
      await agreed(world);
    },
    broken: async (world) => manage(world, await idOf(world), MOVE),
    again: async (world) => manage(world, await idOf(world), MOVE),
  },
  'the news of a bounce': {
    before: async (world) => {
      world.ses.fate = (to) => (to === BILL ? 'bounced' : 'delivered');
      await submit(world);
      await world.advance(RECORDED);
    },
    broken: (world) => world.advance(plus(RECORDED, MINUTE)),
    again: nothing,
  },
};
const MOVE = { type: 'move-check-in', checkIn: 'k1', at: '2027-01-19T09:00' };

/** Verdicts are numbered by their facts, and which of two facts comes first may be chance. */
function unnumbered(key: string): string {
  return key.replace(/^(missed-not-reported_.*)_\d+$/, '$1');
}

async function run(step: Step, breaking?: { nth: number; how: Break }) {
  const world = makeWorld({ seed: 7, tenant: ACME, now: RECORDED });
  await step.before(world);
  world.faults.arm(breaking);
  try {
    await step.broken(world);
  } catch (error) {
    if (!isInjected(error)) throw error;
  }
  const count = world.faults.calls.length;
  world.faults.arm();
  await step.again(world);
  const id = await idOf(world);
  const risk = await forgotten(world, id);
  // Somebody else's mail proves that events get through.
  await world.advance(plus(world.now(), 20 * MINUTE));
  await submitted(world, OTHER, 'key-2');
  await world.advance(plus(world.now(), 30 * HOUR));
  return {
    count,
    keys: (await leftKeys(world, id)).map(unnumbered).sort(),
    twice: await twice(world, id),
    risk,
    world,
    id,
  };
}

describe.each(Object.entries(STEPS))('%s breaks at any call', (_, step) => {
  it.each(BREAKS)(
    '%s: nothing is lost and nothing leaves twice',
    async (how) => {
      const whole = await run(step);
      expect(whole.count).toBeGreaterThan(1);
      expect(whole.world.failures).toEqual([]);
      for (let nth = 0; nth < whole.count; nth++) {
        const broken = await run(step, { nth, how });
        const where = `call ${nth} of ${whole.count}`;
        expect({ where, twice: broken.twice, risk: broken.risk }).toEqual({
          where,
          twice: [],
          risk: undefined,
        });
        expect({ where, keys: broken.keys }).toEqual({ where, keys: whole.keys });
        expect((await loaded(broken.world, broken.id)).facts.length).toBe(
          (await loaded(whole.world, whole.id)).facts.length,
        );
      }
    },
    60_000,
  );
});
