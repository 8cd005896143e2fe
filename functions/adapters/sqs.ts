import { GetQueueAttributesCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Ring } from '../app/ring.ts';
import { type ClientConfig, timeouts } from './client-config.ts';

// A ring that is sent twice is harmless, and a lost one is found by the sweep: three attempts.
export function makeSqsClient(config: ClientConfig): SQSClient {
  return new SQSClient({ ...config, maxAttempts: 3, requestHandler: timeouts(1_000, 3_000) });
}

const LONGEST_DELAY_SECONDS = 900;

/** Rings through the wake queue. The message carries the conversation's id and nothing else. */
export function makeRing(client: SQSClient, config: { queueUrl: string }): Ring {
  return async ({ conversation, delaySeconds = 0 }) => {
    await client.send(
      new SendMessageCommand({
        QueueUrl: config.queueUrl,
        MessageBody: JSON.stringify({ conversation }),
        DelaySeconds: Math.min(LONGEST_DELAY_SECONDS, Math.max(0, Math.ceil(delaySeconds))),
      }),
    );
  };
}

/** How many rings wait in the queue or are being worked on; SQS counts approximately. */
export function makeQueueDepth(client: SQSClient, config: { queueUrl: string }): () => Promise<number> {
  return async () => {
    const { Attributes = {} } = await client.send(
      new GetQueueAttributesCommand({
        QueueUrl: config.queueUrl,
        AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
      }),
    );
    return Object.values(Attributes).reduce((sum, count) => sum + Number(count), 0);
  };
}
