import { expect, it } from 'vitest';
import { openConversation } from '../../functions/app/open-conversation.ts';
import type { Receipt } from '../../functions/app/ports.ts';
import { resolveUnknown } from '../../functions/app/resolve-unknown.ts';
import { DAY, HOUR, type Instant, MINUTE, plus, SECOND } from '../../functions/domain/instant.ts';
import { ACME, at, BILL, DANA, DISCOUNTS, MEI, RECORDED } from '../simulation/acme.ts';
import { left, leftKeys, loaded, ok, submitted, twice } from '../simulation/acting.ts';
import { forgotten } from '../simulation/covered.ts';
import { makeWorld, type World } from '../simulation/world.ts';

const OTHER = {
  ...DISCOUNTS,
  manager: { name: 'Olga', email: 'olga@acme.example' },
  commitments: DISCOUNTS.commitments.slice(0, 1),
};
const RECAP = 'recap_all_p2_1';

const worldOf = () => makeWorld({ seed: 3, tenant: ACME, now: RECORDED });

async function receiptsOf(world: World, id: string, key: string): Promise<Receipt[]> {
  return (await loaded(world, id)).receipts.filter(({ keys }) => keys.includes(key));
}

async function shown(world: World, id: string, key: string) {
  const view = ok(await world.useCases.read({ email: DANA }, id));
  return view.deliveries.find(({ delivery }) => delivery.key === key);
}

async function leftAt(world: World, id: string, key: string): Promise<Instant[]> {
  return (await left(world, id)).filter((one) => one.key === key).map((one) => one.at);
}

it.each(['throttled', 'paused'] as const)(
  'tries again with growing pauses while sending is %s, then sends once',
  async (how) => {
    const world = worldOf();
    const id = await submitted(world);
    world.ses.reply = (to) => (to === BILL ? how : 'accepted');
    await world.advance(plus(RECORDED, 40 * MINUTE));
    const tries = await receiptsOf(world, id, RECAP);
    const moments = tries.map(({ times }) => (times.refused ?? 0) - RECORDED).sort((a, b) => a - b);
    const waits = [1, 2, 4, 8].map((minutes) => minutes * MINUTE);
    for (const [index, wait] of waits.entries()) {
      const pause = (moments[index + 1] ?? 0) - (moments[index] ?? 0);
      expect(pause).toBeGreaterThanOrEqual(wait);
      // An alarm is set for a whole minute and rings anywhere within it.
      expect(pause).toBeLessThanOrEqual(wait + 2 * MINUTE);
    }
    expect(await leftAt(world, id, RECAP)).toEqual([]);
    expect(await leftAt(world, id, 'recap_all_p3_1')).toEqual([RECORDED]);
    expect(await shown(world, id, RECAP)).toMatchObject({ state: 'ahead', receipt: { outcome: 'refused' } });

    world.ses.reply = () => 'accepted';
    await world.advance(plus(RECORDED, 2 * HOUR));
    expect(await leftAt(world, id, RECAP)).toHaveLength(1);
    expect(await shown(world, id, RECAP)).toMatchObject({ state: 'left', receipt: { outcome: 'delivered' } });
    expect(await twice(world, id)).toEqual([]);
  },
);

it('does not try again before its time, however often it is rung', async () => {
  const world = worldOf();
  const id = await submitted(world);
  world.ses.reply = (to) => (to === BILL ? 'throttled' : 'accepted');
  await world.advance(RECORDED);
  const { attempts } = world.ses;
  for (let second = 1; second < 60; second += 5) {
    world.jump(plus(RECORDED, second * SECOND));
    await world.wake(id);
  }
  expect(world.ses.attempts).toBe(attempts);
});

it('shows a final rejection and does not try again', async () => {
  const world = worldOf();
  const id = await submitted(world);
  world.ses.reply = (to) => (to === BILL ? 'rejected' : 'accepted');
  await world.advance(plus(RECORDED, DAY));
  world.ses.reply = () => 'accepted';
  await world.advance(plus(RECORDED, 2 * DAY));
  expect(await receiptsOf(world, id, RECAP)).toHaveLength(1);
  expect(await leftAt(world, id, RECAP)).toEqual([]);
  expect(await shown(world, id, RECAP)).toMatchObject({
    state: 'left',
    receipt: { outcome: 'refused', detail: 'MessageRejected' },
  });
});

