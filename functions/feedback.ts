import type { EventBridgeEvent } from 'aws-lambda';
import { readBareEnvironment } from './adapters/bare-environment.ts';
import { makeDynamoClient } from './adapters/dynamo-client.ts';
import { makeReadReceipt, makeRecordOutcome } from './adapters/dynamo-receipts.ts';
import { makeSendEvents } from './adapters/dynamo-send-events.ts';
import { makeTable } from './adapters/dynamo-table.ts';
import { asHints } from './adapters/hints.ts';
import { logFault } from './adapters/log-fault.ts';
import { measuredOutcomes, measuredStore } from './adapters/measured.ts';
import { makeNote, makeTally, type Tally } from './adapters/metrics.ts';
import { readSesEvent } from './adapters/ses-event.ts';
import { thisProcess } from './adapters/this-process.ts';
import type { BareDeps } from './app/deps.ts';
import { takeFeedback } from './app/feedback.ts';
import { once } from './app/once.ts';

const environment = readBareEnvironment('feedback');
const { aws, TABLE } = environment;
const table = makeTable(makeDynamoClient(aws), { table: TABLE, now: thisProcess.now });
const recordOutcome = makeRecordOutcome(table);
const store = { readReceipt: makeReadReceipt(table), ...makeSendEvents(table) };
const whole = once(async () => (await import('./adapters/make-bare-deps.ts')).makeBareDeps(environment));
const note = makeNote(environment);

async function counted(tally: Tally): Promise<BareDeps> {
  const deps = await whole();
  return asHints({ ...deps, store: measuredStore(deps.store, tally, 'feedback') }, tally);
}

/** What SES reports of mails, through EventBridge: receipts, and the facts that follow from them. */
export async function handler(event: EventBridgeEvent<string, unknown>): Promise<void> {
  const mailEvent = readSesEvent(event.detail);
  if (!mailEvent) return;
  const tally = makeTally();
  const { conversation, mail, outcome } = mailEvent;
  const about = { conversation, mail, outcome };
  const reports = { ...store, recordOutcome: measuredOutcomes(recordOutcome, tally, 'feedback') };
  try {
    await takeFeedback({ store: reports }, mailEvent, () => counted(tally));
  } catch (problem) {
    logFault('feedback failed', about, problem);
    // Lambda writes what it is thrown into the log.
    throw new Error('feedback failed');
  } finally {
    note('reported', about, tally);
  }
}
