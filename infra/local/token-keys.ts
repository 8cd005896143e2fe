import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { ClearError } from './clear-error.ts';

const keysSchema = z
  .object({ current: z.string(), keys: z.record(z.string(), z.base64url().length(43)) })
  .refine(({ current, keys }) => current in keys);
export type TokenKeys = z.infer<typeof keysSchema>;

/** The keys as the secret holds them, flat. */
export function secretOf({ current, keys }: TokenKeys): string {
  return JSON.stringify({ current, ...keys });
}

/**
 * The keys that sign links and sessions of this folder: 32 random bytes, made once and readable by this user only. Throws
 * `ClearError` when the file is there but damaged, because new keys would break every link that was mailed.
 */
export function keepTokenKeys(dataDir: string): TokenKeys {
  const path = join(dataDir, 'token-keys.json');
  if (existsSync(path)) {
    const kept = keysSchema.safeParse(parseJson(readFileSync(path, 'utf8')));
    if (!kept.success)
      throw new ClearError(
        `The keys in ${path} are damaged; put them back, or delete the folder and start anew.`,
      );
    return kept.data;
  }
  const made: TokenKeys = { current: 'k1', keys: { k1: randomBytes(32).toString('base64url') } };
  writeFileSync(`${path}.new`, JSON.stringify(made), { mode: 0o600, flush: true });
  renameSync(`${path}.new`, path);
  return made;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
