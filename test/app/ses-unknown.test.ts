import { expect, it } from 'vitest';
import { resolveUnknown } from '../../functions/app/resolve-unknown.ts';
import { HOUR, MINUTE, plus, SECOND } from '../../functions/domain/instant.ts';
import { BILL, DANA, DISCOUNTS, MEI, RECORDED } from '../simulation/acme.ts';
import { loaded, ok, submitted, twice } from '../simulation/acting.ts';
import { forgotten } from '../simulation/covered.ts';
import { leftAt, RECAP, receiptsOf, shown, worldOf } from './bills-recap.ts';

const OTHER = {
  ...DISCOUNTS,
  manager: { name: 'Olga', email: 'olga@acme.example' },
  commitments: DISCOUNTS.commitments.slice(0, 1),
};
it('learns from its own Send event that a mail of unknown outcome left', async () => {
  const world = worldOf();
  const id = await submitted(world);
  world.ses.reply = (to) => (to === BILL ? 'lost-reply' : 'accepted');
  await world.advance(RECORDED);
  expect(await shown(world, id, RECAP)).toMatchObject({ receipt: { outcome: 'unknown' } });
  world.ses.reply = () => 'accepted';
  await submitted(world, OTHER, 'key-2');
  await world.advance(plus(RECORDED, 3 * HOUR));
  expect(await shown(world, id, RECAP)).toMatchObject({ receipt: { outcome: 'delivered' } });
  expect(await twice(world, id)).toEqual([]);
});

it('parks a mail of unknown outcome while nothing proves that events arrive, and looks again', async () => {
  const world = worldOf();
  const id = await submitted(world);
  world.ses.faults.lostEvents = () => true;
  world.ses.reply = (to) => (to === BILL ? 'never-arrived' : 'accepted');
  await world.advance(plus(RECORDED, 5 * HOUR));
  world.ses.reply = () => 'accepted';
  expect(await leftAt(world, id, RECAP)).toEqual([]);
  expect(await shown(world, id, RECAP)).toMatchObject({ state: 'left', receipt: { outcome: 'unknown' } });
  expect(await receiptsOf(world, id, RECAP)).toHaveLength(1);

  // Events are back: the next mail of anybody proves it.
  world.ses.faults.lostEvents = () => false;
  await submitted(world, OTHER, 'key-2');
  await world.advance(plus(RECORDED, 7 * HOUR));
  expect(await leftAt(world, id, RECAP)).toHaveLength(1);
  expect(await leftAt(world, id, 'recap_all_p3_1')).toHaveLength(1);
});

it('looks at a newer mail in its own time while an older one is parked', async () => {
  const world = worldOf();
  const id = await submitted(world);
  const keys = ['reminder_all_p2_1'];
  const claims = {
    old: { keys, to: 'p2', at: plus(RECORDED, -HOUR) },
    fresh: { keys, to: 'p2', at: plus(RECORDED, -MINUTE) },
  } as const;
  const answer = await resolveUnknown(world.deps, { ...(await loaded(world, id)), claims });
  expect(answer).toMatchObject({ parkedUntil: plus(RECORDED, 9 * MINUTE) });
});

it('does not take an older mail for proof', async () => {
  const world = worldOf();
  const id = await submitted(world, OTHER, 'key-2');
  await world.advance(plus(RECORDED, MINUTE));
  const doubtful = await submitted(world);
  world.ses.faults.lostEvents = (event) => event.conversation !== id;
  world.ses.reply = (to) => (to === MEI ? 'never-arrived' : 'accepted');
  await world.advance(plus(RECORDED, 2 * HOUR));
  world.ses.reply = () => 'accepted';
  await world.advance(plus(RECORDED, 12 * HOUR));
  expect(await leftAt(world, doubtful, 'recap_all_p3_1')).toEqual([]);
});

it('does not try for ever what never arrives', async () => {
  const world = worldOf();
  const id = await submitted(world);
  world.ses.reply = (to) => (to === BILL ? 'never-arrived' : 'accepted');
  for (let hour = 1; hour <= 60; hour++) {
    await world.advance(plus(RECORDED, hour * HOUR));
    await world.store.noteSendEvent(world.now());
  }
  const tries = await receiptsOf(world, id, RECAP);
  expect(tries.length).toBeGreaterThan(5);
  expect(tries.length).toBeLessThanOrEqual(48);
});

it('keeps watching a mail of unknown outcome when somebody acts meanwhile', async () => {
  const world = worldOf();
  const id = await submitted(world);
  world.ses.reply = (to) => (to === BILL ? 'never-arrived' : 'accepted');
  await world.advance(plus(RECORDED, SECOND));
  ok(await world.useCases.command({ email: DANA }, id, { type: 'bring', words: 'The price list.' }, {}));
  expect(await forgotten(world, id)).toBeUndefined();
  world.ses.reply = () => 'accepted';
  await submitted(world, OTHER, 'key-2');
  await world.advance(plus(RECORDED, 12 * MINUTE));
  expect(await leftAt(world, id, RECAP)).toHaveLength(1);
});

it('takes news in any order: a Delivery before its Send', async () => {
  const world = worldOf();
  const id = await submitted(world);
  world.ses.faults.slowEvents = 20 * MINUTE;
  world.ses.faults.repeatedEvents = 0.5;
  await world.advance(plus(RECORDED, 3 * HOUR));
  const { receipts } = await loaded(world, id);
  expect(receipts).toHaveLength(7);
  for (const receipt of receipts) {
    expect(receipt.outcome).toBe('delivered');
    expect(receipt.times.accepted).toBe(RECORDED);
  }
  expect(await twice(world, id)).toEqual([]);
});

it('is found by the sweep when a process ends after it freed what never left, and before it claims it anew', async () => {
  const world = worldOf();
  const id = await submitted(world);
  world.ses.reply = (to) => (to === BILL ? 'never-arrived' : 'accepted');
  world.ses.faults.lostEvents = () => true;
  await world.advance(plus(RECORDED, 20 * MINUTE));
  await world.store.noteSendEvent(world.now());
  const stored = await loaded(world, id);
  expect(stored.wakeAt).toBeGreaterThan(world.now());
  // As a process that ends right after: it settles, and never claims.
  await resolveUnknown(world.deps, stored);
  expect(await shown(world, id, RECAP)).toMatchObject({ state: 'ahead' });
  expect((await loaded(world, id)).wakeAt).toBe(world.now());
});
