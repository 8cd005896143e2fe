import { parentPort } from 'node:worker_threads';
import { type Job, runJob } from './job.ts';

parentPort?.on('message', (job: Job) => {
  runJob(job).then(
    (report) => parentPort?.postMessage({ report }),
    (problem: unknown) =>
      parentPort?.postMessage({
        problem: problem instanceof Error ? (problem.stack ?? problem.message) : `${problem}`,
      }),
  );
});
