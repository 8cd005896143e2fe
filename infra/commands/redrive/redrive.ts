import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import {
  GetQueueUrlCommand,
  QueueDoesNotExist,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { ClearError } from '../../local/clear-error.ts';
import { type Moved, moveMessages } from './move-messages.ts';

type Options = {
  sqs: SQSClient;
  lambda: LambdaClient;
  slug: string;
  /** Of each queue, so that what fails again cannot go round for ever. */
  most: number;
};

/**
 * Hands a tenant's dead letters back to where they failed: rings to the wake queue, reports of SES to the feedback Lambda, news
 * of mails to the inbound Lambda. SQS's own message move knows only the first of these queues (the others are not fed by a queue),
 * so all go one way. What arrives twice changes nothing. Throws `ClearError` when the tenant's queues are not there.
 */
export async function redrive({ sqs, lambda, slug, most }: Options): Promise<(Moved & { queue: string })[]> {
  const name = `nevertwice-${slug}`;
  const wake = await urlOf(sqs, `${name}-wake`);
  const ring = async (MessageBody: string) => {
    await sqs.send(new SendMessageCommand({ QueueUrl: wake, MessageBody }));
  };
  const call = (which: string) => async (Payload: string) => {
    await lambda.send(
      new InvokeCommand({ FunctionName: `${name}-${which}`, InvocationType: 'Event', Payload }),
    );
  };
  const all: (Moved & { queue: string })[] = [];
  for (const [queue, put] of [
    [`${name}-wake-dead`, ring],
    [`${name}-alarms-dead`, ring],
    [`${name}-feedback-dead`, call('feedback')],
    [`${name}-inbound-dead`, call('inbound')],
  ] as const) {
    const from = await urlOf(sqs, queue);
    all.push({ queue, ...(await moveMessages(sqs, { from, put, most })) });
  }
  return all;
}

async function urlOf(sqs: SQSClient, QueueName: string): Promise<string> {
  try {
    const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName }));
    if (QueueUrl !== undefined) return QueueUrl;
  } catch (error) {
    if (!(error instanceof QueueDoesNotExist)) throw error;
  }
  throw new ClearError(`There is no queue ${QueueName}: is this the tenant’s account?`);
}
