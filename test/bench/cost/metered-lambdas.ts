import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { BilledLambda } from '../../../infra/constructs/memory.ts';
import type { Handlers } from '../../../infra/local/handlers.ts';
import { type ServiceCall, waitMs } from './service-call.ts';

export type Invocation = {
  readonly lambda: BilledLambda;
  readonly at: number;
  readonly cpuMs: number;
  /** For the services it asked, had they been in AWS. */
  readonly waitMs: number;
  readonly mails: number;
  readonly readUnits: number;
};

export type MeteredLambdas = {
  readonly handlers: Handlers;
  readonly invocations: readonly Invocation[];
  /** What they wrote to stdout, which in AWS is their log. */
  log(): string;
  close(): Promise<unknown>;
};

type Options = {
  bundles: Readonly<Record<string, string>>;
  env: NodeJS.ProcessEnv;
  dataDir: string;
  now: () => number;
  calls: readonly ServiceCall[];
};

/** Runs the bundles one event after the other in a thread of their own, and notes what each event took. */
export function startMeteredLambdas({ bundles, env, dataDir, now, calls }: Options): MeteredLambdas {
  const invocations: Invocation[] = [];
  const worker = new Worker(new URL('./lambda-worker.ts', import.meta.url), {
    env,
    stdout: true,
    workerData: { bundles, startAt: now(), dataDir: join(dataDir, 'lambdas') },
  });
  let written = '';
  worker.stdout.on('data', (chunk) => {
    written += chunk;
  });
  let count = 0;

  const invoke = async (lambda: BilledLambda, event: unknown) => {
    const id = ++count;
    const before = calls.length;
    const at = now();
    const answered = new Promise<{ result: never; cpuMs: number }>((done, fail) => {
      worker.once('error', fail);
      worker.on('message', (message) => {
        if (message.id === id) done(message);
      });
    });
    worker.postMessage({ id, lambda, now: now(), event });
    const { result, cpuMs } = await answered;
    worker.removeAllListeners('message').removeAllListeners('error');
    const own = calls.slice(before).filter((call) => call.lambda === lambda);
    invocations.push({
      lambda,
      at,
      cpuMs,
      waitMs: waitMs(own),
      mails: own.filter(({ action }) => action === 'SendRawEmail').length,
      readUnits: own.reduce((sum, { readUnits }) => sum + readUnits, 0),
    });
    return result;
  };

  // One event at a time: processor time is the whole thread's.
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = (lambda: BilledLambda) => (event: unknown) => {
    const mine = turn.then(() => invoke(lambda, event));
    turn = mine.catch(() => undefined);
    return mine;
  };
  return {
    handlers: {
      web: inTurn('web'),
      wake: inTurn('wake'),
      sweep: inTurn('sweep'),
      feedback: inTurn('feedback'),
      inbound: () => Promise.reject(new Error('No mail comes in while a conversation is measured.')),
      canary: () => Promise.reject(new Error('No canary runs while a conversation of people is measured.')),
    },
    invocations,
    log: () => written,
    close: () => worker.terminate(),
  };
}
