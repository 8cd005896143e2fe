import { PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { CreateScheduleCommand } from '@aws-sdk/client-scheduler';
import { SendRawEmailCommand } from '@aws-sdk/client-ses';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { describe, expect, onTestFinished, test } from 'vitest';
import { clientsOf, setting, startLocal } from './local-system.ts';

const { tableName: TableName, scheduleGroup } = setting;

/** One call of each service, and how many of them really happened. */
async function startServices() {
  const { servers, dynamodb } = await startLocal();
  const { queueUrl: QueueUrl, queueArn } = servers;
  let number = 0;
  const Target = { Arn: queueArn, RoleArn: 'arn:aws:iam::123456789012:role/scheduler' };
  const Data = Buffer.from('From: dana@acme.example\r\nSubject: Hello\r\n\r\nHello\r\n');
  const actions = {
    dynamodb: {
      action: 'PutItem',
      resource: TableName,
      call: (clients = clientsOf(servers.endpoints)) =>
        clients.dynamodb.send(
          new PutItemCommand({ TableName, Item: { pk: { S: `c${number++}` }, sk: { S: 'HEAD' } } }),
        ),
      happened: async () => (await dynamodb.send(new ScanCommand({ TableName }))).Count,
    },
    sqs: {
      action: 'SendMessage',
      resource: 'wake',
      call: (clients = clientsOf(servers.endpoints)) =>
        clients.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'c1' })),
      happened: () => servers.queue.depth(),
    },
    scheduler: {
      action: 'CreateSchedule',
      resource: 'c1-0',
      call: (clients = clientsOf(servers.endpoints)) =>
        clients.scheduler.send(
          new CreateScheduleCommand({
            Name: `c1-${number++}`,
            GroupName: scheduleGroup,
            ScheduleExpression: 'at(2027-01-11T09:00:00)',
            FlexibleTimeWindow: { Mode: 'OFF' },
            Target,
          }),
        ),
      happened: async () => servers.scheduler.schedules().length,
    },
    ses: {
      action: 'SendRawEmail',
      resource: 'dana@acme.example',
      call: (clients = clientsOf(servers.endpoints)) =>
        clients.ses.send(
          new SendRawEmailCommand({ RawMessage: { Data }, Destinations: ['bill@acme.example'] }),
        ),
      happened: async () => servers.ses.mails().length,
    },
  };
  return { servers, actions };
}

const SERVICES = ['dynamodb', 'sqs', 'scheduler', 'ses'] as const;

const REFUSALS: Record<
  (typeof SERVICES)[number],
  Record<'throttle' | 'reject' | 'error', [number, string]>
> = {
  dynamodb: {
    throttle: [400, 'ThrottlingException'],
    reject: [400, 'ValidationException'],
    error: [500, 'InternalServerError'],
  },
  sqs: {
    throttle: [400, 'RequestThrottled'],
    reject: [403, 'AccessDeniedException'],
    error: [500, 'InternalError'],
  },
  scheduler: {
    throttle: [429, 'ThrottlingException'],
    reject: [400, 'ValidationException'],
    error: [500, 'InternalServerException'],
  },
  ses: {
    throttle: [400, 'Throttling'],
    reject: [400, 'MessageRejected'],
    error: [500, 'InternalFailure'],
  },
};

describe.each(SERVICES)('%s', (service) => {
  test.each(['throttle', 'reject', 'error'] as const)(
    '%s: nothing happens, as often as asked',
    async (mode) => {
      const { servers, actions } = await startServices();
      const { action, resource, call, happened } = actions[service];
      const [httpStatusCode, name] = REFUSALS[service][mode];
      servers.faults.add({ service, action, mode, times: 2 });
      await expect(call()).rejects.toMatchObject({ name, $metadata: { httpStatusCode } });
      expect(servers.faults.list()).toEqual([{ service, action, mode, times: 1 }]);
      expect(servers.calls().at(-1)).toMatchObject({ service, action, resource });
      await expect(call()).rejects.toMatchObject({ name });
      expect(servers.faults.list()).toEqual([]);
      expect(await happened()).toBe(0);
      await call();
      expect(await happened()).toBe(1);
    },
  );

  test('lost-reply: it happens, and the client never hears of it', async () => {
    const { servers, actions } = await startServices();
    const { action, call, happened } = actions[service];
    servers.faults.add({ service, action, mode: 'lost-reply', times: 1 });
    await expect(call()).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(await happened()).toBe(1);
  });

  test('timeout: the client gives up, and nothing happened', async () => {
    const { servers, actions } = await startServices();
    const { action, call, happened } = actions[service];
    servers.faults.add({ service, action, mode: 'timeout', times: 1 });
    await expect(call(clientsOf(servers.endpoints, 100))).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(await happened()).toBe(0);
  });
});

test('pause: SES answers in the words of a paused account', async () => {
  const { servers, actions } = await startServices();
  servers.faults.add({ service: 'ses', action: 'SendRawEmail', mode: 'pause', times: 1 });
  await expect(actions.ses.call()).rejects.toMatchObject({
    name: 'MessageRejected',
    message: expect.stringContaining('Sending paused for this account.'),
  });
  expect(await actions.ses.happened()).toBe(0);
});

test('a fault meets only its own action, and a cleared one nobody', async () => {
  const { servers, actions } = await startServices();
  servers.faults.add({ service: 'dynamodb', action: 'GetItem', mode: 'error', times: 1 });
  await actions.dynamodb.call();
  servers.faults.add({ service: 'dynamodb', action: 'PutItem', mode: 'error', times: 5 });
  servers.faults.clear();
  await actions.dynamodb.call();
  expect(await actions.dynamodb.happened()).toBe(2);
});

test.each([
  ['outlast a passing throttle', 'throttle', 2],
  ['leave a definite refusal alone, far from the time of this machine', 'reject', 1],
] as const)('the default retries of a client %s', async (_what, mode, attempts) => {
  const { servers } = await startServices();
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const sqs = new SQSClient({ endpoint: servers.endpoints.sqs, region: setting.region, credentials });
  onTestFinished(() => sqs.destroy());
  servers.faults.add({ service: 'sqs', action: 'SendMessage', mode, times: 1 });
  const QueueUrl = servers.queueUrl;
  await Promise.allSettled([sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'c1' }))]);
  expect(servers.calls()).toHaveLength(attempts);
});
