import { Stack } from 'aws-cdk-lib';
import type { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import type { Tenant } from '../../functions/domain/tenant.ts';
import { googleSecretName } from '../google-secret.ts';
import { allow } from './lambda.ts';

/** What a bundle is told of the tenant's calendar while it is made: Google's client is in no other tenant's. */
export function calendarDefine({ calendar }: Pick<Tenant, 'calendar'>): Record<string, string> {
  return { 'process.env.CALENDAR': JSON.stringify(calendar) };
}

/** What the Lambdas that change entries and look for free times are told besides. */
export function calendarEnvironment({ calendar, slug }: Tenant): Record<string, string> {
  return calendar === 'google' ? { GOOGLE_KEY_SECRET: googleSecretName(slug) } : {};
}

/** Lets it read the key of the service account, which whoever operates the tenant puts there by hand. */
export function allowCalendarKey(lambda: NodejsFunction, { calendar, slug }: Tenant): void {
  if (calendar !== 'google') return;
  const { partition, region, account } = Stack.of(lambda);
  // Secrets Manager ends an ARN with six characters of its own.
  const secret = `arn:${partition}:secretsmanager:${region}:${account}:secret:${googleSecretName(slug)}-??????`;
  allow(lambda, { actions: ['secretsmanager:GetSecretValue'], resources: [secret] });
}
