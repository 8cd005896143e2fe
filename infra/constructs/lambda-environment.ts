import { Token } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { packJson } from '../../functions/adapters/packed-json.ts';
import type { Tenant } from '../../functions/domain/tenant.ts';
import type { DeployedTenant } from '../fleet.ts';
import type { makeAlarmClock } from './alarm-clock.ts';

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
  | 'SEND_RATE'
  | 'SENDING'
  | 'CANARY',
  string
>;

type ToldOf = {
  table: TableV2;
  wakeQueue: Queue;
  clock: ReturnType<typeof makeAlarmClock>;
  tokenKeys: Secret;
  configurationSet: string;
  appUrl: string;
  /** Mails a second of one wake Lambda. */
  sendRate: number;
};

/** What a tenant's Lambdas are told of the parts around them. */
export function tellLambdas({ tenant, aws }: DeployedTenant, parts: ToldOf): Record<string, string> {
  const { table, wakeQueue, clock, tokenKeys, configurationSet, appUrl, sendRate } = parts;
  return lambdaEnvironment(tenant, {
    TABLE: table.tableName,
    QUEUE_URL: wakeQueue.queueUrl,
    QUEUE_ARN: wakeQueue.queueArn,
    DEAD_LETTER_ARN: clock.dead.queueArn,
    SCHEDULE_GROUP: clock.group.ref,
    SCHEDULER_ROLE_ARN: clock.alarms.role.roleArn,
    CONFIGURATION_SET: configurationSet,
    TOKEN_KEYS_SECRET: tokenKeys.secretArn,
    APP_URL: appUrl,
    SEND_RATE: String(sendRate),
    SENDING: aws.sending,
    CANARY: aws.canary,
  });
}

/** What every Lambda of a tenant is told (functions/adapters/environment.ts); throws when it is more than Lambda takes. */
export function lambdaEnvironment(tenant: Tenant, told: Told): Record<string, string> {
  return withinLimit(tenant.slug, { ...told, TENANT: packJson(tenant) });
}

/** An environment as it is, unless Lambda would refuse its size. */
export function withinLimit(whose: string, environment: Record<string, string>): Record<string, string> {
  const bytes = Object.entries(environment).reduce(
    (sum, [name, value]) => sum + name.length + bytesOf(value),
    0,
  );
  if (bytes > MOST_BYTES)
    throw new Error(
      `${whose}: the tenant is ${bytes - MOST_BYTES} bytes too large for a Lambda's environment (${MOST_BYTES}); name fewer otherCountries or recipientAddresses.`,
    );
  return environment;
}

function bytesOf(value: string): number {
  return Token.isUnresolved(value) ? TOKEN_BYTES : Buffer.byteLength(value);
}
