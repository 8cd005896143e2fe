import { readFileSync } from 'node:fs';
import { makeDoer } from './do-job.ts';
import type { Job } from './jobs.ts';
import type { Atlas } from './zone-data.ts';

/** What a process is given to do, in a file: where the program is, the rules, and its jobs. */
export type Orders = { product: string; atlas: Atlas; jobs: Job[] };

/** Does every job in turn and sends each report; the process's own zone was set before it started. */
async function work(): Promise<void> {
  const { product, atlas, jobs }: Orders = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));
  const doJob = makeDoer(product, atlas);
  for (const job of jobs) process.send?.({ report: await doJob(job) });
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuSeconds: (user + system) / 1e6 });
  process.disconnect?.();
}

work().catch((problem: unknown) => {
  process.send?.({ problem: problem instanceof Error ? problem.stack : `${problem}` }, () => process.exit(1));
});
