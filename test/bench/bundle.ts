import { join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import type { Tenant } from '../../functions/domain/tenant.ts';
import { browserScriptDefine } from '../../infra/browser-script.ts';
import { calendarDefine } from '../../infra/constructs/calendar.ts';

export type Bundle = {
  /** The bundled file: minified CommonJS. */
  readonly file: string;
  readonly bytes: number;
  /** Bytes in the bundle by package (or own folder), the largest first. */
  readonly inputs: readonly (readonly [from: string, bytes: number])[];
};

/** Bundles `functions/<lambda>.ts` into `folder` as it is deployed: everything inside, the AWS SDK too. */
export async function bundle(
  lambda: string,
  folder: string,
  calendar: Tenant['calendar'] = 'mail',
): Promise<Bundle> {
  const file = join(folder, `${lambda}.cjs`);
  const { metafile } = await build({
    entryPoints: [`functions/${lambda}.ts`],
    outfile: file,
    bundle: true,
    minify: true,
    legalComments: 'none',
    metafile: true,
    format: 'cjs',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    define: {
      'process.env.NODE_ENV': '"production"',
      ...browserScriptDefine(),
      ...calendarDefine({ calendar }),
    },
    logLevel: 'error',
  });
  const inputs = inputsOf(metafile);
  return { file, bytes: inputs.reduce((sum, [, bytes]) => sum + bytes, 0), inputs };
}

function inputsOf({ outputs }: Metafile): readonly (readonly [string, number])[] {
  const bytes = new Map<string, number>();
  for (const output of Object.values(outputs)) {
    let own = output.bytes;
    for (const [path, { bytesInOutput }] of Object.entries(output.inputs)) {
      own -= bytesInOutput;
      add(bytes, origin(path), bytesInOutput);
    }
    add(bytes, 'bundling', own);
  }
  return [...bytes].sort(([, a], [, b]) => b - a);
}

function add(bytes: Map<string, number>, from: string, more: number): void {
  bytes.set(from, (bytes.get(from) ?? 0) + more);
}

/** The package that a file belongs to, innermost first; of the project's own files, the folder. */
function origin(path: string): string {
  const inside = path.split('node_modules/').at(-1) ?? path;
  const [first = '', second = ''] = inside.split('/');
  return first.startsWith('@') || inside === path ? `${first}/${second}` : first;
}
