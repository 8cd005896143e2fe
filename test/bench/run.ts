import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Measured, measureLambdas } from './bundles/measure-lambdas.ts';
import { costReport, costRows, costTable } from './cost/cost-report.ts';
import { measureUsage } from './cost/measure-usage.ts';
import { standingOf } from './cost/standing.ts';
import { measureDashboard } from './dashboard/dashboard.ts';
import { measureItemGrowth } from './growth/item-growth.ts';
import { measureOpenConversations } from './growth/open-conversations.ts';
import { measureHerd } from './herd/herd.ts';
import { mailRows } from './mails.ts';
import { measurePeers } from './peers/peers.ts';
import { measureProcessorTime } from './processor-time.ts';
import { loadingEnvironment, measureRoundTrips } from './round-trips.ts';
import { isBroken } from './row.ts';
import { measureStart, measureTests } from './run-time.ts';
import { measureSynth } from './synth.ts';
import { type Group, table } from './table.ts';

const INPUTS_SHOWN = 10;

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    /** How long `npm test` takes, too: minutes more. */
    tests: { type: 'boolean', default: false },
  },
});

const folder = await mkdtemp(join(tmpdir(), 'bench-'));
try {
  const measured = await measureLambdas(folder, await loadingEnvironment());
  const files = Object.fromEntries([...measured.bundles].map(([name, { file }]) => [name, file]));
  const usage = await measureUsage(files);
  const cost = costReport(usage, await standingOf('acme'), measured.startUps);
  const groups: Group[] = [
    { about: 'bundles, as they are deployed', rows: measured.sizes },
    { about: 'start-up: processor time, 25 interleaved starts', rows: measured.starts },
    { about: 'calls to AWS, each answered after 20 ms', rows: await measureRoundTrips() },
    { about: 'processor time, in units of the reference', rows: await measureProcessorTime() },
    { about: 'a typical conversation: three people, five commitments, kept', rows: mailRows(usage) },
    { about: '  what it costs', rows: [...costRows(cost), ...(await measureItemGrowth())] },
    { about: 'with a million open conversations, over a thousand', rows: await measureOpenConversations() },
    { about: 'a million mails due in one minute', rows: await measureHerd() },
    { about: 'the first page of a manager with 10,000 conversations', rows: await measureDashboard() },
    { about: 'other ways to nudge, beside ours', rows: await measurePeers() },
    {
      about: 'on this machine',
      rows: [
        await measureStart(),
        measureSynth(join(folder, 'cdk')),
        ...(options.tests ? [await measureTests()] : []),
      ],
    },
  ];
  if (options.json) console.log(JSON.stringify({ groups, cost }, undefined, 2));
  else console.log(`${table(groups)}\n\n${inputsOf(measured)}\n\n${costTable(cost)}`);
  if (groups.some(({ rows }) => rows.some(isBroken))) process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true });
}

/** What is largest in each bundle, as far as it is read at the start. */
function inputsOf({ bundles }: Measured): string {
  return [...bundles]
    .map(([name, { inputs }]) => {
      const largest = inputs.slice(0, INPUTS_SHOWN);
      return `${name}: ${largest.map(([from, bytes]) => `${from} ${(bytes / 1024).toFixed(0)}`).join(', ')} KB`;
    })
    .join('\n');
}
