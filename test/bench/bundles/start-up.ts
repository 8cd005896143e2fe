import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import * as z from 'zod';
import { type Spread, spreadOf } from '../spread.ts';

const ROUNDS = 25;
// Processor time and not the clock's: what else runs on the machine moves the clock by a factor and this by a tenth.
const READY = 'process.stdout.write(JSON.stringify(process.cpuUsage()))';
const usage = z.object({ user: z.number(), system: z.number() });

/**
 * Milliseconds of the processor from the start of a process until each file is loaded; `bare` is Node with nothing. Runs take
 * turns, so that a busy moment of the machine falls on all of them alike. Throws with the file's own words when one does not load.
 */
export async function startUps(
  files: Readonly<Record<string, string>>,
  env: NodeJS.ProcessEnv,
): Promise<{ bare: Spread; loaded: ReadonlyMap<string, Spread> }> {
  const scripts = Object.entries(files).map(
    ([name, file]) =>
      [name, `import(${JSON.stringify(pathToFileURL(file).href)}).then(() => ${READY})`] as const,
  );
  const times = new Map<string, number[]>(['', ...Object.keys(files)].map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [name, script] of [['', READY] as const, ...scripts])
      times.get(name)?.push(await ready(name, script, env));
  return {
    bare: spreadOf(times.get('') ?? []),
    loaded: new Map(scripts.map(([name]) => [name, spreadOf(times.get(name) ?? [])])),
  };
}

async function ready(name: string, script: string, env: NodeJS.ProcessEnv): Promise<number> {
  const child = spawn(process.execPath, ['-e', script], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const [said, problem] = [text(child.stdout), text(child.stderr)];
  // A Lambda stays; here it is over once it is ready.
  child.stdout.once('data', () => child.kill('SIGKILL'));
  const answer = await said;
  if (answer === '') throw new Error(`${name} does not load: ${(await problem).trim().slice(-1_000)}`);
  const { user, system } = usage.parse(JSON.parse(answer));
  return (user + system) / 1_000;
}
