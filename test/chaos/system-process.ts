import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';

/** What a system is started with: the bundle, its folder, its tenant, and when its clock starts if the folder is new. */
export type Setting = { script: string; dataDir: string; tenantPath: string; now: string };

export type Doors = { appUrl: string; consoleUrl: string };

export type SystemProcess = {
  /** Answers once it is ready; undefined when it ended before. */
  ready: Promise<Doors | undefined>;
  kill: () => Promise<void>;
  /** Stops it where it stands, as a kill would, but so that it can go on. */
  freeze: () => void;
  thaw: () => void;
  ended: Promise<unknown>;
  isOver: () => boolean;
  complaints: () => string;
};

const alive = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of alive) child.kill('SIGKILL');
});

/** Starts a system in a process of its own. */
export function startProcess({ script, dataDir, tenantPath, now }: Setting): SystemProcess {
  const child = spawn(process.execPath, [script], {
    env: {
      ...process.env,
      NODE_COMPILE_CACHE: join(dirname(script), 'compiled'),
      PORT: '0',
      CONSOLE_PORT: '0',
      SMTP_PORT: '0',
      DATA_DIR: dataDir,
      TENANT: tenantPath,
      NOW: now,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  alive.add(child);
  let complaints = '';
  child.stderr.on('data', (chunk) => {
    complaints += chunk;
  });
  const closed = once(child, 'close').then(() => alive.delete(child));
  const ready = new Promise<Doors | undefined>((resolve) => {
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
      const doors = /^ready app=(\S+) console=(\S+)\n/m.exec(said);
      if (doors?.[1] && doors[2]) resolve({ appUrl: doors[1], consoleUrl: doors[2] });
    });
    void closed.then(() => resolve(undefined));
  });
  return {
    ready,
    kill: async () => {
      child.kill('SIGKILL');
      await closed;
    },
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    ended: closed,
    isOver: () => !alive.has(child),
    complaints: () => complaints,
  };
}
