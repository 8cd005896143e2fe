import { randomBytes } from 'node:crypto';
import type { Deps, KeylessDeps } from '../app/deps.ts';
import type { Environment } from './environment.ts';
import { makeBareDeps } from './make-bare-deps.ts';
import { makeSecretsClient, readTokenKeys } from './token-keys.ts';

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';

/** 26 unguessable characters of [a-z2-7] (130 bits): mail ids, reply addresses, secrets. */
function newId(): string {
  return Array.from(randomBytes(26), (byte) => BASE32.charAt(byte % 32)).join('');
}

/** The outside world of a Lambda that makes and reads links, made once per cold start. */
export async function makeDeps(environment: Environment): Promise<Deps> {
  const secrets = makeSecretsClient(environment.aws);
  const keyring = await readTokenKeys(secrets, { secretId: environment.TOKEN_KEYS_SECRET });
  return { ...makeKeylessDeps(environment), keyring };
}

/** The outside world of a Lambda that has no use for the keys, and may not read them. */
export function makeKeylessDeps(environment: Environment): KeylessDeps {
  return { ...makeBareDeps(environment), tenant: environment.TENANT, appUrl: environment.APP_URL, newId };
}
