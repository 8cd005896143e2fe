import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
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
