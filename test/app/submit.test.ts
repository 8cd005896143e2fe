import fc from 'fast-check';
import { expect, it } from 'vitest';
import { writeFeed } from '../../functions/adapters/ical.ts';
import { makeUseCases } from '../../functions/app/make-use-cases.ts';
import { DAY, HOUR, MINUTE, plus } from '../../functions/domain/instant.ts';
import { ACME, at, BILL, type Body, DANA, DISCOUNTS, RECORDED } from '../simulation/acme.ts';
import { leftKeys, loaded, ok, statusOf, submitted } from '../simulation/acting.ts';
import { makeDepths } from '../simulation/depth.ts';
import { observe } from '../simulation/observe.ts';
import { makeWorld, type World } from '../simulation/world.ts';

const DANA_ACTS = { email: DANA };
const worldOf = (seed = 1) => makeWorld({ seed, tenant: ACME, now: RECORDED });
const submit = (world: World, body: unknown, key?: string) => world.useCases.submit(DANA_ACTS, body, key);

function refusal(answer: Awaited<ReturnType<typeof submit>>) {
  return 'refused' in answer ? answer.refused : undefined;
}

it('answers the same key the same, and records nothing new', async () => {
  const world = worldOf();
  const first = ok(await submit(world, DISCOUNTS, 'k'));
  await world.advance(plus(RECORDED, 3 * DAY));
  const again = ok(await submit(world, structuredClone(DISCOUNTS), 'k'));
  expect([first.created, again.created]).toEqual([true, false]);
  expect(again.view).toEqual(first.view);
  await world.advance(plus(RECORDED, 4 * DAY));
  expect(
    (await leftKeys(world, first.view.conversation.id)).filter((key) => key.startsWith('recap')),
  ).toHaveLength(3);
  expect((await world.useCases.list(DANA_ACTS, { limit: 10 })).rows).toHaveLength(1);
});

it('answers a key that comes again long after, when its dates have passed', async () => {
  const world = worldOf();
  const first = ok(await submit(world, DISCOUNTS, 'k'));
  await world.advance(at('2027-02-20T09:00:00Z'));
  expect(statusOf(await submit(world, DISCOUNTS, 'new'))).toBe(422);
  expect(ok(await submit(world, DISCOUNTS, 'k')).view).toEqual(first.view);
});

it('refuses the same key with another body, a broken one too, and leaves the first as it was', async () => {
  const world = worldOf();
  const id = await submitted(world, DISCOUNTS, 'k');
  const before = await loaded(world, id);
  for (const body of [
    { ...DISCOUNTS, title: 'Something else' },
    { ...DISCOUNTS, timezone: 'Moon/Base' },
    {},
  ]) {
    expect(refusal(await submit(world, body, 'k'))).toMatchObject({
      status: 409,
      errors: [{ path: 'Idempotency-Key', message: expect.stringContaining('another conversation') }],
    });
  }
  expect(await loaded(world, id)).toEqual(before);
});

it('takes the same body twice without a key, and the same key of two managers, as two conversations', async () => {
  const world = worldOf();
  const ids = [
    ok(await submit(world, DISCOUNTS)),
    ok(await submit(world, DISCOUNTS)),
    ok(await submit(world, DISCOUNTS, 'k')),
    ok(
      await world.useCases.submit(
        { email: BILL },
        {
          ...DISCOUNTS,
          manager: { name: 'Bill', email: BILL },
          participants: [DISCOUNTS.manager],
          commitments: DISCOUNTS.commitments.slice(0, 1),
        },
        'k',
      ),
    ),
  ].map(({ view }) => view.conversation.id);
  expect(new Set(ids).size).toBe(4);
});

it('records once when the same is submitted twice at the same time', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer(), async (seed) => {
      const world = makeWorld({ seed, tenant: ACME, now: RECORDED, interleave: true });
      const answers = await Promise.all([submit(world, DISCOUNTS, 'k'), submit(world, DISCOUNTS, 'k')]);
      const [one, two] = answers.map(ok);
      expect([one?.created, two?.created].sort()).toEqual([false, true]);
      expect(two?.view).toEqual(one?.view);
      await world.advance(plus(RECORDED, HOUR));
      expect(world.ses.inbox).toHaveLength(7);
    }),
    { numRuns: 8 },
  );
});

