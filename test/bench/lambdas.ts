import { existsSync } from 'node:fs';
import { type Bundle, bundle } from './bundle.ts';
import type { Row } from './row.ts';
import { startUp } from './start-up.ts';

/** KB that each Lambda's bundle is to come down to, and whether Google's client may be inside. */
const LAMBDAS = [
  { name: 'web', goal: 700, mayUseGoogle: false },
  { name: 'wake', goal: 1100, mayUseGoogle: false },
  { name: 'sweep', goal: 260, mayUseGoogle: true },
  { name: 'feedback', goal: 260, mayUseGoogle: true },
  { name: 'inbound', goal: 400, mayUseGoogle: true },
  { name: 'canary', goal: 400, mayUseGoogle: true },
  { name: 'admit', goal: 200, mayUseGoogle: false },
] as const;

export type Measured = {
  readonly rows: readonly Row[];
  readonly bundles: ReadonlyMap<string, Bundle>;
  /** ms of start-up over bare Node, by Lambda. */
  readonly startUps: ReadonlyMap<string, number>;
};

/**
 * Size and start-up of every Lambda that there is. `env` is what the Lambdas read when they start.
 * Throws when Google's client is in a bundle that every tenant loads.
 */
export async function measureLambdas(folder: string, env: NodeJS.ProcessEnv): Promise<Measured> {
  const present = LAMBDAS.filter(({ name }) => existsSync(`functions/${name}.ts`));
  const bundles = new Map<string, Bundle>();
  for (const { name, mayUseGoogle } of present) {
    const made = await bundle(name, folder);
    const google = made.inputs.find(
      ([from]) => from.startsWith('googleapis') || from === 'google-auth-library',
    );
    if (google && !mayUseGoogle) throw new Error(`${name} carries ${google[0]}`);
    bundles.set(name, made);
  }
  const added = startUp(Object.fromEntries([...bundles].map(([name, { file }]) => [name, file])), env);
  const sizes = present.map(({ name, goal }): Row => {
    return {
      what: `${name}: bundle`,
      value: (bundles.get(name)?.bytes ?? Number.NaN) / 1024,
      unit: 'KB',
      goal,
    };
  });
  const starts = [...added].map(
    ([name, value]): Row => ({ what: `${name}: start-up over bare Node`, value, unit: 'ms' }),
  );
  return { rows: [...sizes, ...starts], bundles, startUps: added };
}
