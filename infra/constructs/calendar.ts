import { Stack } from 'aws-cdk-lib';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import type { Tenant } from '../../functions/domain/tenant.ts';
import { calendarSecretName } from '../calendar-secret.ts';
import { allow } from './lambda.ts';

/** What a bundle is told of the tenant's calendar while it is made: the client of one is in no other tenant's. */
export function calendarDefine({ calendar }: Pick<Tenant, 'calendar'>): Record<string, string> {
  return { 'process.env.CALENDAR': JSON.stringify(calendar) };
}

/** What the Lambdas that change entries and look for free times are told besides. */
export function calendarEnvironment(tenant: Tenant): Record<string, string> {
  const secret = calendarSecretName(tenant);
  return secret === undefined ? {} : { CALENDAR_SECRET: secret };
}

/** Lets it read the key to the calendars, which whoever operates the tenant puts there by hand. */
export function allowCalendarKey(lambda: Lambda, tenant: Tenant): void {
  const secret = calendarSecretName(tenant);
  if (secret === undefined) return;
  const { partition, region, account } = Stack.of(lambda);
  // Secrets Manager ends an ARN with six characters of its own.
  const arn = `arn:${partition}:secretsmanager:${region}:${account}:secret:${secret}-??????`;
  allow(lambda, { actions: ['secretsmanager:GetSecretValue'], resources: [arn] });
}
