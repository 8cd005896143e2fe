import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** Puts the program, and the process that lives conversations with it, into one file each. Answers where they are. */
export async function bundleBoth(folder: string): Promise<{ product: string; worker: string }> {
  const bundle = async (entry: string) => {
    const outfile = join(folder, `${entry}.cjs`);
    await build({
      entryPoints: [here(`${entry}.ts`)],
      outfile,
      bundle: true,
      format: 'cjs',
      platform: 'node',
      target: 'node24',
      mainFields: ['module', 'main'],
      define: { 'process.env.NODE_ENV': '"production"' },
      logLevel: 'error',
    });
    return outfile;
  };
  const [product, worker] = await Promise.all([bundle('product'), bundle('worker')]);
  return { product, worker };
}
