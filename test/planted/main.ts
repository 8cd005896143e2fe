import { readFileSync } from 'node:fs';
import { canaries } from './canaries.ts';
import { type Guard, staleness } from './guard.ts';
import { guards } from './guards.ts';
import { failingAnyway, plantedOneByOne } from './run-guards.ts';
import type { Verdict } from './verdict.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

function lineOf({ name, stops, test }: Guard, verdict: Verdict): string {
  if ('found' in verdict) return `found  ${name.padEnd(48)}  ${verdict.found}  (${test})`;
  return `NOT FOUND  ${name}: ${verdict.overlooked} (${test})\n           without it: ${stops}`;
}

function stop(problems: readonly string[]): void {
  if (problems.length === 0) return;
  for (const problem of problems) say(problem);
  process.exit(1);
}

stop(
  [...guards, ...canaries].flatMap((guard) => {
    const stale = staleness(guard, (file) => readFileSync(file, 'utf8'));
    return stale === undefined ? [] : [`${guard.name}: ${stale}`];
  }),
);
stop(await failingAnyway(guards));

let found = 0;
const taken: string[] = [];
for await (const [guard, verdict] of plantedOneByOne([...guards, ...canaries])) {
  if (!canaries.includes(guard)) {
    say(lineOf(guard, verdict));
    if ('found' in verdict) found += 1;
  } else if ('found' in verdict) taken.push(guard.name);
}
for (const name of taken) say(`The canary “${name}” was taken for found: this run proves nothing.`);
const { user, system } = process.cpuUsage();
say(`planted defects found: ${found} of ${guards.length} (${Math.round((user + system) / 1e6)} CPU seconds)`);
process.exit(found === guards.length && taken.length === 0 ? 0 : 1);
