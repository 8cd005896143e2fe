import { Token } from 'aws-cdk-lib';
import { packJson } from '../../functions/adapters/packed-json.ts';
import type { Tenant } from '../../functions/domain/tenant.ts';

// Lambda's limit on names and values together.
const MOST_BYTES = 4096;
// What is known only once it is deployed (ARNs, addresses) is at most this long.
const TOKEN_BYTES = 160;

type Told = Record<
  | 'TABLE'
  | 'QUEUE_URL'
  | 'QUEUE_ARN'
  | 'DEAD_LETTER_ARN'
  | 'SCHEDULE_GROUP'
  | 'SCHEDULER_ROLE_ARN'
  | 'CONFIGURATION_SET'
  | 'TOKEN_KEYS_SECRET'
  | 'APP_URL'
  | 'SIGN_IN_URL'
  | 'SEND_RATE'
  | 'SENDING',
  string
>;

/** What every Lambda of a tenant is told (functions/adapters/environment.ts); throws when it is more than Lambda takes. */
export function lambdaEnvironment(tenant: Tenant, told: Told): Record<string, string> {
  const environment = { ...told, TENANT: packJson(tenant) };
  const bytes = Object.entries(environment).reduce(
    (sum, [name, value]) => sum + name.length + bytesOf(value),
    0,
  );
  if (bytes > MOST_BYTES)
    throw new Error(
      `${tenant.slug}: the tenant is ${bytes - MOST_BYTES} bytes too large for a Lambda's environment (${MOST_BYTES}); name fewer otherCountries or recipientAddresses.`,
    );
  return environment;
}

function bytesOf(value: string): number {
  return Token.isUnresolved(value) ? TOKEN_BYTES : Buffer.byteLength(value);
}
