import { DeleteMessageCommand, ReceiveMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';

const BATCH = 10;
// Asks every server that SQS keeps the queue on; without it some messages seem not to be there.
const WAIT_SECONDS = 1;

/**
 * Hands at most `most` messages of a queue on and answers how many. Each leaves the queue only after `put` took it, so one
 * may be handed on twice and none is lost; a `put` that throws ends it, and its message shows again after half a minute.
 */
export async function moveMessages(
  sqs: SQSClient,
  { from, put, most }: { from: string; put: (body: string) => Promise<void>; most: number },
): Promise<number> {
  let moved = 0;
  while (moved < most) {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({
        QueueUrl: from,
        MaxNumberOfMessages: Math.min(BATCH, most - moved),
        WaitTimeSeconds: WAIT_SECONDS,
      }),
    );
    if (Messages.length === 0) return moved;
    for (const { Body = '', ReceiptHandle } of Messages) {
      await put(Body);
      await sqs.send(new DeleteMessageCommand({ QueueUrl: from, ReceiptHandle }));
      moved += 1;
    }
  }
  return moved;
}
