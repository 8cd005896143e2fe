import { readEnvironment } from './adapters/environment.ts';
import { logFault } from './adapters/log-fault.ts';
import { makeKeylessDeps } from './adapters/make-deps.ts';
import { aboutCanary, measureCanary } from './adapters/measure-canary.ts';
import { makeNote, makeTally } from './adapters/metrics.ts';
import { runCanary } from './app/canary.ts';
import { canaryTenant } from './domain/canary.ts';

const environment = readEnvironment('canary');
const deps = makeKeylessDeps({ ...environment, TENANT: canaryTenant(environment.TENANT) });
const note = makeNote(environment);

/** Once a night: tells how last night's conversation fared, and records tonight's. Rests while sending is off. */
export async function handler(): Promise<void> {
  const tally = makeTally();
  try {
    if (environment.SENDING === 'on')
      await runCanary(deps, (judgement) => {
        measureCanary(tally, judgement);
        note('judged', aboutCanary(judgement), tally);
      });
    tally.add('CanaryRuns');
  } catch (problem) {
    logFault('canary failed', {}, problem);
    // Lambda writes what it is thrown into the log, and calls again twice.
    throw new Error('canary failed');
  } finally {
    note('canary', { sending: environment.SENDING }, tally);
  }
}
