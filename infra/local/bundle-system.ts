import { mkdir, mkdtemp, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { buildBrowserScript } from '../browser-script.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const BEFORE = `import { createRequire as requireFrom, flushCompileCache as keepCompiled } from 'node:module';
const require = requireFrom(import.meta.url);`;
// Whoever is killed writes no cache at its end, so it is written once the system is ready.
const AFTER = 'keepCompiled();';

/** Files keep the address that they have as sources: some read what lies beside them. */
const inPlace: Plugin = {
  name: 'in place',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/](infra|functions|templates)[\\/].*\.tsx?$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      if (!source.includes('import.meta.')) return undefined;
      const contents = source
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)));
      return { contents, loader: path.endsWith('x') ? 'tsx' : 'ts' };
    });
  },
};

/** What every start would do again and comes to the same each time. */
const doneOnce: Plugin = {
  name: 'done once',
  setup({ onLoad }) {
    onLoad({ filter: /infra[\\/]browser-script\.ts$/ }, () => ({
      contents: `export const buildBrowserScript = () => ${JSON.stringify(buildBrowserScript())};`,
      loader: 'ts',
    }));
  },
};

/**
 * Puts what `npm start` runs, or another `entry`, into one file, which starts in a quarter of the time. It lies in a new folder under `dist`, where
 * the packages that stay outside are found; the folder is the caller's to remove.
 */
export async function bundleSystem(
  entry = 'infra/local/start.ts',
): Promise<{ script: string; folder: string }> {
  await mkdir(join(ROOT, 'dist'), { recursive: true });
  const folder = await mkdtemp(join(ROOT, 'dist', 'system-'));
  const script = join(folder, 'start.mjs');
  await build({
    absWorkingDir: ROOT,
    entryPoints: [entry],
    outfile: script,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    minify: true,
    // The issuer keeps its things under the names of their classes, and a log names its errors so.
    keepNames: true,
    external: ['dynalite'],
    banner: { js: BEFORE },
    footer: { js: AFTER },
    plugins: [doneOnce, inPlace],
    logLevel: 'error',
  });
  return { script, folder };
}
