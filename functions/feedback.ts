import type { EventBridgeEvent } from 'aws-lambda';
import { readBareEnvironment } from './adapters/bare-environment.ts';
import { asHints } from './adapters/hints.ts';
import { logFault } from './adapters/log-fault.ts';
import { makeBareDeps } from './adapters/make-bare-deps.ts';
import { measuredStore } from './adapters/measured.ts';
import { makeNote, makeTally } from './adapters/metrics.ts';
import { readSesEvent } from './adapters/ses-event.ts';
import { takeFeedback } from './app/feedback.ts';

const environment = readBareEnvironment('feedback');
const { store, ...rest } = makeBareDeps(environment);
const note = makeNote(environment);

/** What SES reports of mails, through EventBridge: receipts, and the facts that follow from them. */
export async function handler(event: EventBridgeEvent<string, unknown>): Promise<void> {
  const mailEvent = readSesEvent(event.detail);
  if (!mailEvent) return;
  const tally = makeTally();
  const { conversation, mail, outcome } = mailEvent;
  const about = { conversation, mail, outcome };
  try {
    const deps = { ...rest, store: measuredStore(store, tally, 'feedback') };
    await takeFeedback(asHints(deps, tally), mailEvent);
  } catch (problem) {
    logFault('feedback failed', about, problem);
    // Lambda writes what it is thrown into the log.
    throw new Error('feedback failed');
  } finally {
    note('reported', about, tally);
  }
}
