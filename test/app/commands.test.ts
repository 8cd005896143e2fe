import { expect, it } from 'vitest';
import type { UseCases } from '../../functions/app/use-cases.ts';
import { HOUR, MINUTE, plus } from '../../functions/domain/instant.ts';
import { holdsAt } from '../../functions/domain/needs.ts';
import { ACME, at, BILL, DANA, DISCOUNTS, RECORDED } from '../simulation/acme.ts';
import { act, leftKeys, loaded, manage, ok, statusOf, submitted, tokenOf } from '../simulation/acting.ts';
import { makeWorld, type World } from '../simulation/world.ts';

type Options = Parameters<UseCases['command']>[3];
const ADD = { type: 'add-check-in', at: '2027-01-25T09:00' };

async function open(): Promise<{
  world: World;
  id: string;
  command: (input: unknown, options?: Options) => ReturnType<UseCases['command']>;
}> {
  const world = makeWorld({ seed: 1, tenant: ACME, now: RECORDED });
  const id = await submitted(world);
  await world.advance(plus(RECORDED, HOUR));
  return {
    world,
    id,
    command: (input, options = {}) => world.useCases.command({ email: DANA }, id, input, options),
  };
}

async function types(world: World, id: string): Promise<string[]> {
  return (await loaded(world, id)).facts.map(({ type }) => type);
}

it('carries a command out once under one key, and answers again as it is now', async () => {
  const { world, id, command } = await open();
  const bring = { type: 'bring', words: 'the price list' };
  expect(statusOf(await command(bring, { idempotencyKey: 'k' }))).toBe(200);
  await manage(world, id, { type: 'bring', words: 'something else' });
  const again = ok(await command(bring, { idempotencyKey: 'k' }));
  expect(again.conversation.notes.map(({ words }) => words)).toEqual(['the price list', 'something else']);
  expect(await types(world, id)).toEqual(['recorded', 'noted', 'noted']);
});

it('remembers a key of a command that brought several facts or new people about', async () => {
  const { world, id, command } = await open();
  const amend = {
    type: 'amend',
    participants: [{ name: 'Olga', email: 'olga@acme.example' }],
    add: [{ owner: 'olga@acme.example', action: 'Read it.', dueBy: '2027-01-20' }],
  };
  expect(statusOf(await command(amend, { idempotencyKey: 'k' }))).toBe(200);
  const facts = await types(world, id);
  expect(statusOf(await command(amend, { idempotencyKey: 'k' }))).toBe(200);
  expect(await types(world, id)).toEqual(facts);
  await world.advance(plus(world.now(), 4 * HOUR));
  expect(await leftKeys(world, id)).toEqual(expect.arrayContaining(['recap_all_p4_1']));
});

it('refuses the same key for another command', async () => {
  const { world, id, command } = await open();
  await command(ADD, { idempotencyKey: 'k' });
  const before = await loaded(world, id);
  expect(statusOf(await command({ ...ADD, at: '2027-01-26T09:00' }, { idempotencyKey: 'k' }))).toBe(409);
  expect(await loaded(world, id)).toEqual(before);
});

it('does not confuse a key of a command with the same key of another conversation', async () => {
  const { world, command } = await open();
  const other = await submitted(world, DISCOUNTS, 'key-2');
  expect(statusOf(await command(ADD, { idempotencyKey: 'k' }))).toBe(200);
  const answer = await world.useCases.command({ email: DANA }, other, ADD, { idempotencyKey: 'k' });
  expect(ok(answer).conversation.checkIns).toHaveLength(2);
});

it('refuses a command that was decided on something older', async () => {
  const { world, id, command } = await open();
  const { version } = ok(await world.useCases.read({ email: DANA }, id)).conversation;
  expect(statusOf(await command(ADD, { expectedVersion: version }))).toBe(200);
  const late = await command({ ...ADD, at: '2027-01-26T09:00' }, { expectedVersion: version });
  expect('refused' in late && late.refused).toMatchObject({
    status: 409,
    errors: [{ message: expect.stringContaining(`version ${version + 1}`) }],
  });
  // The same request again is no conflict: it has been carried out.
  const key = { expectedVersion: version + 1, idempotencyKey: 'k' };
  expect(statusOf(await command({ ...ADD, at: '2027-01-27T09:00' }, key))).toBe(200);
  expect(statusOf(await command({ ...ADD, at: '2027-01-27T09:00' }, key))).toBe(200);
});

it('lets one of two commands through that expect the same version', async () => {
  const world = makeWorld({ seed: 4, tenant: ACME, now: RECORDED, interleave: true });
  const id = await submitted(world);
  await world.advance(plus(RECORDED, HOUR));
  const both = ['2027-01-25T09:00', '2027-01-26T09:00'].map((moment) =>
    world.useCases.command({ email: DANA }, id, { ...ADD, at: moment }, { expectedVersion: 1 }),
  );
  expect((await Promise.all(both)).map(statusOf).sort()).toEqual([200, 409]);
});

