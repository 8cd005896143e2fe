import * as z from 'zod/mini';
import { type Tenant, tenantSchema } from '../domain/tenant.ts';
import { awsOf, bareVariables, filled, type LambdaName, onOrOff, packedTenant } from './bare-environment.ts';
import type { ClientConfig } from './client-config.ts';

const positive = z.coerce.number().check(z.positive());

/** What a Lambda is told by its stack. */
const environmentSchema = z.object({
  ...bareVariables,
  CONFIGURATION_SET: filled,
  TENANT: z.pipe(packedTenant, tenantSchema),
  /** Name or ARN of the secret that holds the keys of links and sessions. */
  TOKEN_KEYS_SECRET: filled,
  APP_URL: z.url(),
  /** Who says that somebody is a manager; the web Lambda alone is told, and not before there is one. */
  OIDC_ISSUER: z.optional(z.url()),
  OIDC_CLIENT_ID: z.optional(filled),
  /** Name or ARN of the secret that holds the client's secret as plain text; a public client has none. */
  OIDC_CLIENT_SECRET: z.optional(filled),
  /** Name or ARN of the secret with the key to the managers' calendars; whoever writes into them alone is told. */
  CALENDAR_SECRET: z.optional(filled),
  /** Where Google or Microsoft is instead; on one machine only. */
  CALENDAR_ENDPOINT: z.optional(z.url()),
  /**
   * How long a session lasts from its beginning, used or not: a working day, so that a manager signs in once a day and a
   * computer that was left alone in the evening shows nothing in the morning.
   */
  SESSION_HOURS: z._default(positive, 12),
  /** Where SES puts what comes to the reply domain; the inbound Lambda alone is told. */
  INBOUND_BUCKET: z.optional(filled),
  /** Mails a second of one process: the tenant's rate divided by how many of them run at once. */
  SEND_RATE: positive,
  /** Whether the canary's two addresses get mail besides whom the tenant allows. */
  CANARY: z._default(onOrOff, 'off'),
  /** off: all mail is held, as after a restore. */
  SENDING: z._default(onOrOff, 'on'),
});
export type Environment = z.infer<typeof environmentSchema> & { aws: ClientConfig };

/** Reads the environment of one Lambda once per cold start; throws a ZodError that names what is missing. */
export function readEnvironment(lambda: Exclude<LambdaName, 'admit'>): Environment {
  const environment = environmentSchema.parse(process.env);
  return { ...environment, aws: awsOf(lambda, environment.AWS_REGION) };
}

/** All that a Lambda is told which asks nothing of AWS; throws a ZodError when it is missing. */
export function readTenantOnly(): Tenant {
  return z.pick(environmentSchema, { TENANT: true }).parse(process.env).TENANT;
}
