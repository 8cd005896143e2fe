import { expect, it } from 'vitest';
import { writeFeed } from '../../functions/adapters/ical.ts';
import { makeUseCases } from '../../functions/app/make-use-cases.ts';
import { DAY, HOUR, MINUTE, plus, SECOND } from '../../functions/domain/instant.ts';
import { ACME, at, BILL, DANA, DISCOUNTS, RECORDED } from '../simulation/acme.ts';
import {
  act,
  left,
  leftKeys,
  loaded,
  manage,
  ok,
  statusOf,
  submitted,
  tokenOf,
} from '../simulation/acting.ts';
import { observe } from '../simulation/observe.ts';
import { makeWorld, type World } from '../simulation/world.ts';

const OLGA = 'olga@acme.example';
const OTHER = {
  ...DISCOUNTS,
  manager: { name: 'Olga', email: OLGA },
  commitments: DISCOUNTS.commitments.slice(0, 1),
};
const CORRECTED = 'william@acme.example';
const CORRECT = { type: 'correct-address', person: 'p2', email: CORRECTED };

const worldOf = () => makeWorld({ seed: 5, tenant: ACME, now: RECORDED });

/** The kinds of mail that an address got from a moment on. */
function mailsTo(world: World, to: string, since = RECORDED): string[] {
  return world.ses.inbox
    .filter((mail) => mail.to === to && mail.at >= since)
    .map(({ kind }) => kind)
    .sort();
}

async function factsOf(world: World, id: string, type: string) {
  return (await loaded(world, id)).facts.filter((fact) => fact.type === type);
}

it.each(['bounced', 'complained', 'suppressed'] as const)(
  'stops an address that %s in every conversation, and tells their managers',
  async (how) => {
    const world = worldOf();
    const id = await submitted(world);
    const other = await submitted(world, OTHER, 'key-2');
    world.ses.fate = (to) => (to === BILL ? how : 'delivered');
    await world.advance(plus(RECORDED, 3 * HOUR));
    world.ses.fate = () => 'delivered';
    await world.advance(at('2027-01-13T16:00:00Z'));
    expect(mailsTo(world, BILL, plus(RECORDED, 3 * HOUR))).toEqual([]);
    for (const one of [id, other]) {
      expect(await factsOf(world, one, 'addressFailed')).toMatchObject([{ person: 'p2', why: how }]);
      expect(
        (await leftKeys(world, one)).filter((key) => key.startsWith('address-failed_all_p1')),
      ).toHaveLength(1);
    }
    const later = { ...OTHER, title: 'A third', checkIn: { at: '2027-01-22T10:30', minutes: 15 } };
    const third = await submitted(world, later, 'key-3');
    await world.advance(plus(world.now(), DAY));
    expect(mailsTo(world, BILL, plus(RECORDED, 3 * HOUR))).toEqual([]);
    expect(await factsOf(world, third, 'addressFailed')).toHaveLength(1);
  },
);

it('keeps writing to a mailbox that was only full', async () => {
  const world = worldOf();
  const id = await submitted(world);
  world.ses.fate = (to) => (to === BILL ? 'full' : 'delivered');
  await world.advance(at('2027-01-11T12:00:00Z'));
  expect(await factsOf(world, id, 'addressFailed')).toEqual([]);
  expect(await leftKeys(world, id)).toContain('reminder_all_p2_1');
});

it.each([
  ['the recap bounced', RECORDED],
  ['a later mail bounced', plus(RECORDED, SECOND)],
])('sends recap and invitation to a corrected address and nothing else at once after %s', async (_, from) => {
  const world = worldOf();
  const id = await submitted(world);
  if (from > RECORDED) await world.advance(from);
  world.ses.fate = (to) => (to === BILL ? 'bounced' : 'delivered');
  await world.advance(at('2027-01-12T09:30:00Z'));
  const since = world.now();
  await manage(world, id, CORRECT);
  await world.advance(plus(since, 10 * MINUTE));
  const keys = (await left(world, id)).filter((one) => one.at >= since && one.to === CORRECTED);
  expect(keys.map(({ key }) => key).sort()).toEqual(['invitation_k1_p2_1_a2', 'recap_all_p2_1_a2']);
});

it('takes the link of the old address away, and gives the new one its own', async () => {
  const world = worldOf();
  const id = await submitted(world);
  await world.advance(plus(RECORDED, MINUTE));
  const old = await tokenOf(world, id, 'p2');
  expect(statusOf(await world.useCases.openLink(old))).toBe(200);
  await manage(world, id, CORRECT);
  expect(statusOf(await world.useCases.openLink(old))).toBe(404);
  expect(statusOf(await world.useCases.act(old, { type: 'agree' }))).toBe(404);
  expect(statusOf(await world.useCases.openLink(await tokenOf(world, id, 'p2')))).toBe(200);
});

it('does not stop the corrected address for what the old one did late', async () => {
  const world = worldOf();
  const id = await submitted(world);
  world.ses.fate = (to) => (to === BILL ? 'complained' : 'delivered');
  await world.advance(plus(RECORDED, MINUTE));
  world.ses.fate = () => 'delivered';
  await manage(world, id, CORRECT);
  await world.advance(plus(RECORDED, 5 * HOUR));
  expect(await factsOf(world, id, 'addressFailed')).toEqual([]);
  await world.advance(at('2027-01-11T12:00:00Z'));
  expect(mailsTo(world, CORRECTED, at('2027-01-11T07:00:00Z')).length).toBeGreaterThan(0);
});

