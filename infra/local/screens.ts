import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runCommand } from '../commands/run-command.ts';
import { ClearError } from './clear-error.ts';
import { chromiumPath } from './screens/chromium.ts';
import { takeScreens } from './screens/take-screens.ts';

const ROOT = new URL('../..', import.meta.url).pathname;
const USAGE = 'Use: npm run screens -- [--out DIR] [--only PATTERN] [--top]';

function settings(): { out: string; only: RegExp; top: boolean } {
  try {
    const { values } = parseArgs({
      options: {
        out: { type: 'string' },
        only: { type: 'string' },
        top: { type: 'boolean', default: false },
      },
    });
    const only = new RegExp(values.only ?? '', 'i');
    return { out: resolve(values.out ?? join(ROOT, '.local/screens')), only, top: values.top };
  } catch (error) {
    throw new ClearError(`${error instanceof Error ? error.message : String(error)} · ${USAGE}`);
  }
}

await runCommand(async () => {
  const { out, only, top } = settings();
  if (chromiumPath === undefined) throw new ClearError('Install chromium: it draws the pages.');
  mkdirSync(out, { recursive: true });
  const taken = await takeScreens({
    out,
    only,
    top,
    root: ROOT,
    write: (text) => process.stdout.write(text),
  });
  process.stdout.write(`${taken} pictures; all of them are on ${join(out, 'index.html')}\n`);
});
