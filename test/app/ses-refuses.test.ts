import { expect, it } from 'vitest';
import { openConversation } from '../../functions/app/open-conversation.ts';
import { DAY, HOUR, MINUTE, plus, SECOND } from '../../functions/domain/instant.ts';
import { at, BILL, DANA, RECORDED } from '../simulation/acme.ts';
import { leftKeys, loaded, submitted, twice } from '../simulation/acting.ts';
import { forgotten } from '../simulation/covered.ts';
import { leftAt, RECAP, receiptsOf, shown, worldOf } from './bills-recap.ts';

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
