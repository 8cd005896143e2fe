import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export type Child = {
  process: ChildProcess;
  appUrl: string;
  consoleUrl: string;
  smtpUrl: string;
  /** What it wrote so far. */
  stdout(): string;
  /** On stdout and stderr. */
  written(): string;
};

export type Ended = { status: number | null; stdout: string; stderr: string };

const START = fileURLToPath(new URL('../../infra/local/start.ts', import.meta.url));

function run(script: string, env: Record<string, string>) {
  const bundle = script === START ? process.env.SYSTEM_BUNDLE : undefined;
  const args = script.endsWith('.mjs') ? [script] : ['--import', 'tsx', script];
  const child = spawn(process.execPath, bundle ? [bundle] : args, {
    env: { ...process.env, PORT: '0', CONSOLE_PORT: '0', SMTP_PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => {
    output.stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output.stderr += chunk;
  });
  return { child, output };
}

/** Runs a system in a process of its own until it is ready; rejects with what it said when it ends before. */
export function startChild(script: string, env: Record<string, string>): Promise<Child> {
  const { child, output } = run(script, env);
  return new Promise((resolve, reject) => {
    child.on('close', (status) => reject(new Error(`It ended with ${status}: ${output.stderr}`)));
    child.stdout.on('data', () => {
      const ready = /^mail to the reply domain: (\S+)\nready app=(\S+) console=(\S+)\n/m.exec(output.stdout);
      if (ready?.[1] && ready[2] && ready[3])
        resolve({
          process: child,
          smtpUrl: ready[1],
          appUrl: ready[2],
          consoleUrl: ready[3],
          stdout: () => output.stdout,
          written: () => output.stdout + output.stderr,
        });
    });
  });
}

/** Runs one to its end. */
export async function runToEnd(script: string, env: Record<string, string>): Promise<Ended> {
  const { child, output } = run(script, env);
  const [status] = await once(child, 'close');
  return { status, ...output };
}

/** Sends a signal and answers the exit status, null after a kill. */
export async function endChild(child: Child, signal: NodeJS.Signals): Promise<number | null> {
  const closed = once(child.process, 'close');
  child.process.kill(signal);
  const [status] = await closed;
  return status;
}
