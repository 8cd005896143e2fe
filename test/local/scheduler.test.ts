import {
  CreateScheduleCommand,
  type CreateScheduleCommandInput,
  DeleteScheduleCommand,
  GetScheduleCommand,
  ListScheduleGroupsCommand,
  ListSchedulesCommand,
  UpdateScheduleCommand,
} from '@aws-sdk/client-scheduler';
import { ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { expect, test } from 'vitest';
import { SECOND, setting, startLocal } from './local-system.ts';

const GroupName = setting.scheduleGroup;
const NINE = Date.parse('2027-01-11T09:00:00Z');

type Local = Awaited<ReturnType<typeof startLocal>>;

function alarm({ servers }: Local, name: string, changes: Partial<CreateScheduleCommandInput> = {}) {
  return {
    Name: name,
    GroupName,
    ScheduleExpression: 'at(2027-01-11T09:00:00)',
    FlexibleTimeWindow: { Mode: 'OFF' as const },
    ActionAfterCompletion: 'DELETE' as const,
    Target: {
      Arn: servers.queueArn,
      RoleArn: 'arn:aws:iam::123456789012:role/scheduler',
      Input: `{"id":"${name}"}`,
      RetryPolicy: { MaximumRetryAttempts: 3 },
    },
    ...changes,
  };
}

const bodies = async ({ sqs, servers }: Local) => {
  const poll = new ReceiveMessageCommand({ QueueUrl: servers.queueUrl, MaxNumberOfMessages: 10 });
  return ((await sqs.send(poll)).Messages ?? []).map((message) => message.Body);
};

test('an alarm that was set can be read, and stands in the list', async () => {
  const local = await startLocal();
  const { ScheduleArn } = await local.scheduler.send(new CreateScheduleCommand(alarm(local, 'c1-1')));
  expect(ScheduleArn).toBe(`arn:aws:scheduler:eu-west-1:123456789012:schedule/${GroupName}/c1-1`);
  const read = await local.scheduler.send(new GetScheduleCommand({ Name: 'c1-1', GroupName }));
  expect(read).toMatchObject({ ScheduleExpression: 'at(2027-01-11T09:00:00)', State: 'ENABLED' });
  expect(read.Target?.RetryPolicy?.MaximumRetryAttempts).toBe(3);
  expect(read.CreationDate?.toISOString()).toMatch(/^2027-01-08T09:00:/);
  expect(local.servers.scheduler.schedules()).toEqual([
    { name: 'c1-1', group: GroupName, at: NINE, target: local.servers.queueArn, input: '{"id":"c1-1"}' },
  ]);
});

test('lists by prefix, page by page', async () => {
  const local = await startLocal();
  for (const name of ['c1-1', 'c1-2', 'c2-1', 'c1-3']) {
    await local.scheduler.send(new CreateScheduleCommand(alarm(local, name)));
  }
  const query = { GroupName, NamePrefix: 'c1-', MaxResults: 2 };
  const first = await local.scheduler.send(new ListSchedulesCommand(query));
  expect(first.Schedules?.map((one) => one.Name)).toEqual(['c1-1', 'c1-2']);
  const second = await local.scheduler.send(
    new ListSchedulesCommand({ ...query, NextToken: first.NextToken }),
  );
  expect(second.Schedules?.map((one) => one.Name)).toEqual(['c1-3']);
  expect(second.NextToken).toBeUndefined();
});

test('the same name twice is a conflict, also for two at once', async () => {
  const local = await startLocal();
  const create = () => local.scheduler.send(new CreateScheduleCommand(alarm(local, 'c1-1')));
  const outcomes = await Promise.allSettled([create(), create(), create()]);
  expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  await expect(create()).rejects.toMatchObject({ name: 'ConflictException' });
});

test('a missing schedule or group is not found', async () => {
  const local = await startLocal();
  const missing = { name: 'ResourceNotFoundException' };
  const { scheduler } = local;
  await expect(scheduler.send(new GetScheduleCommand({ Name: 'x', GroupName }))).rejects.toMatchObject(
    missing,
  );
  await expect(scheduler.send(new DeleteScheduleCommand({ Name: 'x', GroupName }))).rejects.toMatchObject(
    missing,
  );
  await expect(scheduler.send(new UpdateScheduleCommand(alarm(local, 'x')))).rejects.toMatchObject(missing);
  const elsewhere = new CreateScheduleCommand(alarm(local, 'x', { GroupName: 'elsewhere' }));
  await expect(scheduler.send(elsewhere)).rejects.toMatchObject(missing);
});

test.each<[string, Partial<CreateScheduleCommandInput>]>([
  ['a moment with a zone', { ScheduleExpression: 'at(2027-01-11T09:00:00Z)' }],
  ['a moment with a fraction', { ScheduleExpression: 'at(2027-01-11T09:00:00.000)' }],
  ['a date alone', { ScheduleExpression: 'at(2027-01-11)' }],
  ['a day that does not exist', { ScheduleExpression: 'at(2027-02-30T09:00:00)' }],
  ['a recurring rate', { ScheduleExpression: 'rate(5 minutes)' }],
  ['a moment that has passed', { ScheduleExpression: 'at(2027-01-08T08:59:00)' }],
  ['another time zone', { ScheduleExpressionTimezone: 'Europe/Amsterdam' }],
  ['a name with a hash', { Name: 'c1#1' }],
  ['a name of 65 characters', { Name: 'x'.repeat(65) }],
  ['no flexible time window', { FlexibleTimeWindow: undefined }],
  ['no role', { Target: { Arn: 'arn:aws:sqs:eu-west-1:123456789012:wake', RoleArn: undefined } }],
  ['no target', { Target: { Arn: undefined, RoleArn: 'arn:aws:iam::123456789012:role/scheduler' } }],
])('refuses %s', async (_what, changes) => {
  const local = await startLocal();
  const create = new CreateScheduleCommand({ ...alarm(local, 'c1-1'), ...changes });
  await expect(local.scheduler.send(create)).rejects.toMatchObject({ name: 'ValidationException' });
  expect(local.servers.scheduler.schedules()).toEqual([]);
});

test('an update moves the alarm and resets what it leaves out', async () => {
  const local = await startLocal();
  await local.scheduler.send(new CreateScheduleCommand(alarm(local, 'c1-1', { Description: 'first' })));
  const later = { ScheduleExpression: 'at(2027-01-12T09:00:00)' };
  await local.scheduler.send(new UpdateScheduleCommand(alarm(local, 'c1-1', later)));
  const read = await local.scheduler.send(new GetScheduleCommand({ Name: 'c1-1', GroupName }));
  expect(read.Description).toBeUndefined();
  expect(local.servers.scheduler.nextAt()).toBe(NINE + 24 * 3_600 * SECOND);
});

test('what is due rings the queue in order and is gone; the rest waits', async () => {
  const local = await startLocal();
  const earlier = { ScheduleExpression: 'at(2027-01-10T09:00:00)' };
  const later = { ScheduleExpression: 'at(2027-01-12T09:00:00)' };
  await local.scheduler.send(new CreateScheduleCommand(alarm(local, 'c1-1')));
  await local.scheduler.send(new CreateScheduleCommand(alarm(local, 'c1-2', later)));
  await local.scheduler.send(new CreateScheduleCommand(alarm(local, 'c1-3', earlier)));
  await local.scheduler.send(new CreateScheduleCommand(alarm(local, 'c1-4', { State: 'DISABLED' })));
  expect(await local.servers.scheduler.fireDue(NINE)).toBe(2);
  expect(await bodies(local)).toEqual(['{"id":"c1-3"}', '{"id":"c1-1"}']);
  expect(local.servers.scheduler.schedules().map((one) => one.name)).toEqual(['c1-2']);
  expect(await local.servers.scheduler.fireDue(NINE)).toBe(0);
});

test('a fired alarm that was not to be deleted stays and never fires again', async () => {
  const local = await startLocal();
  await local.scheduler.send(
    new CreateScheduleCommand(alarm(local, 'c1-1', { ActionAfterCompletion: 'NONE' })),
  );
  expect(await local.servers.scheduler.fireDue(NINE)).toBe(1);
  expect(await local.servers.scheduler.fireDue(NINE)).toBe(0);
  expect(await local.scheduler.send(new GetScheduleCommand({ Name: 'c1-1', GroupName }))).toBeDefined();
});

test('an alarm whose queue is missing stays, and the others ring', async () => {
  const local = await startLocal();
  const Target = {
    Arn: 'arn:aws:sqs:eu-west-1:123456789012:nobody',
    RoleArn: 'arn:aws:iam::123456789012:role/r',
  };
  await local.scheduler.send(new CreateScheduleCommand(alarm(local, 'a-lost', { Target })));
  await local.scheduler.send(new CreateScheduleCommand(alarm(local, 'c1-1')));
  await expect(local.servers.scheduler.fireDue(NINE)).rejects.toThrow('could not be sent');
  expect(await bodies(local)).toEqual(['{"id":"c1-1"}']);
  expect(local.servers.scheduler.schedules().map((one) => one.name)).toEqual(['a-lost']);
});

test('a restart finds the alarms that were set and not those that were deleted', async () => {
  const before = await startLocal();
  await before.scheduler.send(new CreateScheduleCommand(alarm(before, 'c1-1')));
  await before.scheduler.send(new CreateScheduleCommand(alarm(before, 'c1-2')));
  await before.scheduler.send(new DeleteScheduleCommand({ Name: 'c1-1', GroupName }));
  const schedules = before.servers.scheduler.schedules();
  await before.close();
  const after = await startLocal(before.dataDir);
  expect(after.servers.scheduler.schedules()).toEqual(schedules);
  expect(after.servers.scheduler.nextAt()).toBe(NINE);
});

test('a call it does not know is a clear error', async () => {
  const { scheduler } = await startLocal();
  await expect(scheduler.send(new ListScheduleGroupsCommand({}))).rejects.toMatchObject({
    name: 'UnknownOperationException',
  });
});
