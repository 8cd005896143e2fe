import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Row } from './row.ts';
import { spreadOf } from './spread.ts';

// As it was before anything was measured: what plays a Lambda in this process leaves its variables behind.
const ENV = { ...process.env };
const STARTS = 5;
const MINUTE_MS = 60_000;

async function startOnce(dataDir: string): Promise<number> {
  const began = performance.now();
  const env = { ...ENV, DATA_DIR: dataDir, PORT: '0', CONSOLE_PORT: '0', SMTP_PORT: '0' };
  const child = spawn('npm', ['start', '--silent'], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
    detached: true,
  });
  const ended = once(child, 'close');
  // Its first lines say where it is, once it can be asked.
  await Promise.race([
    once(child.stdout, 'data'),
    ended.then(() => Promise.reject(new Error('npm start ended.'))),
  ]);
  const took = performance.now() - began;
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
  await ended;
  return took;
}

/** How long `npm start` takes until it is ready: of this machine, so it is shown and fails nothing. */
export async function measureStart(): Promise<Row> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-start-'));
  try {
    const times: number[] = [];
    for (let start = 0; start < STARTS; start += 1) times.push(await startOnce(join(folder, String(start))));
    const { median, low, high } = spreadOf(times);
    return { what: 'npm start, to ready', value: median, unit: 'ms', spread: [low, high], goal: 3_000 };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** How long `npm test` takes: shown, as above. Throws when a test fails. */
export async function measureTests(): Promise<Row> {
  const began = performance.now();
  const child = spawn('npm', ['test', '--silent'], { env: ENV, stdio: 'ignore' });
  const [status] = await once(child, 'exit');
  if (status !== 0) throw new Error('npm test fails; run it by itself to see why.');
  return { what: 'npm test', value: (performance.now() - began) / MINUTE_MS, unit: 'min', goal: 4 };
}
