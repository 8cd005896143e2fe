import { makeSqsClient } from './adapters/clients.ts';
import { readEnvironment } from './adapters/environment.ts';
import { logFault } from './adapters/log-fault.ts';
import { makeKeylessDeps } from './adapters/make-deps.ts';
import { measuredStore } from './adapters/measured.ts';
import { makeNote, makeTally } from './adapters/metrics.ts';
import { makeQueueDepth } from './adapters/sqs.ts';
import { sweep } from './app/sweep.ts';

const environment = readEnvironment('sweep');
const { store, ...rest } = makeKeylessDeps(environment);
const queueDepth = makeQueueDepth(makeSqsClient(environment.aws), { queueUrl: environment.QUEUE_URL });
const note = makeNote(environment);

/** Every five minutes: rings whoever should have been woken by now. */
export async function handler(): Promise<{ rung: number }> {
  const tally = makeTally();
  try {
    return { rung: await sweep({ ...rest, store: measuredStore(store, tally, 'none'), queueDepth }) };
  } catch (problem) {
    logFault('sweep failed', {}, problem);
    // Lambda writes what it is thrown into the log.
    throw new Error('sweep failed');
  } finally {
    note('swept', {}, tally);
  }
}
