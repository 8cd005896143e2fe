import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type * as z from 'zod';
import { fail, type Result } from './finding.ts';

/** A key as it is to stand in a secret. `made`: where it comes from; `called`: what it is; `mend`: what to put there instead. */
type Kind<Key> = { schema: z.ZodType<Key>; made: string; called: string; mend: string };

/** The tenant's key, or what is wrong with it in words that say nothing of its value. Throws what the service answers otherwise. */
export async function readCalendarKey<Key>(
  secrets: SecretsManagerClient,
  name: string,
  { schema, made, called, mend }: Kind<Key>,
): Promise<{ key: Key } | { ill: Result }> {
  const value = await secretValue(secrets, name);
  if (value === undefined)
    return {
      ill: fail(
        `There is no secret ${name}: aws secretsmanager create-secret --name ${name} --secret-string file://key.json, with ${made}`,
      ),
    };
  const parsed = schema.safeParse(jsonOf(value));
  if (parsed.success) return { key: parsed.data };
  const wrong = [...new Set(parsed.error.issues.map(({ path }) => path.join('.')))].filter(
    (field) => field !== '',
  );
  const where = wrong.length > 0 ? `: look at ${wrong.join(', ')}` : ', and no JSON';
  return { ill: fail(`The secret ${name} is no ${called}${where}. ${mend}`) };
}

async function secretValue(secrets: SecretsManagerClient, name: string): Promise<string | undefined> {
  try {
    const { SecretString } = await secrets.send(new GetSecretValueCommand({ SecretId: name }));
    return SecretString ?? '';
  } catch (error) {
    if (error instanceof Error && error.name === 'ResourceNotFoundException') return undefined;
    throw error;
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
