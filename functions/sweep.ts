import { readBareEnvironment } from './adapters/bare-environment.ts';
import { makeFindByMoment } from './adapters/dynamo-by-moment.ts';
import { makeDynamoClient } from './adapters/dynamo-client.ts';
import { makeTable } from './adapters/dynamo-table.ts';
import { makeZoneData } from './adapters/dynamo-zone-data.ts';
import { logFault } from './adapters/log-fault.ts';
import { makeHints } from './adapters/make-hints.ts';
import { makeNote, makeTally } from './adapters/metrics.ts';
import { thisProcess } from './adapters/this-process.ts';
import { onFirstCall } from './app/once.ts';
import { type SweepStore, sweep } from './app/sweep.ts';

const environment = readBareEnvironment('sweep');
const { aws, TABLE, QUEUE_URL, TENANT } = environment;
const table = makeTable(makeDynamoClient(aws), { table: TABLE, now: thisProcess.now });
const { findOverdue, ...store } = { ...makeFindByMoment(table), ...makeZoneData(table) };
const { ring } = makeHints(environment);
const queueDepth = onFirstCall(async () => {
  const { makeQueueDepth, makeSqsClient } = await import('./adapters/sqs.ts');
  return makeQueueDepth(makeSqsClient(aws), { queueUrl: QUEUE_URL });
});
const note = makeNote(environment);

/** Every five minutes: rings whoever should have been woken by now. */
export async function handler(): Promise<{ rung: number }> {
  const tally = makeTally();
  const counted: SweepStore = {
    ...store,
    findOverdue: async (...asked) => {
      const found = await findOverdue(...asked);
      tally.add('SweepFoundOverdue', found.length);
      return found;
    },
  };
  try {
    return { rung: await sweep({ ...thisProcess, ring, store: counted, tenant: TENANT, queueDepth }) };
  } catch (problem) {
    logFault('sweep failed', {}, problem);
    // Lambda writes what it is thrown into the log.
    throw new Error('sweep failed');
  } finally {
    note('swept', {}, tally);
  }
}
