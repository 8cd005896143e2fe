import { createPrivateKey } from 'node:crypto';
import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import { calendarSecretName } from '../../calendar-secret.ts';
import { fail, type Result } from './finding.ts';

const isPrivateKey = (text: string): boolean => {
  try {
    return createPrivateKey(text).asymmetricKeyType === 'rsa';
  } catch {
    return false;
  }
};

/** The JSON that Google hands out for a key of a service account, as far as it is needed. */
const keySchema = z.object({
  type: z.literal('service_account'),
  client_id: z.string().regex(/^\d+$/),
  client_email: z.email(),
  private_key: z.string().refine(isPrivateKey),
  token_uri: z.literal('https://oauth2.googleapis.com/token'),
});
export type GoogleKey = z.infer<typeof keySchema>;

/** The tenant's key, or what is wrong with it in words that say nothing of its value. Throws what the service answers otherwise. */
export async function readGoogleKey(
  secrets: SecretsManagerClient,
  slug: string,
): Promise<{ key: GoogleKey } | { ill: Result }> {
  const name = calendarSecretName({ calendar: 'google', slug }) ?? '';
  const value = await secretValue(secrets, name);
  if (value === undefined)
    return {
      ill: fail(
        `There is no secret ${name}: aws secretsmanager create-secret --name ${name} --secret-string file://key.json, with the key that Google Cloud made for the service account`,
      ),
    };
  const parsed = keySchema.safeParse(jsonOf(value));
  if (parsed.success) return { key: parsed.data };
  const wrong = [...new Set(parsed.error.issues.map(({ path }) => path.join('.')))].filter(
    (field) => field !== '',
  );
  return {
    ill: fail(
      `The secret ${name} is no key of a service account${wrong.length > 0 ? `: look at ${wrong.join(', ')}` : ', and no JSON'}. Put the whole JSON file there that Google Cloud made`,
    ),
  };
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
