import {
  DeleteMessageBatchCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import type { SQSBatchResponse, SQSRecord } from 'aws-lambda';
import type { LocalServers } from './aws/local-servers.ts';
import type { FailureLog } from './failures.ts';
import type { Handlers } from './handlers.ts';

/**
 * Lambda's event source mapping for the wake queue: takes up to 10 messages, deletes the ones that went well and leaves the
 * others until their visibility ends. Answers how many it took. Like the real one it goes on after a failed receive or delete.
 */
export function createQueueSource(options: {
  client: SQSClient;
  servers: Pick<LocalServers, 'queueUrl' | 'queueArn' | 'queue'>;
  region: string;
  wake: Handlers['wake'];
  now: () => number;
  failures: FailureLog;
}): { poll(): Promise<number> } {
  const { client, servers, now } = options;
  const QueueUrl = servers.queueUrl;

  async function failedOf(records: SQSRecord[]): Promise<ReadonlySet<string>> {
    const ids = new Set(records.map((record) => record.messageId));
    try {
      return failedIds(ids, await options.wake({ Records: records }));
    } catch (error) {
      options.failures.add('wake', error);
      return ids;
    }
  }

  async function receive(): Promise<Message[]> {
    const command = new ReceiveMessageCommand({
      QueueUrl,
      MaxNumberOfMessages: 10,
      WaitTimeSeconds: 0,
      MessageSystemAttributeNames: ['All'],
      MessageAttributeNames: ['All'],
    });
    try {
      return (await client.send(command)).Messages ?? [];
    } catch (error) {
      options.failures.add('queue', error);
      return [];
    }
  }

  async function remove(records: SQSRecord[]): Promise<void> {
    const entries = records.map((record, n) => ({ Id: String(n), ReceiptHandle: record.receiptHandle }));
    try {
      await client.send(new DeleteMessageBatchCommand({ QueueUrl, Entries: entries }));
    } catch (error) {
      options.failures.add('queue', error);
    }
  }

  return {
    async poll() {
      const visibleAt = await servers.queue.nextVisibleAt();
      if (visibleAt === undefined || visibleAt > now()) return 0;
      const messages = await receive();
      if (messages.length === 0) return 0;
      const records = messages.map((message) => toRecord(message, servers.queueArn, options.region));
      const failed = await failedOf(records);
      const done = records.filter((record) => !failed.has(record.messageId));
      if (done.length > 0) await remove(done);
      return messages.length;
    },
  };
}

/** An empty list is success; an identifier that is empty or unknown fails the whole batch (Lambda, partial batch responses). */
function failedIds(ids: ReadonlySet<string>, response: SQSBatchResponse | undefined): ReadonlySet<string> {
  const failed = (response?.batchItemFailures ?? []).map((failure) => failure.itemIdentifier);
  return failed.every((id) => ids.has(id)) ? new Set(failed) : ids;
}

function toRecord(message: Message, queueArn: string, region: string): SQSRecord {
  const attributes = message.Attributes ?? {};
  return {
    messageId: message.MessageId ?? '',
    receiptHandle: message.ReceiptHandle ?? '',
    body: message.Body ?? '',
    attributes: {
      ApproximateReceiveCount: attributes.ApproximateReceiveCount ?? '1',
      SentTimestamp: attributes.SentTimestamp ?? '0',
      SenderId: attributes.SenderId ?? '',
      ApproximateFirstReceiveTimestamp: attributes.ApproximateFirstReceiveTimestamp ?? '0',
    },
    messageAttributes: {},
    md5OfBody: message.MD5OfBody ?? '',
    eventSource: 'aws:sqs',
    eventSourceARN: queueArn,
    awsRegion: region,
  };
}
