import { makeSqsClient } from './adapters/clients.ts';
import { readEnvironment } from './adapters/environment.ts';
import { makeKeylessDeps } from './adapters/make-deps.ts';
import { makeQueueDepth } from './adapters/sqs.ts';
import { sweep } from './app/sweep.ts';

const environment = readEnvironment('sweep');
const deps = makeKeylessDeps(environment);
const queueDepth = makeQueueDepth(makeSqsClient(environment.aws), { queueUrl: environment.QUEUE_URL });

/** Every five minutes: rings whoever should have been woken by now. */
export async function handler(): Promise<{ rung: number }> {
  return { rung: await sweep({ ...deps, queueDepth }) };
}
