import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openConversation } from '../../functions/app/open-conversation.ts';
import { wake } from '../../functions/app/wake.ts';
import { DAY, HOUR, MINUTE, plus, SECOND } from '../../functions/domain/instant.ts';
import { plan } from '../../functions/domain/plan.ts';
import { ACME, at, DANA, DISCOUNTS, RECORDED } from '../simulation/acme.ts';
import { act, left, leftKeys, loaded, manage, ok, statusOf, submitted, twice } from '../simulation/acting.ts';
import { makeWorld, type World } from '../simulation/world.ts';

const DUE = at('2027-01-14T16:00:00Z');
const KEPT = { type: 'report', commitment: 'c1', kept: true };
const ONE = {
  ...DISCOUNTS,
  participants: DISCOUNTS.participants.slice(0, 1),
  commitments: DISCOUNTS.commitments.slice(0, 1),
};

async function untilDue(world: World): Promise<string> {
  const id = await submitted(world, ONE);
  await world.advance(plus(RECORDED, HOUR));
  await act(world, id, 'p2', { type: 'agree', consequence: 'fair' });
  await world.advance(plus(DUE, -SECOND));
  world.jump(DUE);
  return id;
}

it('sends each mail once when two or five wakes come at once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer(), fc.integer({ min: 2, max: 5 }), async (seed, count) => {
      const world = makeWorld({ seed, tenant: ACME, now: RECORDED, interleave: true });
      const id = await submitted(world);
      await Promise.all(Array.from({ length: count }, () => world.wake(id)));
      expect(await leftKeys(world, id)).toEqual([
        'entry_c3_p1_1',
        ...['p1', 'p2', 'p3'].map((person) => `invitation_k1_${person}_1`),
        ...['p1', 'p2', 'p3'].map((person) => `recap_all_${person}_1`),
      ]);
      expect(world.ses.inbox).toHaveLength(7);
    }),
    { numRuns: 12 },
  );
});

it('asks nobody whether it is done after they said so, however close the two come', async () => {
  const orders = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.integer(), async (seed) => {
      const world = makeWorld({ seed, tenant: ACME, now: RECORDED, interleave: true });
      const id = await untilDue(world);
      world.writes.length = 0;
      await Promise.all([world.wake(id), act(world, id, 'p2', KEPT)]);
      const asked = world.writes.findIndex(({ keys }) => keys.includes('due-check_c1_p2_1'));
      const said = world.writes.findIndex(({ facts }) => facts.includes('reported'));
      const arrived = (await leftKeys(world, id)).includes('due-check_c1_p2_1');
      expect(said).toBeGreaterThanOrEqual(0);
      expect(arrived).toBe(asked >= 0);
      expect(asked).toBeLessThan(said);
      orders.add(asked < 0 ? 'never asked' : 'asked before');
    }),
    { numRuns: 80 },
  );
  expect([...orders].sort()).toEqual(['asked before', 'never asked']);
});

it('drops a mail that was ready when somebody makes it needless before the claim', async () => {
  const world = makeWorld({ seed: 1, tenant: ACME, now: RECORDED });
  const id = await untilDue(world);
  let isSaid = false;
  const awaitTurn = async () => {
    if (isSaid) return;
    isSaid = true;
    await act(world, id, 'p2', KEPT);
  };
  await wake(world.deps, { ...world.outbox, awaitTurn }, id);
  expect(await leftKeys(world, id)).not.toContain('due-check_c1_p2_1');
  expect(world.ses.inbox.map(({ kind }) => kind)).not.toContain('due-check');
  await world.advance(plus(DUE, DAY));
  expect(await leftKeys(world, id)).toEqual(
    expect.arrayContaining(['celebration_c1_p1_3', 'celebration_c1_p2_3']),
  );
});

it('drops a mail that becomes pointless while it waits for its turn', async () => {
  const world = makeWorld({ seed: 1, tenant: ACME, now: RECORDED });
  const id = await submitted(world);
  const stands = await loaded(world, id);
  const agenda = plan(openConversation(stands)).find(({ key }) => key.startsWith('agenda_'));
  if (agenda?.notAfter === undefined) throw new Error('there is no agenda');
  world.sweeps = false;
  await world.advance(plus(agenda.at, -MINUTE));
  world.jump(agenda.at);
  const { notAfter } = agenda;
  await wake(world.deps, { ...world.outbox, awaitTurn: async () => world.jump(notAfter) }, id);
  expect(await leftKeys(world, id)).not.toContain(agenda.key);
  expect((await loaded(world, id)).receipts.flatMap(({ keys }) => keys)).not.toContain(agenda.key);
});

it('knows its own claim when the reply to it was lost, and sends at once and once', async () => {
  const world = makeWorld({ seed: 1, tenant: ACME, now: RECORDED });
  const id = await submitted(world);
  world.faults.arm();
  await world.wake(id);
  const claiming = world.faults.calls.indexOf('append');
  const again = makeWorld({ seed: 1, tenant: ACME, now: RECORDED });
  await submitted(again);
  again.faults.arm({ nth: claiming, how: 'reply-lost' });
  await again.wake(id);
  expect(await leftKeys(again, id)).toEqual(await leftKeys(world, id));
  expect((await left(again, id)).every(({ at: moment }) => moment === RECORDED)).toBe(true);
});

