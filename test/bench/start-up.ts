import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';

const ROUNDS = 15;

/**
 * Milliseconds that each file's loading adds to a bare Node, as medians. Runs take turns, so that a busy moment of
 * the machine falls on all of them alike. Throws with the file's own words when one does not load.
 */
export function startUp(
  files: Readonly<Record<string, string>>,
  env: NodeJS.ProcessEnv,
): Map<string, number> {
  const bare = ['', 'process.exit(0)'] as const;
  const loaded = Object.entries(files).map(
    ([name, file]) => [name, `require(${JSON.stringify(file)}); process.exit(0)`] as const,
  );
  const times = new Map<string, number[]>([bare, ...loaded].map(([name]) => [name, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, script] of [bare, ...loaded]) times.get(name)?.push(run(name, script, env));
  }
  const floor = median(times.get('') ?? []);
  return new Map(loaded.map(([name]) => [name, median(times.get(name) ?? []) - floor]));
}

function run(name: string, script: string, env: NodeJS.ProcessEnv): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['-e', script], { env, encoding: 'utf8' });
  const took = performance.now() - start;
  if (status !== 0) throw new Error(`${name} does not load: ${stderr.trim()}`);
  return took;
}

function median(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
