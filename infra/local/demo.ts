import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ClearError } from './clear-error.ts';
import { runDemo } from './demo/run-demo.ts';

const ROOT = new URL('../..', import.meta.url).pathname;
const USAGE = 'Use: npm run demo -- [FILE.json …] [--out DIR]';

function settings(): { files: string[]; out: string } {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { out: { type: 'string' } },
    });
    const folder = join(ROOT, 'test/conversations');
    const all = readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort();
    return {
      files: positionals.length > 0 ? positionals : all.map((name) => join(folder, name)),
      out: resolve(values.out ?? mkdtempSync(join(tmpdir(), 'nevertwice-demo-'))),
    };
  } catch (error) {
    throw new ClearError(`${error instanceof Error ? error.message : String(error)} · ${USAGE}`);
  }
}

const inColour = process.stdout.isTTY && !process.env.NO_COLOR;
const code = (on: number, off: number) => (text: string) =>
  inColour ? `\u001b[${on}m${text}\u001b[${off}m` : text;

// `npm run demo | head` is no failure.
process.stdout.on('error', () => process.exit(0));

try {
  await runDemo({
    ...settings(),
    root: ROOT,
    write: (text) => process.stdout.write(text),
    paint: { heading: code(1, 22), quiet: code(2, 22) },
  });
} catch (error) {
  const line = error instanceof ClearError ? error.message.replace(/\s*\n\s*/g, ' · ') : undefined;
  process.stderr.write(`${line ?? (error instanceof Error ? error.stack : String(error))}\n`);
  process.exit(1);
}
