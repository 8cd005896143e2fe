import { afterAll, expect, test, vi } from 'vitest';
import { makeRandom } from '../simulation/random.ts';
import { lateMails } from './late-mails.ts';
import type { System } from './system.ts';
import { openWarehouse, playSteps, recordStory } from './warehouse-story.ts';

// Every kill starts a process anew.
vi.setConfig({ testTimeout: 120_000 });

const SEED = 11;
const UNTIL = '2027-01-26T14:00';
const opened: System[] = [];

afterAll(async () => {
  await Promise.all(opened.map((system) => system.stop()));
});

/** Moves the clock, and kills the process once so many more mails have left, whatever it is doing then. */
async function killAfter(system: System, mails: number, wall: string): Promise<void> {
  const wanted = (await system.mails()).length + mails;
  const move = system.moveTo(wall).then(
    () => 'arrived',
    () => 'cut off',
  );
  await expect
    .poll(async () => (await system.mails()).length, { interval: 1, timeout: 30_000 })
    .toBeGreaterThanOrEqual(wanted);
  await system.kill();
  await move;
  await system.restart();
}

test('kill -9 wherever it happens to be: at most what was on its way is late, and nothing leaves twice', async () => {
  const random = makeRandom(SEED);
  const story = await recordStory(await openWarehouse());
  const { system } = story;
  opened.push(system);
  await playSteps(story, '', '2027-01-09');
  // Six mails lie ahead until Thursday, three more until Monday the 18th.
  await killAfter(system, 1 + random.below(4), '2027-01-14T09:19');
  await playSteps(story, '2027-01-14', '2027-01-15');
  await killAfter(system, 1 + random.below(2), '2027-01-18T09:30');
  await playSteps(story, '2027-01-18', '2027-01-19');
  await system.moveTo(UNTIL);

  const { promised } = await lateMails(story, UNTIL);
  expect(promised.length).toBeLessThanOrEqual(4);
  const now = (await story.manager.read(story.id)).plan.filter(({ at }) => system.wall(at) < UNTIL);
  expect(now.filter(({ state }) => state === 'ahead')).toEqual([]);
});
