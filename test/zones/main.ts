import { parseArgs } from 'node:util';
import { allNames, jobsOf, PLANTS, survey } from './jobs.ts';
import { runJobs } from './run.ts';
import { summaryOf } from './summary.ts';

const { values } = parseArgs({
  options: {
    zones: { type: 'string', default: '' },
    from: { type: 'string', default: '2026' },
    to: { type: 'string', default: '2031' },
    seed: { type: 'string', default: '1' },
    plant: { type: 'string' },
  },
});

function refuse(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

function whole(name: string, text: string, least: number, most: number): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= least && number <= most) return number;
  return refuse(`--${name} takes a whole number from ${least} to ${most}, not ${text}`);
}

const years = { from: whole('from', values.from, 2000, 2099), to: whole('to', values.to, 2000, 2099) };
if (years.to < years.from) refuse('--to must not be before --from');
const plant = PLANTS.find((known) => known === values.plant);
if (values.plant !== undefined && !plant) refuse(`--plant takes ${PLANTS.join(', ')}`);
const names = allNames().filter((name) => name.toLowerCase().includes(values.zones.toLowerCase()));
if (names.length === 0) refuse(`no zone has ${values.zones} in its name`);

const surveyed = survey(names, years, whole('seed', values.seed, 0, 1_000_000));
const jobs = jobsOf(surveyed).map((job) => ({ ...job, plant }));
let left = jobs.length * 3;
const ran = await runJobs(surveyed.atlas, jobs, {
  done: () => {
    left -= 1;
    if (process.stderr.isTTY) process.stderr.write(`\r${left} to go   `);
  },
});
const { lines, isClean } = summaryOf(surveyed, jobs, ran);
const { user, system } = process.cpuUsage();
const seconds = ran.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, (user + system) / 1e6);
process.stdout.write(`${lines.join('\n')}\nseed ${values.seed}, ${seconds.toFixed(0)} CPU seconds\n`);
if (!isClean) process.exitCode = 1;
