import { fork } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleBoth } from './bundles.ts';
import type { Report } from './do-job.ts';
import type { Job } from './jobs.ts';
import type { Orders } from './worker.ts';
import type { Atlas } from './zone-data.ts';

/** The zones of the processes: none, one with an odd offset far ahead, one behind. */
const PROCESS_ZONES = ['UTC', 'Pacific/Chatham', 'America/New_York'] as const;

export type Ran = { zone: string; reports: Report[]; cpuSeconds: number };
type Said = { report: Report } | { cpuSeconds: number } | { problem: string };

function runIn(zone: string, worker: string, orders: string, done: () => void): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const ran: Ran = { zone, reports: [], cpuSeconds: 0 };
    const child = fork(worker, [orders], { env: { ...process.env, TZ: zone }, execArgv: [] });
    child.on('message', (said: Said) => {
      if ('problem' in said) return reject(new Error(`in a process in ${zone}: ${said.problem}`));
      if ('cpuSeconds' in said) ran.cpuSeconds = said.cpuSeconds;
      else ran.reports.push(said.report);
      done();
    });
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve(ran) : reject(new Error(`${zone} ended with ${code}`))));
  });
}

/** What one of the processes does of a job: everything that is lived, and its third of what is planned. */
function shareOf(job: Job, number: number, process: number): Job {
  return job.planned && number % PROCESS_ZONES.length !== process ? { ...job, places: [] } : job;
}

type Options = { zones?: readonly string[]; done?: () => void; share?: typeof shareOf };

/** Has conversations lived in a process of each zone, side by side, unless `share` says otherwise. */
export async function runJobs(
  atlas: Atlas,
  jobs: readonly Job[],
  { zones = PROCESS_ZONES, done = () => undefined, share = shareOf }: Options = {},
): Promise<Ran[]> {
  const folder = await mkdtemp(join(tmpdir(), 'zones-'));
  try {
    const { product, worker } = await bundleBoth(folder);
    const inZone = async (zone: string, index: number) => {
      const file = join(folder, `orders-${index}.json`);
      const orders: Orders = { product, atlas, jobs: jobs.map((job, number) => share(job, number, index)) };
      await writeFile(file, JSON.stringify(orders));
      return runIn(zone, worker, file, done);
    };
    return await Promise.all(zones.map(inZone));
  } finally {
    await rm(folder, { recursive: true });
  }
}
