import type { SESEvent } from 'aws-lambda';
import { readEnvironment } from './adapters/environment.ts';
import { asHints } from './adapters/hints.ts';
import { logFault } from './adapters/log-fault.ts';
import { makeMailBucket, makeS3Client } from './adapters/mail-bucket.ts';
import { makeKeylessDeps } from './adapters/make-deps.ts';
import { measuredStore } from './adapters/measured.ts';
import { makeNote, makeTally } from './adapters/metrics.ts';
import { readMail } from './adapters/read-mail.ts';
import { readReceipts } from './adapters/receipt-event.ts';
import { takeMail } from './app/inbound.ts';
import type { ReceivedMail } from './app/incoming-mail.ts';

const environment = readEnvironment('inbound');
const { store, ...rest } = makeKeylessDeps(environment);
const bucket = makeMailBucket(makeS3Client(environment.aws), { bucket: environment.INBOUND_BUCKET ?? '' });
const note = makeNote(environment);

async function takeOne(received: ReceivedMail): Promise<void> {
  const tally = makeTally();
  const about: Record<string, string> = { mail: received.id };
  try {
    const deps = { ...rest, ...bucket, readMail, store: measuredStore(store, tally, 'none') };
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