it('says what is wrong with a command, and changes nothing', async () => {
  const { world, id, command } = await open();
  const before = await loaded(world, id);
  for (const input of [
    undefined,
    null,
    7,
    'cancel',
    [],
    {},
    { type: 'fly' },
    { type: 'cancel', extra: 1 },
    { type: 'verdict', commitment: 'c9', verdict: 'kept' },
  ])
    expect(statusOf(await command(input))).toBe(422);
  expect(await loaded(world, id)).toEqual(before);
});

it('refuses politely what a full conversation cannot take, and still lets it end', async () => {
  const { world, id, command } = await open();
  for (const person of ['p2', 'p3'] as const) await act(world, id, person, { type: 'agree' });
  let full: Awaited<ReturnType<typeof command>> | undefined;
  for (let n = 0; n < 3000 && !full; n++) {
    const answer = await command({
      type: 'pause',
      person: 'p3',
      from: '2027-03-01',
      until: `2027-03-${10 + (n % 20)}`,
    });
    if ('refused' in answer) full = answer;
  }
  expect(full && 'refused' in full && full.refused).toMatchObject({
    status: 409,
    errors: [{ message: 'This conversation is full. Close it and record the next one.' }],
  });
  expect(
    statusOf(await world.useCases.act(await tokenOf(world, id, 'p2'), { type: 'bring', words: 'x' })),
  ).toBe(409);

  // The system goes on: the due check leaves and its arrival is written down.
  await world.advance(at('2027-01-14T17:00:00Z'));
  expect(await types(world, id)).toContain('asked');
  for (const commitment of ['c1', 'c2'])
    expect(statusOf(await command({ type: 'verdict', commitment, verdict: 'released' }))).toBe(200);
  expect(statusOf(await command({ type: 'cancel' }))).toBe(200);
  await world.advance(at('2027-01-18T12:00:00Z'));
  expect((await leftKeys(world, id)).some((key) => key.startsWith('cancelled_all_p2'))).toBe(true);
});

it('shows in the list what time has made of a conversation', async () => {
  const { world } = await open();
  const row = async () => (await world.useCases.list({ email: DANA }, { limit: 10 })).rows[0];
  expect(await row()).toMatchObject({
    status: 'open',
    people: [{ name: 'Bill' }, { name: 'Mei' }],
    checkIns: [{ id: 'k1', at: at('2027-01-18T09:30:00Z') }],
  });
  const needs = async () =>
    (await row())?.needs.filter((need) => holdsAt(need, world.now())).map(({ code }) => code);
  expect(await needs()).toEqual([]);
  await world.advance(at('2027-01-18T10:50:00Z'));
  expect(await needs()).toEqual(['verdict', 'verdict', 'own-due', 'wrap-up']);
});

it('erases a record that was taken back, whatever broke when it was', async () => {
  for (const nth of [0, 1, 2, 3, 4, 5]) {
    const world = makeWorld({ seed: 1, tenant: ACME, now: RECORDED });
    const id = await submitted(world, { ...DISCOUNTS, undoSeconds: 600 });
    world.faults.arm({ nth, how: 'refused' });
    await manage(world, id, { type: 'undo' }).catch(() => undefined);
    world.faults.arm();
    if (!(await types(world, id)).includes('takenBack')) await manage(world, id, { type: 'undo' });
    await world.advance(plus(RECORDED, HOUR));
    expect(await loaded(world, id)).toMatchObject({
      wakeAt: undefined,
      keepUntil: plus(RECORDED, 90 * 24 * HOUR),
    });
    expect((await world.useCases.list({ email: DANA }, { limit: 10 })).rows).toMatchObject([
      { status: 'taken-back' },
    ]);
  }
});

it('erases a conversation that ended, whatever broke when it did', async () => {
  for (const nth of [undefined, 0, 1, 2, 3, 4, 5]) {
    const { world, id, command } = await open();
    world.faults.arm();
    const calls = nth === undefined ? undefined : { nth, how: 'refused' as const };
    world.faults.arm(calls);
    await command({ type: 'cancel' }).catch(() => undefined);
    world.faults.arm();
    if (!(await types(world, id)).includes('cancelled')) await manage(world, id, { type: 'cancel' });
    await world.advance(plus(world.now(), HOUR));
    expect((await world.useCases.list({ email: DANA }, { limit: 10 })).rows).toMatchObject([
      { status: 'cancelled' },
    ]);
    expect((await loaded(world, id)).keepUntil).toBeTypeOf('number');
    await world.advance(plus(world.now(), 91 * 24 * HOUR));
    expect(await world.store.load(id)).toBeUndefined();
    expect((await world.useCases.list({ email: DANA }, { limit: 10 })).rows).toEqual([]);
  }
});

it('tells everybody who was invited that it is called off, and nobody else', async () => {
  const { world, id } = await open();
  world.ses.inbox.length = 0;
  await manage(world, id, { type: 'cancel' });
  await world.advance(plus(world.now(), MINUTE));
  const calledOff = world.ses.inbox.filter(({ kind }) => kind === 'invitation-cancelled').map(({ to }) => to);
  expect(calledOff.sort()).toEqual([BILL, DANA, 'mei@acme.example']);
});