it('cancels nothing for whoever never got the invitation', async () => {
  const world = worldOf();
  const id = await submitted(world);
  world.ses.reply = (to) => (to === BILL ? 'rejected' : 'accepted');
  await world.advance(plus(RECORDED, DAY));
  world.ses.reply = () => 'accepted';
  const cancelled = await world.useCases.command({ email: DANA }, id, { type: 'cancel' }, {});
  expect(cancelled).toHaveProperty('ok');
  await world.advance(plus(RECORDED, 4 * DAY));
  const farewells = (await leftKeys(world, id)).filter((key) => /cancelled/.test(key));
  expect(farewells.filter((key) => key.includes('_p2_'))).toEqual([]);
  expect(farewells.filter((key) => key.includes('_p3_'))).not.toEqual([]);
});

it('gives a mail up in the end, instead of ringing for ever', async () => {
  const world = worldOf();
  const id = await submitted(world);
  world.ses.reply = (to) => (to === BILL ? 'throttled' : 'accepted');
  await world.advance(plus(RECORDED, 10 * DAY));
  const tries = await receiptsOf(world, id, RECAP);
  expect(tries.length).toBeLessThanOrEqual(48);
  expect(Math.max(...tries.map(({ times }) => times.refused ?? 0)) - RECORDED).toBeLessThan(8 * DAY);
  expect(await forgotten(world, id)).toBeUndefined();
});

it('holds mail through a pause of any length, and sends it once afterwards', async () => {
  const world = worldOf();
  const id = await submitted(world);
  world.ses.reply = (to) => (to === BILL ? 'paused' : 'accepted');
  await world.advance(plus(RECORDED, 30 * DAY));
  const tries = await receiptsOf(world, id, RECAP);
  expect(tries.length).toBeLessThan(48 + 24);
  expect(await leftAt(world, id, RECAP)).toEqual([]);
  expect(await shown(world, id, RECAP)).toMatchObject({ state: 'ahead' });

  world.ses.reply = () => 'accepted';
  await world.advance(plus(RECORDED, 32 * DAY));
  expect(await leftAt(world, id, RECAP)).toHaveLength(1);
  expect(await twice(world, id)).toEqual([]);
});

it('lets what became pointless while mail was held expire', async () => {
  const world = worldOf();
  const id = await submitted(world);
  await world.advance(at('2027-01-11T07:59:00Z'));
  world.ses.reply = (to) => (to === BILL ? 'paused' : 'accepted');
  await world.advance(at('2027-01-13T08:00:00Z'));
  world.ses.reply = () => 'accepted';
  await world.advance(at('2027-01-13T12:00:00Z'));
  const keys = await leftKeys(world, id);
  expect(keys).not.toContain('reminder_all_p2_1');
  expect(keys.filter((key) => key === 'reminder_all_p2_2')).toHaveLength(1);
});

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
  expect(answer.parkedUntil).toBe(plus(RECORDED, 9 * MINUTE));
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

it('hands over the others when one mail cannot be handed over at all', async () => {
  const world = worldOf();
  const id = await submitted(world);
  const { sendMail } = world.outbox;
  world.outbox.sendMail = async (mail) => {
    if (mail.to === BILL) throw new Error('malformed');
    return sendMail(mail);
  };
  world.ses.faults.lostEvents = () => true;
  await world.advance(plus(RECORDED, MINUTE));
  expect(world.failures.length).toBeGreaterThan(0);
  const { receipts, claims } = await loaded(world, id);
  expect(Object.keys(claims)).toHaveLength(7);
  expect(receipts.filter(({ outcome }) => outcome === 'accepted')).toHaveLength(5);
  expect(openConversation(await loaded(world, id)).claimed.has(RECAP)).toBe(true);
});
