import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ClearError } from '../clear-error.ts';

export type ChildSystem = { appUrl: string; consoleUrl: string; stop(): Promise<void> };

const START = ['--import', 'tsx', new URL('../start.ts', import.meta.url).pathname];
const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/**
 * Runs the system as `npm start` does, in a process and a folder of its own: one clock a process. `script`: of
 * `bundleSystem`, for whoever starts many.
 */
export async function startChildSystem(
  tenantPath: string,
  now: string,
  script?: string,
): Promise<ChildSystem> {
  const dataDir = await mkdtemp(join(tmpdir(), 'nevertwice-data-'));
  const child = spawn(process.execPath, script ? [script] : START, {
    env: {
      ...process.env,
      PORT: '0',
      CONSOLE_PORT: '0',
      SMTP_PORT: '0',
      DATA_DIR: dataDir,
      TENANT: tenantPath,
      NOW: now,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  const closed = once(child, 'close');
  const stop = async () => {
    child.kill('SIGTERM');
    await closed;
    running.delete(child);
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    return { ...(await readyLine(child)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function readyLine(child: ChildProcess): Promise<{ appUrl: string; consoleUrl: string }> {
  let said = '';
  let complained = '';
  child.stderr?.on('data', (chunk) => {
    complained += chunk;
  });
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk) => {
      said += chunk;
      const ready = /^ready app=(\S+) console=(\S+)\n/m.exec(said);
      if (ready?.[1] && ready[2]) resolve({ appUrl: ready[1], consoleUrl: ready[2] });
    });
    child.on('close', (status) => {
      const reason = complained.trim().split('\n')[0] || `it ended with ${status}`;
      reject(new ClearError(`The system did not start: ${reason}`));
    });
  });
}
