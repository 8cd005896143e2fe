import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import * as z from 'zod';
import { type Spread, spreadOf } from '../spread.ts';

const ROUNDS = 25;
// Processor time and not the clock's: what else runs on the machine moves the clock by a factor and this by a tenth.
const READY = 'process.stdout.write(JSON.stringify(process.cpuUsage()))';
const usage = z.object({ user: z.number(), system: z.number() });

export type StartUp = {
  /** Milliseconds of the processor over bare Node. */
  readonly ms: Spread;
  /** The same over what the reference took in the same round. */
  readonly times: Spread;
};

/**
 * What each file takes until it is loaded, beside a reference. All take turns, and each round is compared with itself, so that a
 * busy moment of the machine falls on all of them alike. Throws with the file's own words when one does not load.
 */
export async function startUps(
  reference: string,
  files: Readonly<Record<string, string>>,
  env: NodeJS.ProcessEnv,
): Promise<ReadonlyMap<string, StartUp>> {
  const scripts = Object.entries({ ...files, reference }).map(
    ([name, file]) =>
      [name, `import(${JSON.stringify(pathToFileURL(file).href)}).then(() => ${READY})`] as const,
  );
  const taken = new Map(scripts.map(([name]): [string, number[]] => [name, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    const bare = await ready('bare Node', READY, env);
    for (const [name, script] of scripts) taken.get(name)?.push((await ready(name, script, env)) - bare);
  }
  const base = taken.get('reference') ?? [];
  return new Map(
    [...taken].map(([name, ms]) => {
      const times = ms.map((each, round) => each / (base[round] ?? Number.NaN));
      return [name, { ms: spreadOf(ms), times: spreadOf(times) }];
    }),
  );
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
