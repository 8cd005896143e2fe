import { expect, it } from 'vitest';
import { sweep } from '../../functions/app/sweep.ts';
import { wake } from '../../functions/app/wake.ts';
import { DAY, HOUR, MINUTE, plus, SECOND } from '../../functions/domain/instant.ts';
import { ACME, at, BILL, DANA, DISCOUNTS, RECORDED } from '../simulation/acme.ts';
import { act, left, leftKeys, loaded, ok, submitted } from '../simulation/acting.ts';
import { forgotten } from '../simulation/covered.ts';
import { makeDepths } from '../simulation/depth.ts';
import { observe } from '../simulation/observe.ts';
import { makeWorld, type World } from '../simulation/world.ts';

const OTHER = {
  ...DISCOUNTS,
  manager: { name: 'Olga', email: 'olga@acme.example' },
  commitments: DISCOUNTS.commitments.slice(0, 1),
};
// What one conversation does, without what its manager is told of their week.
const ALONE = { ...ACME, policy: { ...ACME.policy, digest: 'off' as const } };
const worldOf = () => makeWorld({ seed: 9, tenant: ALONE, now: RECORDED });

function metered(world: World) {
  const depths = makeDepths();
  const { ring, armAlarm, store } = world.deps;
  return {
    steps: depths.steps,
    deps: {
      ...world.deps,
      store: observe(store, depths.around),
      ...observedPair(ring, armAlarm, depths.around),
    },
    outbox: {
      ...world.outbox,
      sendMail: observe({ sendMail: world.outbox.sendMail }, depths.around).sendMail,
    },
  };
}

function observedPair(
  ring: World['deps']['ring'],
  armAlarm: World['deps']['armAlarm'],
  around: Parameters<typeof observe>[1],
) {
  const ports = observe({ ring, armAlarm }, around);
  return { ring: ports.ring, armAlarm: ports.armAlarm };
}

it('needs five steps to send: load, statuses, claim, send, then mark and arm together', async () => {
  const world = worldOf();
  const id = await submitted(world);
  const meter = metered(world);
  await wake(meter.deps, meter.outbox, id);
  expect(meter.steps()).toEqual([
    ['load'],
    ['readStatuses'],
    ['append'],
    ['sendMail'],
    ['append', 'armAlarm', 'freshenRow', 'putPointer', 'putReply', 'recordOutcome'],
  ]);
});

it('begins the manager’s week beside the mail, and no step later', async () => {
  const world = makeWorld({ seed: 4, tenant: ACME, now: RECORDED });
  const id = await submitted(world);
  const meter = metered(world);
  await wake(meter.deps, meter.outbox, id);
  expect(
    meter.steps().map((step) => step.filter((call) => call === 'create' || call === 'armAlarm')),
  ).toEqual([[], [], ['create'], ['armAlarm'], ['armAlarm']]);
});

it('writes nothing when it is woken for nothing', async () => {
  const world = worldOf();
  const id = await submitted(world);
  await world.advance(plus(RECORDED, HOUR));
  const before = await loaded(world, id);
  const meter = metered(world);
  await wake(meter.deps, meter.outbox, id);
  expect(meter.steps()).toEqual([['load'], ['readStatuses'], ['armAlarm']]);
  expect(await loaded(world, id)).toEqual(before);
});

it('rings through the queue for what is near, and by alarm for what is not, never early', async () => {
  const world = worldOf();
  const id = await submitted(world, { ...DISCOUNTS, undoSeconds: 60 });
  await world.advance(plus(RECORDED, 59 * SECOND));
  expect(world.ses.inbox).toEqual([]);
  await world.advance(plus(RECORDED, 60 * SECOND));
  expect(world.ses.inbox).toHaveLength(7);
  await world.advance(at('2027-01-18T12:00:00Z'));
  const { deliveries } = ok(await world.useCases.read({ email: DANA }, id));
  for (const { key, at: moment } of await left(world, id)) {
    const planned = deliveries.find(({ delivery }) => delivery.key === key)?.delivery.at ?? 0;
    expect(moment).toBeGreaterThanOrEqual(planned);
    expect(moment - planned).toBeLessThan(2 * MINUTE);
  }
});

it('is made up for by the sweep when half of all rings and alarms are lost', async () => {
  const whole = worldOf();
  const lossy = worldOf();
  lossy.rings.faults.lost = 0.5;
  const ids = [await submitted(whole), await submitted(lossy)] as const;
  for (const world of [whole, lossy]) await world.advance(at('2027-01-18T12:00:00Z'));
  expect(await leftKeys(lossy, ids[1])).toEqual(await leftKeys(whole, ids[0]));
  const inTime = new Map((await left(whole, ids[0])).map((one) => [one.key, one.at]));
  const delays = (await left(lossy, ids[1])).map(({ key, at: moment }) => moment - (inTime.get(key) ?? 0));
  expect(Math.max(...delays)).toBeGreaterThan(MINUTE);
  // Half of the sweep's own rings are lost as well: some wait for a few sweeps.
  expect(Math.max(...delays)).toBeLessThan(HOUR);
});

