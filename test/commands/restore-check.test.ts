import { afterAll, beforeAll, expect, it } from 'vitest';
import { DAY, MINUTE, plus } from '../../functions/domain/instant.ts';
import { checkRestored } from '../../infra/commands/check-restored.ts';
import { openTable } from '../../infra/commands/open-table.ts';
import { makeTable, startDynalite } from '../contract/dynamo-servers.ts';
import { ACME, RECORDED } from '../simulation/acme.ts';
import { act, loaded, submitted } from '../simulation/acting.ts';
import { restoreInto } from '../simulation/restore.ts';
import { makeWorld } from '../simulation/world.ts';

const NOW = plus(RECORDED, 10 * DAY);
let server: Awaited<ReturnType<typeof startDynalite>>;
beforeAll(async () => {
  server = await startDynalite();
});
afterAll(() => server.stop());

it('settles a whole table, and finds nothing to settle afterwards', async () => {
  await makeTable(server.client, 'nevertwice-acme');
  const open = openTable('acme', undefined, server.client, () => NOW);
  const world = makeWorld({ seed: 1, tenant: ACME, now: RECORDED });
  for (const key of ['one', 'two', 'three']) {
    const id = await submitted(world, undefined, key);
    await world.advance(plus(world.now(), MINUTE));
    await act(world, id, 'p2', { type: 'agree' });
    await restoreInto(open.store, await loaded(world, id));
  }
  const before = await checkRestored(open, undefined);
  expect(before.conversations).toBe(3);
  expect(before.due).toBeGreaterThanOrEqual(3);
  expect(before.lines).toHaveLength(before.due + before.doubtful);
  expect(before.lines.join('\n')).not.toMatch(/Bill|bill@|Discount/);

  expect(await checkRestored(open, NOW)).toMatchObject({
    due: before.due,
    doubtful: before.doubtful,
    unsettled: [],
  });
  expect(await checkRestored(open, undefined)).toMatchObject({ conversations: 3, due: 0, doubtful: 0 });
});
