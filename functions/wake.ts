import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { readEnvironment } from './adapters/environment.ts';
import { logFault } from './adapters/log-fault.ts';
import { makeDeps } from './adapters/make-deps.ts';
import { makeOutbox } from './adapters/make-outbox.ts';
import { once } from './adapters/once.ts';
import { readRing } from './adapters/sqs.ts';
import { wake } from './app/wake.ts';

const environment = readEnvironment('wake');
const outbox = makeOutbox(environment);
const deps = once(() => makeDeps(environment));

async function wakeOne(record: SQSRecord): Promise<string | undefined> {
  try {
    await wake(await deps(), outbox, readRing(record.body));
    return undefined;
  } catch (problem) {
    logFault('wake failed', { ring: record.messageId }, problem);
    return record.messageId;
  }
}

/** The only place that sends anything. One ring that fails does not hold up the others of its batch. */
export async function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  const failed: string[] = [];
  for (const record of event.Records) {
    const id = await wakeOne(record);
    if (id !== undefined) failed.push(id);
  }
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
}
