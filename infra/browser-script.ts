import { resolve } from 'node:path';
import { buildSync } from 'esbuild';

const ENTRY = resolve(import.meta.dirname, '../templates/browser/main.ts');

/** The script of the managers' pages, bundled and minified, as base64: it travels through command lines and environments. */
export function buildBrowserScript(): string {
  const { outputFiles } = buildSync({
    entryPoints: [ENTRY],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'error',
  });
  return Buffer.from(outputFiles[0]?.contents ?? []).toString('base64');
}

/** What a bundle of the web is told while it is made, so that the script stands in it and nothing is read at start. */
export function browserScriptDefine(): Record<string, string> {
  return { 'process.env.BROWSER_SCRIPT': JSON.stringify(buildBrowserScript()) };
}
