import { LambdaClient } from '@aws-sdk/client-lambda';
import { ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { expect, onTestFinished, test } from 'vitest';
import { redrive } from '../../infra/commands/redrive/redrive.ts';
import { startDeployed } from './deployed.ts';

const RING = JSON.stringify({ conversation: 'abcdefghijklmnopqrstuvwxyz' });

async function start() {
  const deployed = await startDeployed();
  const lambda = new LambdaClient({
    region: 'eu-west-1',
    endpoint: deployed.environment.AWS_ENDPOINT_URL,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
  onTestFinished(() => lambda.destroy());
  const { sqs } = deployed;
  return { ...deployed, redrive: (most = 1_000) => redrive({ sqs, lambda, slug: 'acme', most }) };
}

test('a ring that failed five times rings again', async () => {
  const { put, sqs, urlOf, clock, count, redrive } = await start();
  await put('wake', RING);
  for (let attempt = 0; attempt <= 5; attempt += 1) {
    await sqs.send(new ReceiveMessageCommand({ QueueUrl: urlOf('wake') }));
    clock.advanceTo(clock.now() + 361_000);
  }
  expect([await count('wake'), await count('wake-dead')]).toEqual([0, 1]);
  expect(await redrive()).toMatchObject([
    { queue: 'nevertwice-acme-wake-dead', moved: 1, stayed: 0 },
    { queue: 'nevertwice-acme-alarms-dead', moved: 0 },
    { queue: 'nevertwice-acme-feedback-dead', moved: 0 },
    { queue: 'nevertwice-acme-inbound-dead', moved: 0 },
  ]);
  const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl: urlOf('wake') }));
  expect(Messages).toMatchObject([{ Body: RING }]);
  expect(await count('wake-dead')).toBe(0);
});

test('an alarm that could not ring does, and each report reaches the Lambda that it failed in', async () => {
  const { put, count, tenant, redrive } = await start();
  await put('alarms-dead', RING);
  await put('feedback-dead', '{"detail":{"eventType":"Bounce"}}');
  await put('inbound-dead', '{"Records":[]}');
  expect((await redrive()).map(({ moved }) => moved)).toEqual([0, 1, 1, 1]);
  expect(await count('wake')).toBe(1);
  const invoked = (name: string, payload: string) => ({
    path: `/2015-03-31/functions/nevertwice-acme-${name}/invocations`,
    type: 'Event',
    payload,
  });
  expect(tenant.invoked).toEqual([
    invoked('feedback', '{"detail":{"eventType":"Bounce"}}'),
    invoked('inbound', '{"Records":[]}'),
  ]);
  const left = [count('alarms-dead'), count('feedback-dead'), count('inbound-dead')];
  expect(await Promise.all(left)).toEqual([0, 0, 0]);
});

test('no more of a queue is handed back than was asked for', async () => {
  const { put, count, redrive } = await start();
  await Promise.all(Array.from({ length: 25 }, () => put('wake-dead', RING)));
  expect((await redrive(12))[0]).toMatchObject({ moved: 12, stayed: 0 });
  expect([await count('wake'), await count('wake-dead')]).toEqual([12, 13]);
  expect((await redrive())[0]?.moved).toBe(13);
  expect([await count('wake'), await count('wake-dead')]).toEqual([25, 0]);
});

test('what the Lambda refuses stays where it was, and does not hold up the rings', async () => {
  const { put, clock, tenant, redrive } = await start();
  await put('feedback-dead', '{}');
  await put('alarms-dead', RING);
  tenant.lambdaRefuses = true;
  expect(await redrive()).toMatchObject([
    { moved: 0, stayed: 0 },
    { moved: 1, stayed: 0 },
    { moved: 0, stayed: 1, why: expect.stringMatching(/\S/) },
    { moved: 0, stayed: 0 },
  ]);
  clock.advanceTo(clock.now() + 31_000);
  tenant.lambdaRefuses = false;
  expect((await redrive())[2]).toMatchObject({ moved: 1, stayed: 0 });
});

test('one ring that the wake queue does not take stays, and the others behind it ring', async () => {
  const { put, count, clock, servers, redrive } = await start();
  await Promise.all(Array.from({ length: 12 }, () => put('wake-dead', RING)));
  servers.faults.add({ service: 'sqs', action: 'SendMessage', mode: 'reject', times: 1 });
  expect((await redrive())[0]).toMatchObject({ moved: 11, stayed: 1 });
  expect(await count('wake')).toBe(11);
  clock.advanceTo(clock.now() + 31_000);
  expect((await redrive())[0]).toMatchObject({ moved: 1, stayed: 0 });
});