it('tries an address again that its manager confirms', async () => {
  const world = worldOf();
  const id = await submitted(world);
  world.ses.fate = (to) => (to === BILL ? 'bounced' : 'delivered');
  await world.advance(plus(RECORDED, HOUR));
  world.ses.fate = () => 'delivered';
  const since = world.now();
  await manage(world, id, { ...CORRECT, email: BILL });
  await world.advance(plus(since, DAY));
  expect(await factsOf(world, id, 'addressFailed')).toHaveLength(1);
  expect(mailsTo(world, BILL, since)).toEqual(['invitation', 'recap']);
  const fresh = await submitted(world, OTHER, 'key-2');
  await world.advance(plus(world.now(), HOUR));
  expect(await factsOf(world, fresh, 'addressFailed')).toEqual([]);
});

it('trusts what its manager confirmed, even if nobody else could be told', async () => {
  const world = worldOf();
  const id = await submitted(world);
  world.ses.fate = (to) => (to === BILL ? 'bounced' : 'delivered');
  await world.advance(plus(RECORDED, HOUR));
  world.ses.fate = () => 'delivered';
  world.deps.store = observe(world.deps.store, async (name, call) => {
    if (name === 'clearFailed') throw new Error('out of reach');
    return call();
  });
  const { command } = makeUseCases({ ...world.deps, writeCalendar: world.outbox.writeCalendar, writeFeed });
  const confirmed = command({ email: DANA }, id, { ...CORRECT, email: BILL }, {});
  await expect(confirmed).rejects.toThrow('out of reach');
  await world.advance(plus(world.now(), DAY));
  expect(await factsOf(world, id, 'addressFailed')).toHaveLength(1);
});

it('learns of a newcomer after a hand-over whose address fails', async () => {
  const world = worldOf();
  const id = await submitted(world);
  await world.advance(plus(RECORDED, MINUTE));
  world.ses.fate = (to) => (to === OLGA ? 'bounced' : 'delivered');
  await manage(world, id, { type: 'hand-over', to: { name: 'Olga', email: OLGA } });
  await world.advance(plus(RECORDED, HOUR));
  expect(await factsOf(world, id, 'addressFailed')).toHaveLength(1);
  const other = await submitted(world, OTHER, 'key-2');
  await world.advance(plus(world.now(), HOUR));
  expect(await factsOf(world, other, 'addressFailed')).toHaveLength(1);
});

it('holds what somebody stopped in every conversation, and under a corrected address too', async () => {
  const world = worldOf();
  const id = await submitted(world);
  const other = await submitted(world, OTHER, 'key-2');
  await world.advance(plus(RECORDED, HOUR));
  ok(await world.useCases.optOut(await tokenOf(world, other, 'p2'), ['reminders']));
  // The page of the other conversation shows it before that one is woken, and so does not take it back.
  expect(ok(await world.useCases.openLink(await tokenOf(world, id, 'p2'))).optedOut).toEqual(['reminders']);
  await world.advance(at('2027-01-11T12:00:00Z'));
  for (const one of [id, other]) {
    const { conversation } = ok(await world.useCases.read({ email: one === id ? DANA : OLGA }, one));
    expect(conversation.people.find((person) => person.id === 'p2')?.optedOut).toEqual(['reminders']);
    expect(await leftKeys(world, one)).not.toContain('reminder_all_p2_1');
  }
  await manage(world, id, CORRECT);
  await world.advance(at('2027-01-13T12:00:00Z'));
  expect(mailsTo(world, CORRECTED)).toEqual(['invitation', 'recap']);

  // Stopped under the corrected address, it holds where that address is given from the start.
  ok(await world.useCases.optOut(await tokenOf(world, id, 'p2'), ['nudges', 'reminders']));
  const third = await submitted(
    world,
    {
      ...OTHER,
      participants: [{ name: 'Bill', email: CORRECTED }],
      commitments: [{ ...OTHER.commitments[0], owner: CORRECTED, action: 'x', dueBy: '2027-01-29T17:00' }],
      checkIn: { at: '2027-01-25T10:30', minutes: 15 },
    },
    'key-3',
  );
  await world.advance(at('2027-01-14T12:00:00Z'));
  const { conversation } = ok(await world.useCases.read({ email: OLGA }, third));
  expect(conversation.people.find((person) => person.id === 'p2')?.optedOut).toEqual(['nudges', 'reminders']);
});

it('takes what was stopped back when somebody wants it again, without a burst', async () => {
  const world = worldOf();
  const id = await submitted(world);
  await world.advance(plus(RECORDED, HOUR));
  await act(world, id, 'p2', { type: 'agree', consequence: 'fair' });
  ok(await world.useCases.optOut(await tokenOf(world, id, 'p2'), ['nudges', 'check-ins']));
  await world.advance(at('2027-01-12T12:00:00Z'));
  const since = world.now();
  ok(await world.useCases.optOut(await tokenOf(world, id, 'p2'), []));
  await world.advance(plus(since, HOUR));
  expect(mailsTo(world, BILL, since)).toEqual([]);
  await world.advance(at('2027-01-13T12:00:00Z'));
  expect(mailsTo(world, BILL, since)).toEqual(['heads-up']);
});

it('sends nothing late when a pause ends early', async () => {
  const world = worldOf();
  const id = await submitted(world);
  await world.advance(plus(RECORDED, HOUR));
  await act(world, id, 'p2', { type: 'agree', consequence: 'fair' });
  await manage(world, id, { type: 'pause', person: 'p2', from: '2027-01-11', until: '2027-01-12' });
  await world.advance(at('2027-01-12T12:00:00Z'));
  const since = world.now();
  await manage(world, id, { type: 'resume', person: 'p2' });
  await world.advance(plus(since, HOUR));
  expect(mailsTo(world, BILL, since)).toEqual([]);
});
