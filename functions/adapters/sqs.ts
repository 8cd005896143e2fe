import { GetQueueAttributesCommand, SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import type { Ring } from '../app/ring.ts';

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

const ringSchema = z.object({ conversation: z.string().regex(/^[a-z2-7]{26}$/) });

/** The conversation that a queue message rings; throws on a message that is no ring, so that it ends in the dead letters. */
export function readRing(body: string): string {
  return ringSchema.parse(JSON.parse(body)).conversation;
}
