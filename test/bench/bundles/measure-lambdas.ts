import { join } from 'node:path';
import { buildSync } from 'esbuild';
import type { LambdaName } from '../../../functions/adapters/bare-environment.ts';
import type { Row } from '../row.ts';
import { spreadOf } from '../spread.ts';
import { type Bundle, bundle } from './bundle.ts';
import { denied, duplicates } from './foreign.ts';
import { startUps } from './start-up.ts';

/** KB that each may read at its start, and how many times as long as a handler with DynamoDB's client alone it may take. */
export const BUDGETS: readonly { name: LambdaName; kb: number; times?: number }[] = [
  { name: 'web', kb: 700, times: 2 },
  { name: 'wake', kb: 1100 },
  { name: 'sweep', kb: 260, times: 1.2 },
  { name: 'feedback', kb: 260, times: 1.2 },
  { name: 'inbound', kb: 450 },
  { name: 'canary', kb: 450 },
  { name: 'admit', kb: 200 },
];
const NOTHING = spreadOf([]);
const REFERENCE = 'test/bench/bundles/dynamo-only.ts';

export type Measured = {
  readonly sizes: readonly Row[];
  readonly starts: readonly Row[];
  readonly bundles: ReadonlyMap<string, Bundle>;
  /** ms of start-up over bare Node, by Lambda. */
  readonly startUps: ReadonlyMap<string, number>;
};

/** The size of a bundle, and what is in it that may not be: both fail the bench. */
export function sizeRows(name: string, { bytes, lazyBytes, modules }: Bundle, kb: number): Row[] {
  const foreign = [...denied(modules), ...duplicates(modules).map((twice) => `${twice}: in it twice`)];
  return [
    { what: `${name}: read at its start`, value: bytes / 1024, unit: 'KB', limit: kb },
    ...(lazyBytes === 0 ? [] : [{ what: '  and when needed', value: lazyBytes / 1024, unit: 'KB' } as const]),
    ...foreign.map((what): Row => ({ what: `  ${what}`, value: 1, unit: 'files', limit: 0 })),
  ];
}

/** A file as esbuild bundles it when it is told no more than that it is for Node, and small. */
function plainly(entry: string, folder: string): string {
  const outfile = join(folder, 'reference.cjs');
  buildSync({
    entryPoints: [entry],
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    logLevel: 'error',
  });
  return outfile;
}

/** Size and start-up of every Lambda, bundled into `folder`. `env` is what they read when they start. */
export async function measureLambdas(folder: string, env: NodeJS.ProcessEnv): Promise<Measured> {
  const bundles = new Map(
    BUDGETS.map(({ name }) => [name, bundle(`functions/${name}.ts`, join(folder, name))] as const),
  );
  const files = [...bundles].map(([name, { file }]) => [name, file] as const);
  const lean = bundle(REFERENCE, join(folder, 'lean')).file;
  const started = await startUps(plainly(REFERENCE, folder), { ...Object.fromEntries(files), lean }, env);
  const sizes = BUDGETS.flatMap(({ name, kb }) => {
    const made = bundles.get(name);
    return made ? sizeRows(name, made, kb) : [];
  });
  const timesRow = (name: string, what: string): Row => {
    const { median: value, low, high } = started.get(name)?.times ?? NOTHING;
    return { what, value, unit: '×', spread: [low, high] };
  };
  const starts = BUDGETS.map(({ name, times: limit }): Row => {
    const row = timesRow(name, `${name}, over DynamoDB’s client alone`);
    return limit === undefined ? row : { ...row, limit };
  });
  const base = started.get('reference')?.ms ?? NOTHING;
  const what = 'DynamoDB’s client alone, over bare Node';
  return {
    sizes,
    starts: [
      { what, value: base.median, unit: 'ms', spread: [base.low, base.high] },
      timesRow('lean', '  the same client, bundled as ours are'),
      ...starts,
    ],
    bundles,
    startUps: new Map([...started].map(([name, { ms }]) => [name, ms.median])),
  };
}