it('is swept up no faster than mail can leave, with what waits in the queue, longest overdue first', async () => {
  const threeAtOnce = { ...ACME, sendRate: 0.01 };
  const world = makeWorld({ seed: 9, tenant: threeAtOnce, now: RECORDED });
  world.rings.faults.lost = 1;
  const ids: string[] = [];
  for (const key of ['1', '2', '3', '4']) {
    ids.push(await submitted(world, OTHER, key));
    world.jump(plus(world.now(), MINUTE));
  }
  const rung: string[] = [];
  const swept = (waiting: number) =>
    sweep({
      ...world.deps,
      ring: async ({ conversation }) => {
        rung.push(conversation);
      },
      queueDepth: async () => waiting,
    });
  expect(await Promise.all([swept(3), swept(99)])).toEqual([0, 0]);
  expect([await swept(1), rung]).toEqual([2, ids.slice(0, 2)]);
  expect([await swept(0), rung.slice(2)]).toEqual([3, ids.slice(0, 3)]);
});

it('sends nothing to a domain that the tenant no longer writes to, and says so', async () => {
  const world = worldOf();
  const id = await submitted(world, { ...DISCOUNTS, undoSeconds: 60 });
  world.deps.tenant = { ...ACME, recipientDomains: ['elsewhere.example'], recipientAddresses: [DANA] };
  await world.advance(plus(RECORDED, 2 * DAY));
  world.faults.arm();
  await world.advance(at('2027-01-10T23:00:00Z'));
  // Nothing is due this Sunday, and nobody rings about what was refused.
  expect(world.faults.calls.filter((name) => name === 'load')).toEqual([]);
  await world.advance(at('2027-01-20T12:00:00Z'));
  expect(new Set(world.ses.inbox.map(({ to }) => to))).toEqual(new Set([DANA]));
  const { deliveries } = ok(await world.useCases.read({ email: DANA }, id));
  expect(deliveries.find(({ delivery }) => delivery.key === 'recap_all_p2_1')).toMatchObject({
    state: 'left',
    receipt: { outcome: 'refused', detail: 'RecipientNotAllowed' },
  });
  expect([world.failures, world.rings.dead]).toEqual([[], []]);
});

it('does not hold up others when the mail of one conversation cannot be written, and comes back to it', async () => {
  const world = worldOf();
  const id = await submitted(world, { ...OTHER, manager: DISCOUNTS.manager });
  const other = await submitted(world, OTHER, 'key-2');
  const { writeMime } = world.outbox;
  let isBroken = true;
  world.outbox.writeMime = async (mail) => {
    if (isBroken && mail.thread?.startsWith(id)) throw new Error('a fault in a template');
    return writeMime(mail);
  };
  await world.advance(plus(RECORDED, 40 * MINUTE));
  expect(await leftKeys(world, id)).toEqual([]);
  expect((await loaded(world, id)).claims).toEqual({});
  expect(await leftKeys(world, other)).toContain('recap_all_p2_1');
  expect(world.rings.dead.length).toBeGreaterThan(0);
  expect(await forgotten(world, id)).toBeUndefined();
  // Mended later, and nobody has to help it up.
  isBroken = false;
  await world.advance(plus(RECORDED, 50 * MINUTE));
  expect((await leftKeys(world, id)).filter((key) => key === 'recap_all_p2_1')).toHaveLength(1);
});

it('rests when nothing is left to do', async () => {
  const world = worldOf();
  const id = await submitted(world);
  await world.advance(plus(RECORDED, HOUR));
  ok(await world.useCases.command({ email: DANA }, id, { type: 'cancel' }, {}));
  await world.advance(plus(RECORDED, 2 * DAY));
  const stored = await loaded(world, id);
  expect(stored.wakeAt).toBeUndefined();
  world.faults.arm();
  await world.advance(plus(RECORDED, 20 * DAY));
  // The alarm that was set before it ended still rings, once.
  expect(world.faults.calls.filter((name) => name === 'load')).toHaveLength(1);
  expect(world.faults.calls).not.toContain('append');
});

it('is the same mail however often and in whatever order it is rung', async () => {
  const calm = worldOf();
  const noisy = makeWorld({ seed: 11, tenant: ACME, now: RECORDED, interleave: true });
  noisy.rings.faults.repeated = 0.6;
  const bodies = { type: 'agree', consequence: 'fair' };
  const keys = [];
  for (const world of [calm, noisy]) {
    const id = await submitted(world);
    await world.advance(plus(RECORDED, HOUR));
    await act(world, id, 'p2', bodies);
    for (let day = 0; day < 12; day++) {
      await world.advance(plus(RECORDED, day * DAY));
      if (world === noisy) for (let n = 0; n < 3; n++) await world.deps.ring({ conversation: id });
    }
    keys.push((await leftKeys(world, id)).map((key) => key.replace(/^(missed.*)_\d+$/, '$1')));
  }
  expect(keys[1]).toEqual(keys[0]);
  expect(keys[0]?.some((key) => key.startsWith('due-check_c1_p2'))).toBe(true);
  expect(calm.ses.inbox.some(({ to }) => to === BILL)).toBe(true);
});
