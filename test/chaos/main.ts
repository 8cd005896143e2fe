import { parseArgs } from 'node:util';
import { runChaos } from './run.ts';
import { summaryOf } from './summary.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    jobs: { type: 'string', default: '2' },
  },
});

function whole(name: string, text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= 0) return number;
  process.stderr.write(`--${name} takes a whole number, not ${text}\n`);
  process.exit(1);
}

// So that the systems end with it.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

const began = performance.now();
const seed = whole('seed', values.seed);
const reports = await runChaos({
  rounds: whole('rounds', values.rounds),
  seed,
  jobs: Math.max(1, whole('jobs', values.jobs)),
  keeps: ({ violations }) => violations.length > 0,
  write: (line) => void process.stdout.write(`${line}\n`),
});
const { lines, isClean } = summaryOf(reports);
const seconds = ((performance.now() - began) / 1000).toFixed(0);
process.stdout.write(`${lines.join('\n')}\nseed ${seed}, ${seconds} s\n`);
process.exit(isClean ? 0 : 1);
