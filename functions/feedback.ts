import type { EventBridgeEvent } from 'aws-lambda';
import { readEnvironment } from './adapters/environment.ts';
import { makeKeylessDeps } from './adapters/make-deps.ts';
import { readSesEvent } from './adapters/ses-event.ts';
import { takeFeedback } from './app/feedback.ts';

const deps = makeKeylessDeps(readEnvironment('feedback'));

/** What SES reports of mails, through EventBridge: receipts, and the facts that follow from them. */
export async function handler(event: EventBridgeEvent<string, unknown>): Promise<void> {
  const mailEvent = readSesEvent(event.detail);
  if (mailEvent) await takeFeedback(deps, mailEvent);
}
