import { rmSync } from 'node:fs';
import { bundleSystem } from '../../infra/local/bundle-system.ts';

/** Bundles once for a run, whatever groups are in it, what dozens of its tests start: see `startChild`. */
export async function setup(): Promise<(() => void) | undefined> {
  if (process.env.SYSTEM_BUNDLE) return undefined;
  const { script, folder } = await bundleSystem();
  process.env.SYSTEM_BUNDLE = script;
  return () => rmSync(folder, { recursive: true });
}
