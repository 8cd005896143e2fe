import { CreateQueueCommand, GetQueueAttributesCommand, ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { buildApp } from 'fauxqs';
import { expect, onTestFinished, test } from 'vitest';
import { makeRing, makeSqsClient } from '../../functions/adapters/sqs.ts';
import { testClient } from './answering-server.ts';

async function queue() {
  const app = buildApp({ logger: false });
  const endpoint = await app.listen({ host: '127.0.0.1', port: 0 });
  const client = makeSqsClient({ ...testClient, endpoint });
  onTestFinished(async () => {
    client.destroy();
    await app.close();
  });
  const { QueueUrl: queueUrl = '' } = await client.send(new CreateQueueCommand({ QueueName: 'wake' }));
  return { client, queueUrl, ring: makeRing(client, { queueUrl }) };
}

test('a ring carries the conversation and nothing else', async () => {
  const { client, queueUrl, ring } = await queue();
  await ring({ conversation: 'c7f3' });
  const { Messages = [] } = await client.send(new ReceiveMessageCommand({ QueueUrl: queueUrl }));
  expect(Messages.map((message) => message.Body)).toEqual(['{"conversation":"c7f3"}']);
});

test.each([30, 12.5, 100_000])('a ring for %d seconds from now is not heard yet', async (delaySeconds) => {
  const { client, queueUrl, ring } = await queue();
  await ring({ conversation: 'c7f3', delaySeconds });
  const { Messages } = await client.send(new ReceiveMessageCommand({ QueueUrl: queueUrl }));
  expect(Messages ?? []).toEqual([]);
  const names = ['ApproximateNumberOfMessagesDelayed' as const];
  const { Attributes } = await client.send(
    new GetQueueAttributesCommand({ QueueUrl: queueUrl, AttributeNames: names }),
  );
  expect(Attributes?.ApproximateNumberOfMessagesDelayed).toBe('1');
});

test('a ring into a queue that is not there is an outage', async () => {
  const { client, queueUrl } = await queue();
  const ring = makeRing(client, { queueUrl: `${queueUrl}-gone` });
  await expect(ring({ conversation: 'c7f3' })).rejects.toThrow();
});