it('sends nothing for rings that come again, late, for nobody or for what was erased', async () => {
  const world = makeWorld({ seed: 1, tenant: ACME, now: RECORDED });
  const id = await submitted(world);
  await world.advance(plus(RECORDED, MINUTE));
  const before = await leftKeys(world, id);
  for (const delaySeconds of [0, 0, 60, 900]) await world.deps.ring({ conversation: id, delaySeconds });
  await world.deps.ring({ conversation: 'a'.repeat(26) });
  await world.advance(plus(RECORDED, HOUR));
  expect(await leftKeys(world, id)).toEqual(before);
  await manage(world, id, { type: 'cancel' });
  await world.advance(plus(RECORDED, 100 * DAY));
  expect(await world.store.load(id)).toBeUndefined();
  const mails = world.ses.inbox.length;
  await world.deps.ring({ conversation: id });
  await world.advance(plus(world.now(), HOUR));
  expect([world.ses.inbox.length, world.failures, world.rings.dead]).toEqual([mails, [], []]);
});

it('takes a slip back before anything leaves, and not afterwards', async () => {
  const undo = async (world: World, id: string) =>
    statusOf(await world.useCases.command({ email: DANA }, id, { type: 'undo' }, {}));
  const early = makeWorld({ seed: 1, tenant: ACME, now: RECORDED });
  const body = { ...DISCOUNTS, undoSeconds: 60 };
  const taken = await submitted(early, body);
  await early.advance(plus(RECORDED, 59 * SECOND));
  expect(await undo(early, taken)).toBe(200);
  await early.advance(plus(RECORDED, 20 * DAY));
  expect(early.ses.inbox).toEqual([]);

  const late = makeWorld({ seed: 1, tenant: ACME, now: RECORDED });
  const gone = await submitted(late, body);
  await late.advance(plus(RECORDED, MINUTE));
  expect(late.ses.inbox).toHaveLength(7);
  expect(await undo(late, gone)).toBe(422);
});

it('either takes the record back or sends it, never both, when undo and wake meet', async () => {
  const ends = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.integer(), fc.boolean(), async (seed, isEarly) => {
      const world = makeWorld({ seed, tenant: ACME, now: RECORDED, interleave: true });
      const id = await submitted(world, { ...ONE, undoSeconds: 60 });
      world.jump(plus(RECORDED, isEarly ? MINUTE - 1 : MINUTE));
      const undo = () => world.useCases.command({ email: DANA }, id, { type: 'undo' }, {});
      const [undone] = await Promise.all([undo(), world.wake(id)]);
      await world.advance(plus(RECORDED, HOUR));
      const status = (await loaded(world, id)).facts.some(({ type }) => type === 'takenBack');
      expect(status).toBe(statusOf(undone) === 200);
      expect(world.ses.inbox.length > 0).toBe(!status);
      expect(await twice(world, id)).toEqual([]);
      ends.add(status ? 'taken back' : 'sent');
    }),
    { numRuns: 20 },
  );
  expect([...ends].sort()).toEqual(['sent', 'taken back']);
});

it('takes the answers of a full room at the same moment', async () => {
  const people = Array.from({ length: 19 }, (_, n) => ({ name: `P${n}`, email: `p.${n}@acme.example` }));
  const world = makeWorld({ seed: 2, tenant: ACME, now: RECORDED, interleave: true });
  const commitments = people.map(({ email }) => ({ owner: email, action: 'Call.', dueBy: '2027-01-14' }));
  const id = await submitted(world, { ...DISCOUNTS, participants: people, commitments });
  await Promise.all(
    people.map((_, n) => act(world, id, `p${n + 2}`, { type: 'agree', consequence: 'talk' })),
  );
  const { conversation } = ok(await world.useCases.read({ email: DANA }, id));
  expect(new Set(conversation.commitments.map(({ agreement }) => agreement.state))).toEqual(
    new Set(['agreed']),
  );
});

it('carries out both of two commands that meet', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer(), async (seed) => {
      const world = makeWorld({ seed, tenant: ACME, now: RECORDED, interleave: true });
      const id = await submitted(world);
      await world.advance(plus(RECORDED, HOUR));
      await Promise.all([
        act(world, id, 'p2', { type: 'agree', consequence: 'fair' }),
        act(world, id, 'p3', { type: 'agree', consequence: 'talk' }),
        manage(world, id, { type: 'add-check-in', at: '2027-01-25T09:00' }),
      ]);
      const view = ok(await world.useCases.read({ email: DANA }, id));
      expect(view.conversation.commitments.map(({ agreement }) => agreement.state)).toEqual([
        'agreed',
        'agreed',
        'agreed',
      ]);
      expect(view.conversation.checkIns).toHaveLength(2);
    }),
    { numRuns: 12 },
  );
});
