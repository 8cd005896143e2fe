import { expect, it } from 'vitest';
import { HOUR, plus } from '../../functions/domain/instant.ts';
import { ACME, at, RECORDED } from '../simulation/acme.ts';
import { leftKeys, manage, submitted } from '../simulation/acting.ts';
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
