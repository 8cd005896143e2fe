import { randomBytes } from 'node:crypto';
import type { Deps } from '../app/deps.ts';
import { instant } from '../domain/instant.ts';
import { makeDynamoClient, makeSchedulerClient, makeSqsClient } from './clients.ts';
import { makeDynamoStore } from './dynamo-store.ts';
import type { Environment } from './environment.ts';
import { makeArmAlarm } from './scheduler.ts';
import { makeRing } from './sqs.ts';

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';

/** 26 unguessable characters of [a-z2-7] (130 bits): mail ids, reply addresses, secrets. */
function newId(): string {
  return Array.from(randomBytes(26), (byte) => BASE32.charAt(byte % 32)).join('');
}

/** The outside world of one Lambda, made once per cold start. */
export function makeDeps(environment: Environment): Deps {
  const region = { region: environment.AWS_REGION };
  const now = () => instant(Date.now());
  return {
    store: makeDynamoStore(makeDynamoClient(region), { table: environment.TABLE, now }),
    ring: makeRing(makeSqsClient(region), { queueUrl: environment.QUEUE_URL }),
    armAlarm: makeArmAlarm(makeSchedulerClient(region), {
      group: environment.SCHEDULE_GROUP,
      queueArn: environment.QUEUE_ARN,
      roleArn: environment.SCHEDULER_ROLE_ARN,
      deadLetterArn: environment.DEAD_LETTER_ARN,
    }),
    tenant: environment.TENANT,
    keyring: environment.TOKEN_KEYS,
    appUrl: environment.APP_URL,
    zoneData: process.versions.tz ?? 'unknown',
    now,
    newId,
  };
}
