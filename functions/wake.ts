import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { calendarOfTenant } from './adapters/calendar-of-tenant.ts';
import { readEnvironment } from './adapters/environment.ts';
import { logFault } from './adapters/log-fault.ts';
import { makeDeps } from './adapters/make-deps.ts';
import { makeOutbox } from './adapters/make-outbox.ts';
import { measuredOutbox, measuredStore } from './adapters/measured.ts';
import { makeNote, makeTally } from './adapters/metrics.ts';
import { readRing } from './adapters/ring-message.ts';
import { once } from './app/once.ts';
import { wake } from './app/wake.ts';
import { admitCanary } from './domain/canary.ts';

const environment = readEnvironment('wake');
const outbox = once(async () => ({
  ...makeOutbox(environment),
  calendar: await calendarOfTenant(environment),
}));
const note = makeNote(environment);
const TENANT = environment.CANARY === 'on' ? admitCanary(environment.TENANT) : environment.TENANT;
const deps = once(() => makeDeps({ ...environment, TENANT }));

async function wakeOne({ messageId, body }: SQSRecord): Promise<string | undefined> {
  const tally = makeTally();
  tally.add('Wakes');
  const about: Record<string, string> = { ring: messageId };
  try {
    about.conversation = readRing(body);
    const { store, ...rest } = await deps();
    const measured = { ...rest, store: measuredStore(store, tally, 'wake') };
    await wake(measured, measuredOutbox(await outbox(), tally), about.conversation);
    return undefined;
  } catch (problem) {
    logFault('wake failed', about, problem);
    return messageId;
  } finally {
    note('woke', about, tally);
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
