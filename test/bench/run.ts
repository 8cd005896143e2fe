import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Measured, measureLambdas } from './lambdas.ts';
import { isBroken } from './row.ts';
import { table } from './table.ts';

const INPUTS_SHOWN = 10;

const { values: options } = parseArgs({
  options: { json: { type: 'boolean', default: false }, inputs: { type: 'boolean', default: false } },
});

const folder = await mkdtemp(join(tmpdir(), 'bench-'));
try {
  const measured = await measureLambdas(folder, process.env);
  if (options.json) console.log(JSON.stringify(measured.rows, undefined, 2));
  else console.log(table(measured.rows));
  if (options.inputs) printInputs(measured);
  if (measured.rows.some(isBroken)) process.exitCode = 1;
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
