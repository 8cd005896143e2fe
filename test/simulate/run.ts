import { Worker } from 'node:worker_threads';
import type { BatchReport, Job } from './job.ts';

type Answer = { report: BatchReport } | { problem: string };

/** Has jobs done by workers, each of them the next one that is left; throws when a worker does. */
export async function runJobs(
  jobs: readonly Job[],
  options: { script: string; threads: number; done?: (report: BatchReport) => void },
): Promise<BatchReport[]> {
  const left = [...jobs];
  const reports: BatchReport[] = [];
  const work = (worker: Worker) =>
    new Promise<void>((resolve, reject) => {
      const next = () => {
        const job = left.shift();
        if (job) worker.postMessage(job);
        else resolve();
      };
      worker.on('error', reject);
      worker.on('message', (answer: Answer) => {
        if ('problem' in answer) return reject(new Error(answer.problem));
        reports.push(answer.report);
        options.done?.(answer.report);
        next();
      });
      next();
    });
  const threads = Math.min(options.threads, jobs.length);
  const workers = Array.from(
    { length: threads },
    () =>
      // What lives for one call fits into a young generation of this size, and is then collected at no cost.
      new Worker(options.script, { resourceLimits: { maxYoungGenerationSizeMb: 256 } }),
  );
  try {
    await Promise.all(workers.map(work));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return reports;
}
