import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { expect, test } from 'vitest';
import { SECOND, START, startLocal } from './local-system.ts';

const receive = async (sqs: SQSClient, QueueUrl: string, WaitTimeSeconds = 0) =>
  (await sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds }))).Messages ?? [];

test('an empty queue will show nothing', async () => {
  const { servers } = await startLocal();
  expect(await servers.queue.depth()).toBe(0);
  expect(await servers.queue.nextVisibleAt()).toBeUndefined();
});

test('a delayed ring is heard once the clock has moved over its delay', async () => {
  const { sqs, servers, clock } = await startLocal();
  const { queueUrl: QueueUrl } = servers;
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'c1', DelaySeconds: 90 }));
  const due = await servers.queue.nextVisibleAt();
  expect(due).toBeGreaterThanOrEqual(START + 90 * SECOND);
  expect(due).toBeLessThan(START + 120 * SECOND);
  expect(await receive(sqs, QueueUrl)).toEqual([]);
  clock.advanceTo(due ?? 0);
  expect(await servers.queue.nextVisibleAt()).toBeLessThanOrEqual(clock.now());
  expect(await receive(sqs, QueueUrl)).toMatchObject([{ Body: 'c1' }]);
});

test('a poll that waits hears a ring as soon as the clock moves', async () => {
  const { sqs, servers, clock } = await startLocal();
  const { queueUrl: QueueUrl } = servers;
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'c1', DelaySeconds: 600 }));
  const waiting = receive(sqs, QueueUrl, 1);
  clock.advanceTo(START + 700 * SECOND);
  expect(await waiting).toMatchObject([{ Body: 'c1' }]);
});

test('a message that was received and not deleted comes back after 360 seconds', async () => {
  const { sqs, servers, clock } = await startLocal();
  const { queueUrl: QueueUrl } = servers;
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'c1' }));
  expect(await servers.queue.nextVisibleAt()).toBeLessThanOrEqual(clock.now());
  await receive(sqs, QueueUrl);
  const back = (await servers.queue.nextVisibleAt()) ?? 0;
  expect(back).toBeGreaterThanOrEqual(START + 360 * SECOND);
  clock.advanceTo(back - 10 * SECOND);
  expect(await receive(sqs, QueueUrl)).toEqual([]);
  clock.advanceTo(back);
  const [again] = await receive(sqs, QueueUrl);
  expect(again?.Body).toBe('c1');
  await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: again?.ReceiptHandle }));
  expect(await servers.queue.depth()).toBe(0);
});

test('a shortened visibility timeout counts', async () => {
  const { sqs, servers, clock } = await startLocal();
  const { queueUrl: QueueUrl } = servers;
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'c1' }));
  const [message] = await receive(sqs, QueueUrl);
  const ReceiptHandle = message?.ReceiptHandle;
  await sqs.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 30 }));
  expect(await servers.queue.nextVisibleAt()).toBeLessThan(START + 60 * SECOND);
  clock.advanceTo(START + 60 * SECOND);
  expect(await receive(sqs, QueueUrl)).toHaveLength(1);
});

test('a message that failed five times ends in the dead-letter queue', async () => {
  const { sqs, servers, clock } = await startLocal();
  const { queueUrl, deadLetterQueueUrl } = servers;
  await sqs.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: 'poison' }));
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    expect(await receive(sqs, queueUrl)).toHaveLength(1);
    clock.advanceTo((await servers.queue.nextVisibleAt()) ?? 0);
  }
  expect(await receive(sqs, queueUrl)).toEqual([]);
  expect(await receive(sqs, deadLetterQueueUrl)).toMatchObject([{ Body: 'poison' }]);
  expect(await servers.queue.depth()).toBe(0);
});

test('a queue that does not exist is an error', async () => {
  const { sqs, servers } = await startLocal();
  const QueueUrl = servers.queueUrl.replace(/wake$/, 'nobody');
  await expect(sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'c1' }))).rejects.toMatchObject({
    name: 'QueueDoesNotExist',
  });
});
