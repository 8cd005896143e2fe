import { join, resolve } from 'node:path';
import type { Metafile } from 'esbuild';
import type { Tenant } from '../../../functions/domain/tenant.ts';
import { browserScriptDefine } from '../../../infra/browser-script.ts';
import { bundleLambda, ENTRY } from '../../../infra/bundle-lambda.ts';
import { calendarDefine } from '../../../infra/constructs/calendar.ts';

type Inputs = readonly (readonly [from: string, bytes: number])[];

export type Bundle = {
  /** What Lambda loads. */
  readonly file: string;
  /** What is read at the start. */
  readonly bytes: number;
  /** What is read when it is first needed, if ever. */
  readonly lazyBytes: number;
  /** Bytes at the start by package (or own folder), the largest first. */
  readonly inputs: Inputs;
  /** Every file of the source that is in it, at the start or later, from the root of the project. */
  readonly modules: readonly string[];
};

/** Bundles a file into `folder` as a Lambda is deployed (infra/bundle-lambda.ts), for a tenant with such a calendar. */
export function bundle(entry: string, folder: string, calendar: Tenant['calendar'] = 'mail'): Bundle {
  const { outputs } = bundleLambda(entry, folder, {
    ...browserScriptDefine(),
    ...calendarDefine({ calendar }),
  });
  const first = Object.keys(outputs).find((path) => path.endsWith(ENTRY)) ?? '';
  const start = readWith(outputs, first);
  const bytesOf = (paths: Iterable<string>) =>
    [...paths].reduce((sum, path) => sum + (outputs[path]?.bytes ?? 0), 0);
  return {
    file: resolve(join(folder, ENTRY)),
    bytes: bytesOf(start),
    lazyBytes: bytesOf(Object.keys(outputs)) - bytesOf(start),
    inputs: inputsOf(outputs, start),
    modules: [...new Set(Object.values(outputs).flatMap(({ inputs }) => Object.keys(inputs)))],
  };
}

/** A file and everything that it imports before it runs. */
function readWith(outputs: Metafile['outputs'], first: string): ReadonlySet<string> {
  const read = new Set([first]);
  for (const path of read)
    for (const { path: next, kind, external } of outputs[path]?.imports ?? [])
      if (kind === 'import-statement' && !external) read.add(next);
  return read;
}

function inputsOf(outputs: Metafile['outputs'], start: ReadonlySet<string>): Inputs {
  const bytes = new Map<string, number>();
  for (const path of start)
    for (const [input, { bytesInOutput }] of Object.entries(outputs[path]?.inputs ?? {}))
      bytes.set(origin(input), (bytes.get(origin(input)) ?? 0) + bytesInOutput);
  return [...bytes].sort(([, a], [, b]) => b - a);
}

/** The package that a file belongs to, innermost first; of the project's own files, the folder. */
function origin(path: string): string {
  const inside = path.split('node_modules/').at(-1) ?? path;
  const [first = '', second = ''] = inside.split('/');
  return first.startsWith('@') || inside === path ? `${first}/${second}` : first;
}
