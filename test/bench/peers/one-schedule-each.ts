import {
  CreateScheduleCommand,
  DeleteScheduleCommand,
  SchedulerClient,
  UpdateScheduleCommand,
} from '@aws-sdk/client-scheduler';
import { changed, type Nudge } from './nudge.ts';
import { makeNudgeTable } from './nudge-table.ts';
import type { Step } from './play-story.ts';
import { NOTHING, type Tally } from './tally.ts';

const GROUP = 'peers';

/** EventBridge Scheduler as far as it can be counted: it has no call for more than one schedule. */
function countedScheduler() {
  const alive = new Set<string>();
  const seen = { calls: 0, most: 0 };
  const handle = async ({ method, path }: { method: string; path: string }) => {
    const name = path.split('/').at(-1) ?? '';
    seen.calls += 1;
    if (method === 'DELETE') alive.delete(name);
    else alive.add(name);
    seen.most = Math.max(seen.most, alive.size);
    const body = Buffer.from(
      JSON.stringify({ ScheduleArn: `arn:aws:scheduler:::schedule/${GROUP}/${name}` }),
    );
    return { response: { statusCode: 200, headers: { 'content-type': 'application/json' }, body } };
  };
  const client = new SchedulerClient({
    region: 'eu-west-1',
    endpoint: 'http://127.0.0.1:1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    requestHandler: { handle },
  });
  return { client, alive, seen };
}

function scheduleOf({ name, at }: Nudge) {
  return {
    Name: name,
    GroupName: GROUP,
    ScheduleExpression: `at(${new Date(at).toISOString().slice(0, 19)})`,
    ScheduleExpressionTimezone: 'UTC',
    FlexibleTimeWindow: { Mode: 'OFF' as const },
    ActionAfterCompletion: 'DELETE' as const,
    Target: {
      Arn: 'arn:aws:sqs:eu-west-1:000000000000:nudges',
      RoleArn: 'arn:aws:iam::000000000000:role/peers',
      Input: JSON.stringify({ nudge: name }),
    },
  };
}

/**
 * The same conversation with one schedule for each nudge, through a queue: made when it is owed, updated where its moment moves, deleted
 * where it is owed no longer, side by side; a run reads whether it still is, claims it, and marks what became of it.
 */
export async function playOneScheduleEach(steps: readonly Step[]): Promise<Tally> {
  const { client, alive, seen } = countedScheduler();
  const { store, send, used } = makeNudgeTable();
  const tally = { ...NOTHING };
  let standing: readonly Nudge[] = [];
  for (const { what, left, atOnce, ahead, facts } of steps) {
    for (const nudge of left) {
      alive.delete(nudge.name);
      await send(nudge);
    }
    await store(facts);
    for (const nudge of atOnce) await send(nudge);
    tally.alarmsRung += left.length;
    tally.runs += left.length + atOnce.length;
    // Sent, by Scheduler or by whoever acted; received; deleted.
    tally.queueCalls += 3 * (left.length + atOnce.length);
    const before = seen.calls;
    const names = new Set(left.map(({ name }) => name));
    const { made, moved, gone } = changed(
      standing.filter(({ name }) => !names.has(name)),
      ahead,
    );
    await Promise.all([
      ...made.map((nudge) => client.send(new CreateScheduleCommand(scheduleOf(nudge)))),
      ...moved.map((nudge) => client.send(new UpdateScheduleCommand(scheduleOf(nudge)))),
      ...gone.map(({ name }) => client.send(new DeleteScheduleCommand({ Name: name, GroupName: GROUP }))),
    ]);
    if (what === 'submit') tally.submitCalls = seen.calls - before;
    if (what === 'reschedule') tally.rescheduleCalls = seen.calls - before;
    standing = ahead;
  }
  return { ...tally, ...used(), alive: seen.most };
}
