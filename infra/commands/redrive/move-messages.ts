import {
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';

const BATCH = 10;
// Asks every server that SQS keeps the queue on; without it some messages seem not to be there.
const WAIT_SECONDS = 1;

/** How many messages were handed on, how many were not taken, and why the latest of these was not. */
export type Moved = { moved: number; stayed: number; why: string };

type Move = {
  from: string;
  put: (body: string) => Promise<void>;
  most: number;
};

/**
 * Hands at most `most` messages of a queue on. Each leaves the queue only after `put` took it, so one may be handed on twice
 * and none is lost; one that is not taken shows again after half a minute. A batch of which nothing was taken ends it.
 */
export async function moveMessages(sqs: SQSClient, { from, put, most }: Move): Promise<Moved> {
  const total: Moved = { moved: 0, stayed: 0, why: '' };
  while (total.moved + total.stayed < most) {
    const before = total.moved;
    const room = most - total.moved - total.stayed;
    for (const { Body = '', ReceiptHandle } of await receive(sqs, from, Math.min(BATCH, room))) {
      try {
        await put(Body);
      } catch (error) {
        total.stayed += 1;
        total.why = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
        continue;
      }
      await sqs.send(new DeleteMessageCommand({ QueueUrl: from, ReceiptHandle }));
      total.moved += 1;
    }
    if (total.moved === before) return total;
  }
  return total;
}

async function receive(sqs: SQSClient, QueueUrl: string, MaxNumberOfMessages: number): Promise<Message[]> {
  const asked = new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages, WaitTimeSeconds: WAIT_SECONDS });
  return (await sqs.send(asked)).Messages ?? [];
}
