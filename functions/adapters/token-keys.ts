import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod/mini';
import type { Keyring } from '../app/keyring.ts';
import { type ClientConfig, timeouts } from './client-config.ts';

export function makeSecretsClient(config: ClientConfig): SecretsManagerClient {
  return new SecretsManagerClient({ ...config, maxAttempts: 4, requestHandler: timeouts(1_000, 3_000) });
}

const KEY_ID = /^[a-z0-9]+$/;
const KEY = z.string().check(z.regex(/^[A-Za-z0-9_-]{43,}$/, 'a key is 43 or more characters of base64url'));

/** `{"current":"k1","k1":"…"}`: flat, because that is the form in which Secrets Manager can make the first key itself. */
const flatRing = z.catchall(z.object({ current: z.string().check(z.regex(KEY_ID)) }), KEY);
const ringSchema = z
  .pipe(
    flatRing,
    z.transform(({ current, ...keys }) => ({ current, keys })),
  )
  .check(z.refine(({ current, keys }) => current in keys, 'the current key is not among the keys'));

/** The keys of links and sessions; throws when the secret cannot be read or is no key ring, without telling what is in it. */
export async function readTokenKeys(
  client: SecretsManagerClient,
  config: { secretId: string },
): Promise<Keyring> {
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: config.secretId }));
  const ring = ringSchema.safeParse(parsed(SecretString ?? ''));
  if (!ring.success) throw new Error('the secret with the token keys is no key ring');
  return ring.data;
}

/** A secret that is one text, such as a client secret; throws when it cannot be read or is empty. */
export async function readSecretText(
  client: SecretsManagerClient,
  config: { secretId: string },
): Promise<string> {
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: config.secretId }));
  const text = (SecretString ?? '').trim();
  if (text === '') throw new Error('the secret is empty');
  return text;
}

const googleKeySchema = z.object({ client_email: z.string(), private_key: z.string() });

/** The key of a service account as Google Cloud hands it out; throws as `readTokenKeys` does. */
export async function readGoogleKey(
  client: SecretsManagerClient,
  config: { secretId: string },
): Promise<z.infer<typeof googleKeySchema>> {
  const key = googleKeySchema.safeParse(parsed(await readSecretText(client, config)));
  if (!key.success) throw new Error('the secret is no key of a service account');
  return key.data;
}

const microsoftKeySchema = z.object({ tenantId: z.string(), clientId: z.string(), clientSecret: z.string() });

/** The key of an application of the customer's directory; throws as `readTokenKeys` does. */
export async function readMicrosoftKey(
  client: SecretsManagerClient,
  config: { secretId: string },
): Promise<z.infer<typeof microsoftKeySchema>> {
  const key = microsoftKeySchema.safeParse(parsed(await readSecretText(client, config)));
  if (!key.success) throw new Error('the secret is no key of an application');
  return key.data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