it('stores nothing and sends nothing for a body that is refused', async () => {
  const world = worldOf();
  world.faults.arm();
  expect(statusOf(await submit(world, { ...DISCOUNTS, commitments: [] }))).toBe(422);
  expect(statusOf(await world.useCases.submit({ email: BILL }, DISCOUNTS, undefined))).toBe(422);
  expect(world.faults.calls).toEqual([]);
});

it('caps how much a manager sets in motion a day, and says when to come again', async () => {
  const world = worldOf();
  const participants = (n: number) => [{ name: 'Somebody', email: `somebody.${n}@acme.example` }];
  const body = (n: number) => ({
    ...DISCOUNTS,
    participants: participants(n),
    commitments: [{ owner: `somebody.${n}@acme.example`, action: 'Call.', dueBy: '2027-01-14' }],
  });
  for (let n = 1; n <= 60; n++) expect(statusOf(await submit(world, body(n), `k${n}`))).toBe(200);
  const over = refusal(await submit(world, body(61), 'k61'));
  expect(over).toMatchObject({ status: 429, retryAfter: (at('2027-01-09T00:00:00Z') - RECORDED) / 1000 });
  expect(over?.errors[0]?.message).toContain('60');
  // Whoever asks again for what was recorded is still told.
  expect(ok(await submit(world, body(60), 'k60')).created).toBe(false);
  await world.advance(at('2027-01-09T00:00:00Z'));
  expect(statusOf(await submit(world, body(61), 'k61'))).toBe(200);
});

it('caps how many conversations a day one person is drawn into, by whomever', async () => {
  const world = worldOf();
  const body = (n: number): Body => ({
    ...DISCOUNTS,
    manager: { name: 'Boss', email: `boss.${n}@acme.example` },
    commitments: DISCOUNTS.commitments.slice(0, 1),
  });
  const from = (n: number) => world.useCases.submit({ email: `boss.${n}@acme.example` }, body(n), 'k');
  for (let n = 1; n <= 30; n++) expect(statusOf(await from(n))).toBe(200);
  expect(statusOf(await from(31))).toBe(429);
});

it('needs three steps: words, counters, people and earlier ones side by side, then the record, then the ring', async () => {
  const world = worldOf();
  const depths = makeDepths();
  const deps = {
    ...world.deps,
    store: observe(world.deps.store, depths.around),
    ring: observe({ ring: world.deps.ring }, depths.around).ring,
    armAlarm: observe({ armAlarm: world.deps.armAlarm }, depths.around).armAlarm,
    writeCalendar: world.outbox.writeCalendar,
    writeFeed,
  };
  ok(await makeUseCases(deps).submit(DANA_ACTS, DISCOUNTS, 'k'));
  expect(depths.steps()).toEqual([
    ['countUp', 'findPeople', 'listRows', 'saveWords'],
    ['create'],
    ['putRow', 'ring'],
  ]);
});

it('arms an alarm instead of ringing when nothing leaves before tomorrow', async () => {
  const world = worldOf();
  world.faults.arm();
  ok(await submit(world, { ...DISCOUNTS, sendAt: '2027-01-11T08:00' }, 'k'));
  expect(world.faults.calls).toContain('armAlarm');
  expect(world.faults.calls).not.toContain('ring');
  await world.advance(at('2027-01-11T06:59:00Z'));
  expect(world.ses.inbox).toEqual([]);
  await world.advance(at('2027-01-11T07:02:00Z'));
  expect(world.ses.inbox).toHaveLength(7);
});

it('previews what everybody would read, and stores nothing', async () => {
  const world = worldOf();
  world.faults.arm();
  const preview = ok(await world.useCases.preview(DANA_ACTS, DISCOUNTS));
  expect(preview.recaps.map(({ to }) => to)).toEqual(['p1', 'p2', 'p3']);
  expect(preview.recaps[1]?.mail.text).toContain('Call before any discount over 15%.');
  expect(preview.view.deliveries.some(({ delivery }) => delivery.key === 'recap_all_p2_1')).toBe(true);
  expect(world.faults.calls).toEqual([]);
  const id = await submitted(world);
  await world.advance(plus(RECORDED, MINUTE));
  const planned = ok(await world.useCases.read(DANA_ACTS, id)).deliveries.map(({ delivery }) => delivery.key);
  expect(preview.view.deliveries.map(({ delivery }) => delivery.key)).toEqual(planned);
});
