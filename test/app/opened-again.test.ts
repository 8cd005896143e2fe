import { expect, it } from 'vitest';
import { HOUR, plus } from '../../functions/domain/instant.ts';
import { ACME, at, RECORDED } from '../simulation/acme.ts';
import { leftKeys, loaded, manage, submitted } from '../simulation/acting.ts';
import { makeWorld } from '../simulation/world.ts';

const SUNDAY = at('2027-01-17T09:00:00Z');

it('does not tell what a verdict had put to rest once that verdict is taken back', async () => {
  const world = makeWorld({ seed: 1, tenant: ACME, now: RECORDED });
  const id = await submitted(world);
  await world.advance(at('2027-01-11T10:00:00Z'));
  await manage(world, id, { type: 'verdict', commitment: 'c1', verdict: 'kept' });
  await world.advance(SUNDAY);
  await manage(world, id, {
    type: 'correct',
    commitment: 'c1',
    verdict: 'unresolved',
    words: 'I misread it.',
  });
  await world.advance(plus(SUNDAY, 12 * HOUR));
  expect((await leftKeys(world, id)).filter((key) => key === 'not-answered_all_p1_p2')).toEqual([]);
});

it('gives a verdict to what was worded anew after it was due, although nothing else is owed', async () => {
  const world = makeWorld({ seed: 1, tenant: ACME, now: RECORDED });
  const id = await submitted(world);
  await world.advance(at('2027-01-20T12:00:00Z'));
  await manage(world, id, { type: 'amend', change: [{ id: 'c1', action: 'Call before any discount.' }] });
  await world.advance(plus(world.now(), HOUR));
  const { facts } = await loaded(world, id);
  const amended = facts.findLastIndex(({ type }) => type === 'amended');
  expect(facts.slice(amended)).toContainEqual(
    expect.objectContaining({ type: 'silencePassed', commitment: 'c1', verdict: 'unresolved' }),
  );
});
