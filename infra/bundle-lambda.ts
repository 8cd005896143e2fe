import { resolve } from 'node:path';
import { buildSync, type Metafile } from 'esbuild';

const ROOT = resolve(import.meta.dirname, '..');

/** The file that Lambda loads out of a folder that `bundleLambda` wrote, and what it calls in it. */
export const ENTRY = 'index.mjs';
export const HANDLER = 'index.handler';

/**
 * Bundles a file of this project into a folder as it is deployed, with everything inside, the AWS SDK too; test/bench says what
 * each option brings. `define`: texts that stand in the bundle in place of names in the source.
 */
export function bundleLambda(entry: string, folder: string, define: Record<string, string> = {}): Metafile {
  const { metafile } = buildSync({
    absWorkingDir: ROOT,
    entryPoints: { index: entry },
    outdir: folder,
    bundle: true,
    minify: true,
    legalComments: 'none',
    // Typographic quotes and dashes in three bytes each instead of six.
    charset: 'utf8',
    metafile: true,
    platform: 'node',
    target: 'node24',
    // What is imported when it is needed is a file of its own, and not read at the start: only ESM can be split.
    format: 'esm',
    splitting: true,
    outExtension: { '.js': '.mjs' },
    // Packages in CommonJS ask for Node's own modules by require, which ESM has not.
    banner: {
      js: "import{createRequire as requireFrom}from'node:module';const require=requireFrom(import.meta.url);",
    },
    // The SDK's ESM, of which only what is used comes along; esbuild's own choice for Node is CommonJS, a third more.
    mainFields: ['module', 'main'],
    alias: {
      '@aws-sdk/credential-provider-node': resolve(ROOT, 'functions/adapters/environment-credentials.ts'),
      '@aws-sdk/endpoint-cache': resolve(ROOT, 'functions/adapters/no-endpoint-cache.ts'),
    },
    define: { 'process.env.NODE_ENV': '"production"', ...define },
    logLevel: 'error',
  });
  return metafile;
}
