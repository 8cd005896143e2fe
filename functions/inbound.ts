import type { SESEvent } from 'aws-lambda';
import { readEnvironment } from './adapters/environment.ts';
import { asHints } from './adapters/hints.ts';
import { logFault } from './adapters/log-fault.ts';
import { makeKeylessDeps } from './adapters/make-deps.ts';
import { measuredStore } from './adapters/measured.ts';
import { makeNote, makeTally } from './adapters/metrics.ts';
import { readReceipts } from './adapters/receipt-event.ts';
import { takeMail } from './app/inbound.ts';
import type { ReceivedMail } from './app/incoming-mail.ts';
import { once, onFirstCall } from './app/once.ts';
import type { InboundDeps } from './app/taken.ts';

const environment = readEnvironment('inbound');
const { store, ...rest } = makeKeylessDeps(environment);
// What fetches a mail and what reads it are half of all, and loaded once there is one to fetch.
const bucket = once(async () => {
  const { makeMailBucket, makeS3Client } = await import('./adapters/mail-bucket.ts');
  return makeMailBucket(makeS3Client(environment.aws), { bucket: environment.INBOUND_BUCKET ?? '' });
});
const readMail = onFirstCall(async () => (await import('./adapters/read-mail.ts')).readMail);
const note = makeNote(environment);

async function takeOne(received: ReceivedMail): Promise<void> {
  const tally = makeTally();
  const about: Record<string, string> = { mail: received.id };
  try {
    const deps: InboundDeps = {
      ...rest,
      store: measuredStore(store, tally, 'none'),
      fetchMail: async (id) => (await bucket()).fetchMail(id),
      deleteMail: async (id) => (await bucket()).deleteMail(id),
      readMail,
    };
    about.became = await takeMail(asHints(deps, tally), received);
    tally.add(about.became === 'taken' ? 'RepliesTaken' : 'RepliesDropped');
  } catch (problem) {
    logFault('inbound failed', about, problem);
    // Lambda writes what it is thrown into the log.
    throw new Error('inbound failed');
  } finally {
    note('received', about, tally);
  }
}

/** Mail to the reply domain, told of by SES's receipt rule once it lies in the bucket. */
export async function handler(event: SESEvent): Promise<void> {
  for (const received of readReceipts(event)) await takeOne(received);
}
