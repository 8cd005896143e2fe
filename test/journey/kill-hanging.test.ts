import { afterAll, expect, test, vi } from 'vitest';
import { makeRandom } from '../simulation/random.ts';
import { lateMails } from './late-mails.ts';
import type { Fault, System } from './system.ts';
import { END, openWarehouse, playSteps, recordStory, type Story } from './warehouse-story.ts';

// Every kill starts a process anew.
vi.setConfig({ testTimeout: 120_000 });

const SEED = 20270108;
const BEFORE_AGENDA = '2027-02-05T08:59';
const AGENDA = '2027-02-05T09:00';
const opened: System[] = [];

afterAll(async () => {
  await Promise.all(opened.map((system) => system.stop()));
});

/** Waits until every fault has been met: the calls hang now. */
const met = (running: System) => expect.poll(running.faults, { interval: 5, timeout: 30_000 }).toEqual([]);

/** Moves the clock until calls hang and, if asked, so many mails are there; kills the process in it and starts it again. */
async function killAt(story: Story, fault: Fault, wall: string, mails?: number): Promise<void> {
  const { system, id } = story;
  await system.fault(fault);
  const move = system.moveTo(wall).then(
    () => 'arrived',
    () => 'cut off',
  );
  await met(system);
  if (mails !== undefined)
    await expect
      .poll(async () => (await system.mails(id)).length, { interval: 5, timeout: 30_000 })
      .toBe(mails);
  await system.kill();
  expect(await move).toBe('cut off');
  await system.restart();
}

test('kill -9 in the middle of sends and of calls to every service: nothing lost, nothing twice', async () => {
  const random = makeRandom(SEED);
  const begun = await openWarehouse();
  const { system } = begun;
  opened.push(system);
  // One of the eight mails of the first wake never reaches SES; the others do, and nobody notes that they did.
  await system.fault({ service: 'ses', action: 'SendRawEmail', mode: 'timeout', times: 1 });
  const story = await recordStory(begun);
  await met(system);
  await expect.poll(async () => (await system.mails()).length, { timeout: 30_000 }).toBe(7);
  await system.kill();
  await system.restart();
  const before = await system.mails();

  await system.moveTo('2027-01-08T10:20');
  expect(await system.mails()).toEqual(before);
  const { plan } = await story.manager.read(story.id);
  const parked = plan.filter(({ receipt }) => receipt?.detail === 'parked');
  expect(parked).toMatchObject([{ state: 'left', receipt: { outcome: 'unknown' } }]);
  expect(plan.filter(({ receipt }) => receipt?.outcome === 'delivered')).toHaveLength(7);

  const [point = 'UpdateItem', other = 'CreateSchedule'] = random.shuffled([
    'UpdateItem',
    'Query',
    'CreateSchedule',
  ]);
  const hang = (action: string): Fault => ({
    service: action === 'CreateSchedule' ? 'scheduler' : 'dynamodb',
    action,
    mode: 'timeout',
    times: 1,
  });
  await playSteps(story, '', '2027-01-11');
  await killAt(story, hang(point), '2027-01-11T09:00');
  await playSteps(story, '2027-01-11', '2027-01-18');
  await killAt(story, hang(other), '2027-01-18T09:00');
  await playSteps(story, '2027-01-18', AGENDA);

  await system.moveTo(BEFORE_AGENDA);
  const hung = 1 + random.below(3);
  const sent = (await system.mails()).length + 4 - hung;
  await killAt(story, { service: 'ses', action: 'SendRawEmail', mode: 'timeout', times: hung }, AGENDA, sent);
  await playSteps(story, AGENDA, END);
  await system.moveTo(END);

  // A mail that may have left waits until a later one proves that it did not; then it leaves, the same day.
  const { promised, left } = await lateMails(story, END);
  expect(promised).toHaveLength(1 + hung);
  expect(promised.filter((row) => row.startsWith(`${AGENDA} agenda`))).toHaveLength(hung);
  expect(left.map((row) => row.slice(0, 10))).toEqual(promised.map((row) => row.slice(0, 10)));
});
