import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Measured, measureLambdas } from './bundles/measure-lambdas.ts';
import { costReport, costTable } from './cost/cost-report.ts';
import { measureUsage } from './cost/measure-usage.ts';
import { standingOf } from './cost/standing.ts';
import { mailRows } from './mails.ts';
import { measurePlans } from './plans.ts';
import { loadingEnvironment, measureRoundTrips } from './round-trips.ts';
import { isBroken, type Row } from './row.ts';
import { measureSynth } from './synth.ts';
import { table } from './table.ts';

const INPUTS_SHOWN = 10;

const { values: options } = parseArgs({
  options: { json: { type: 'boolean', default: false }, inputs: { type: 'boolean', default: false } },
});

const folder = await mkdtemp(join(tmpdir(), 'bench-'));
try {
  const measured = await measureLambdas(folder, await loadingEnvironment());
  const files = Object.fromEntries([...measured.bundles].map(([name, { file }]) => [name, file]));
  const usage = await measureUsage(files);
  const rows = [
    ...measured.rows,
    ...planRows(),
    ...(await measureRoundTrips()),
    ...mailRows(usage),
    measureSynth(join(folder, 'cdk')),
  ];
  const cost = costReport(usage, await standingOf('acme'), measured.startUps);
  if (options.json) console.log(JSON.stringify({ rows, cost }, undefined, 2));
  else console.log(`${table(rows)}\n\n${costTable(cost)}`);
  if (options.inputs) printInputs(measured);
  if (rows.some(isBroken)) process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true });
}

function printInputs({ bundles }: Measured): void {
  for (const [name, { inputs }] of bundles) {
    const lines = inputs
      .slice(0, INPUTS_SHOWN)
      .map(([from, bytes]) => `${(bytes / 1024).toFixed(0).padStart(6)} KB  ${from}`);
    console.error(`\n${name}\n${lines.join('\n')}`);
  }
}

function planRows(): Row[] {
  const { perSecond, firstTimePerSecond } = measurePlans();
  return [
    { what: 'plans of five commitments, one core', value: perSecond, unit: '/s' },
    { what: 'the same, each conversation seen for the first time', value: firstTimePerSecond, unit: '/s' },
  ];
}
