import { expect, it } from 'vitest';
import { makeBrake } from '../../functions/app/brake.ts';
import { MINUTE, plus } from '../../functions/domain/instant.ts';
import { RECORDED } from '../simulation/acme.ts';
import { makeMemoryStore } from '../twins/memory-store.ts';

const LIMIT = 200;

it('lets a limit through and then nothing, until its ten minutes are over; others go on', async () => {
  let now = RECORDED;
  const clock = () => now;
  const brake = makeBrake({ now: clock, countUp: makeMemoryStore({ now: clock }).countUp });
  for (let n = 0; n < LIMIT; n++) expect(await brake('bad-token', 'somebody')).toBeUndefined();
  expect(await brake('bad-token', 'somebody')).toMatchObject({ status: 429, retryAfter: 600 });
  expect(await brake('bad-token', 'another')).toBeUndefined();
  now = plus(now, 10 * MINUTE);
  expect(await brake('bad-token', 'somebody')).toBeUndefined();
});
