import type { ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { makeArmAlarm, makeSchedulerClient } from '../../functions/adapters/scheduler.ts';
import { answeringServer, testClient } from './answering-server.ts';

const config = {
  group: 'nevertwice-acme',
  queueArn: 'arn:aws:sqs:eu-central-1:111122223333:wake',
  roleArn: 'arn:aws:iam::111122223333:role/alarms',
  deadLetterArn: 'arn:aws:sqs:eu-central-1:111122223333:dead',
};
const alarm = { name: 'c7f3-29917440', at: Date.UTC(2027, 0, 14, 8, 0), conversation: 'c7f3' };

function reply(status: number, body: unknown, errorType?: string) {
  return (response: ServerResponse) => {
    response.writeHead(status, {
      'content-type': 'application/json',
      ...(errorType && { 'x-amzn-errortype': errorType }),
    });
    response.end(JSON.stringify(body));
  };
}

const created = reply(200, { ScheduleArn: 'arn:aws:scheduler:eu-central-1:111122223333:schedule/g/n' });
const conflict = reply(409, { Message: 'Schedule c7f3-29917440 already exists.' }, 'ConflictException');

async function arm(answer: (response: ServerResponse) => void) {
  const { endpoint, heard } = await answeringServer(answer);
  const client = makeSchedulerClient({ ...testClient, endpoint });
  return { armed: await makeArmAlarm(client, config)(alarm), heard };
}

test('an alarm rings the wake queue once, in UTC, and then goes away', async () => {
  const { armed, heard } = await arm(created);
  expect(armed).toBe('armed');
  expect(heard).toHaveLength(1);
  expect(heard[0]).toMatchObject({ method: 'POST', path: '/schedules/c7f3-29917440' });
  expect(JSON.parse(heard[0]?.body ?? '')).toMatchObject({
    GroupName: 'nevertwice-acme',
    ScheduleExpression: 'at(2027-01-14T08:00:00)',
    ScheduleExpressionTimezone: 'UTC',
    FlexibleTimeWindow: { Mode: 'OFF' },
    ActionAfterCompletion: 'DELETE',
    Target: {
      Arn: config.queueArn,
      RoleArn: config.roleArn,
      Input: '{"conversation":"c7f3"}',
      DeadLetterConfig: { Arn: config.deadLetterArn },
      RetryPolicy: { MaximumEventAgeInSeconds: 900, MaximumRetryAttempts: 10 },
    },
  });
});

test('an alarm that is armed already is fine', async () => {
  const { armed, heard } = await arm(conflict);
  expect(armed).toBe('already-armed');
  expect(heard).toHaveLength(1);
});

test('a lost reply is asked again, and the conflict that follows counts as armed', async () => {
  let lost = false;
  const { armed, heard } = await arm((response) => {
    if (lost) return conflict(response);
    lost = true;
    response.destroy();
  });
  expect(armed).toBe('already-armed');
  expect(heard).toHaveLength(2);
});

test('a refused alarm is an outage', async () => {
  const invalid = reply(400, { Message: 'Invalid Schedule Expression' }, 'ValidationException');
  await expect(arm(invalid)).rejects.toThrow('Invalid Schedule Expression');
});
