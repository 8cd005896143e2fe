import type { BareDeps } from '../app/deps.ts';
import type { BareEnvironment } from './bare-environment.ts';
import { makeDynamoClient } from './dynamo-client.ts';
import { makeDynamoStore } from './dynamo-store.ts';
import { makeHints } from './make-hints.ts';
import { thisProcess } from './this-process.ts';

/** The outside world of a Lambda that reads and changes conversations, made once per cold start. */
export function makeBareDeps(environment: Omit<BareEnvironment, 'TENANT'>): BareDeps {
  const { aws } = environment;
  return {
    store: makeDynamoStore(makeDynamoClient(aws), { table: environment.TABLE, now: thisProcess.now }),
    ...makeHints(environment),
    ...thisProcess,
  };
}
