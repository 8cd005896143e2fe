import { Duration } from 'aws-cdk-lib';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { packJson } from '../../functions/adapters/packed-json.ts';
import type { Tenant } from '../../functions/domain/tenant.ts';
import { acknowledge } from './acknowledge.ts';
import type { LambdaParts } from './grants.ts';
import { makeLambda } from './lambda.ts';

export type AdmitParts = Pick<LambdaParts, 'name' | 'logDays' | 'key'>;

/** Asked by the user pool before anybody has an account. It is told who manages and nothing else, and may only write its log. */
export function makeAdmitLambda(
  scope: Construct,
  { name, logDays, key }: AdmitParts,
  tenant: Tenant,
): Lambda {
  const admit = makeLambda(scope, 'AdmitLambda', {
    name: `${name}-admit`,
    entry: 'functions/admit.ts',
    description: 'Lets managers have an account',
    memoryMb: 512,
    // Cognito waits five seconds.
    timeout: Duration.seconds(5),
    logDays,
    key,
    environment: { TENANT: packJson(tenant) },
  });
  acknowledge(admit, {
    'Serverless-LambdaDLQ': 'Cognito waits for its answer and shows a failure to whoever signs up.',
  });
  return admit;
}
