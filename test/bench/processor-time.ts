import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import * as z from 'zod/mini';
import type { Row } from './row.ts';

const printed = z.array(
  z.strictObject({
    what: z.string(),
    value: z.number(),
    unit: z.enum(['units', 'ms']),
    goal: z.exactOptional(z.number()),
    limit: z.exactOptional(z.number()),
    spread: z.exactOptional(z.readonly(z.tuple([z.number(), z.number()]))),
  }),
);

/**
 * What plans and mails cost the processor, measured as they are deployed: bundled, because a loader that keeps the names of
 * functions makes every small one three times as slow.
 */
export async function measureProcessorTime(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  const outfile = join(folder, 'processor.mjs');
  try {
    await build({
      entryPoints: [new URL('processor.ts', import.meta.url).pathname],
      outfile,
      bundle: true,
      minify: true,
      format: 'esm',
      platform: 'node',
      target: 'node24',
      mainFields: ['module', 'main'],
      define: { 'process.env.NODE_ENV': '"production"' },
      banner: {
        js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
      },
      logLevel: 'error',
    });
    const { stdout } = await promisify(execFile)(process.execPath, [outfile]);
    return printed.parse(JSON.parse(stdout));
  } finally {
    await rm(folder, { recursive: true });
  }
}
