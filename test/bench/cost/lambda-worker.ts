import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import * as z from 'zod';
import { startClock } from '../../../infra/local/clock.ts';

// The Lambdas in a thread of their own, so that their processor time is told apart from that of the servers they call.

const { bundles, dataDir, startAt } = z
  .object({ bundles: z.record(z.string(), z.string()), dataDir: z.string(), startAt: z.number() })
  .parse(workerData);
const clock = startClock({ dataDir, startAt });
const handlers = new Map(
  Object.entries(bundles).map(([lambda, file]) => [lambda, createRequire(file)(file).handler]),
);
const invocation = z.object({ id: z.int(), lambda: z.string(), now: z.number(), event: z.json() });

parentPort?.on('message', async (message) => {
  const { id, lambda, now, event } = invocation.parse(message);
  clock.advanceTo(now);
  const before = process.threadCpuUsage();
  const result = await handlers.get(lambda)(event);
  const { user, system } = process.threadCpuUsage(before);
  parentPort?.postMessage({ id, result, cpuMs: (user + system) / 1000 });
});
