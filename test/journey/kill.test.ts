import { afterAll, expect, test, vi } from 'vitest';
import { makeRandom } from '../simulation/random.ts';
import { lateMails } from './late-mails.ts';
import type { Fault, System } from './system.ts';
import { END, openWarehouse, playSteps, recordStory, type Story } from './warehouse-story.ts';

// Every kill starts a process anew.
vi.setConfig({ testTimeout: 120_000 });

const SEED = 20270108;
const AGENDA = '2027-02-05T09:00';
const opened: System[] = [];

afterAll(async () => {
  await Promise.all(opened.map((system) => system.stop()));
});

const hang = (service: Fault['service'], action: string, times = 1): Fault => ({
  service,
  action,
  mode: 'timeout',
  times,
});

/** Waits until every fault was met: the calls hang now. */
const met = (system: System) => expect.poll(system.faults, { interval: 5, timeout: 30_000 }).toEqual([]);

const sent = (system: System, mails: number) =>
  expect
    .poll(async () => (await system.mails()).length, { interval: 20, timeout: 30_000 })
    .toBeGreaterThanOrEqual(mails);

/** Moves the clock, kills the process on the way once `moment` has come, and starts it again. */
async function killOnTheWay({ system }: Story, wall: string, moment: () => Promise<unknown>): Promise<void> {
  const move = system.moveTo(wall).then(
    () => 'arrived',
    () => 'cut off',
  );
  await moment();
  await system.kill();
  await move;
  await system.restart();
}

async function killWhileHanging(story: Story, fault: Fault, wall: string, mails = 0): Promise<void> {
  await story.system.fault(fault);
  await killOnTheWay(story, wall, async () => {
    await met(story.system);
    await sent(story.system, mails);
  });
}

test('kill -9 again and again, in sends, in calls and anywhere: nothing is lost, and nothing leaves twice', async () => {
  const random = makeRandom(SEED);
  const begun = await openWarehouse();
  const { system } = begun;
  opened.push(system);
  // One of the eight mails of the first wake never reaches SES; the others do, and nobody notes that they did.
  await system.fault(hang('ses', 'SendRawEmail'));
  const story = await recordStory(begun);
  await met(system);
  await sent(system, 7);
  await system.kill();
  await system.restart();
  const before = await system.mails();

  await system.moveTo('2027-01-08T10:20');
  expect(await system.mails()).toEqual(before);
  const { plan } = await story.manager.read(story.id);
  const parked = plan.filter(({ receipt }) => receipt?.detail === 'parked');
  expect(parked).toMatchObject([{ state: 'left', receipt: { outcome: 'unknown' } }]);
  expect(plan.filter(({ receipt }) => receipt?.outcome === 'delivered')).toHaveLength(7);

  // Before anything was claimed, and after everything was sent.
  const points = random.shuffled([hang('dynamodb', 'UpdateItem'), hang('scheduler', 'CreateSchedule')]);
  const [first = hang('dynamodb', 'Query'), second = first] = points;
  await playSteps(story, '', '2027-01-11');
  await killWhileHanging(story, first, '2027-01-11T09:00');
  const so = (await system.mails()).length;
  await killOnTheWay(story, '2027-01-14T09:19', () => sent(system, so + 1 + random.below(2)));
  await playSteps(story, '2027-01-11', '2027-01-18');
  await killWhileHanging(story, second, '2027-01-18T09:00');
  await playSteps(story, '2027-01-18', AGENDA);

  await system.moveTo('2027-02-05T08:59');
  const hung = 1 + random.below(3);
  const others = (await system.mails()).length + 4 - hung;
  await killWhileHanging(story, hang('ses', 'SendRawEmail', hung), AGENDA, others);
  await playSteps(story, AGENDA, END);
  await system.moveTo(END);

  // A mail that may have left waits until a later one proves that it did not; then it leaves, the same day.
  const { promised, left } = await lateMails(story, END);
  const stuck = (rows: readonly string[]) => rows.filter((row) => /recap|invitation|agenda/.test(row));
  expect(stuck(promised)).toHaveLength(1 + hung);
  expect(stuck(left).map((row) => row.slice(0, 10))).toEqual(stuck(promised).map((row) => row.slice(0, 10)));
  // Where it was killed anywhere, at most the two mails of that moment were on their way.
  expect(promised.length).toBeLessThanOrEqual(1 + hung + 2);
});
