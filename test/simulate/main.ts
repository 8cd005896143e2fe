import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleWorker } from './bundle-worker.ts';
import { jobsOf } from './jobs.ts';
import { runJobs } from './run.ts';
import { summaryOf } from './summary.ts';

const { values } = parseArgs({
  options: {
    conversations: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    threads: { type: 'string', default: '2' },
  },
});

function whole(name: string, text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= 0) return number;
  process.stderr.write(`--${name} takes a whole number, not ${text}\n`);
  process.exit(1);
}

const run = {
  seed: whole('seed', values.seed),
  conversations: whole('conversations', values.conversations),
  only: values.only === undefined ? undefined : whole('only', values.only),
};
const folder = await mkdtemp(join(tmpdir(), 'simulate-'));
try {
  const began = performance.now();
  const script = await bundleWorker(folder);
  const reports = await runJobs(jobsOf(run), { script, threads: whole('threads', values.threads) });
  for (const line of reports.flatMap(({ trace }) => trace)) process.stdout.write(`${line}\n`);
  const { lines, isClean } = summaryOf(run, reports);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  process.stdout.write(`${lines.join('\n')}\nseed ${run.seed}, ${seconds} s\n`);
  if (!isClean) process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true });
}
