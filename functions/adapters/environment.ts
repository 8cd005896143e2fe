import * as z from 'zod';
import { type Tenant, tenantSchema } from '../domain/tenant.ts';
import type { ClientConfig } from './clients.ts';
import { unpackJson } from './packed-json.ts';

/** What a Lambda is told by its stack. The SDK reads its own variables (region, endpoints, credentials) besides. */
const environmentSchema = z.object({
  AWS_REGION: z.string().min(1),
  TABLE: z.string().min(1),
  QUEUE_URL: z.string().min(1),
  QUEUE_ARN: z.string().min(1),
  DEAD_LETTER_ARN: z.string().min(1),
  SCHEDULE_GROUP: z.string().min(1),
  SCHEDULER_ROLE_ARN: z.string().min(1),
  CONFIGURATION_SET: z.string().min(1),
  TENANT: z.string().min(1).transform(unpackJson).pipe(tenantSchema),
  /** Name or ARN of the secret that holds the keys of links and sessions. */
  TOKEN_KEYS_SECRET: z.string().min(1),
  APP_URL: z.url(),
  /** Who says that somebody is a manager; the web Lambda alone is told, and not before there is one. */
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  /** Name or ARN of the secret that holds the client's secret as plain text; a public client has none. */
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  /** Name or ARN of the secret with the key to the managers' calendars; whoever writes into them alone is told. */
  CALENDAR_SECRET: z.string().min(1).optional(),
  /** Where Google or Microsoft is instead; on one machine only. */
  CALENDAR_ENDPOINT: z.url().optional(),
  /**
   * How long a session lasts from its beginning, used or not: a working day, so that a manager signs in once a day and a
   * computer that was left alone in the evening shows nothing in the morning.
   */
  SESSION_HOURS: z.coerce.number().positive().default(12),
  /** Where SES puts what comes to the reply domain; the inbound Lambda alone is told. */
  INBOUND_BUCKET: z.string().min(1).optional(),
  /** Mails a second of one process: the tenant's rate divided by how many of them run at once. */
  SEND_RATE: z.coerce.number().positive(),
  /** Whether each event writes its line; what fails is always written. */
  LOG_LINES: z.enum(['on', 'off']).default('on'),
  /** Whether the canary's two addresses get mail besides whom the tenant allows. */
  CANARY: z.enum(['on', 'off']).default('off'),
  /** off: all mail is held, as after a restore. */
  SENDING: z.enum(['on', 'off']).default('on'),
});
export type Environment = z.infer<typeof environmentSchema> & { aws: ClientConfig };

export type LambdaName = 'web' | 'wake' | 'sweep' | 'feedback' | 'inbound' | 'canary' | 'admit';

/** Reads the environment of one Lambda once per cold start; throws a ZodError that names what is missing. */
export function readEnvironment(lambda: Exclude<LambdaName, 'admit'>): Environment {
  const environment = environmentSchema.parse(process.env);
  return {
    ...environment,
    aws: { region: environment.AWS_REGION, userAgentAppId: `nevertwice-${lambda}` },
  };
}

/** All that a Lambda is told which asks nothing of AWS; throws a ZodError when it is missing. */
export function readTenantOnly(): Tenant {
  return environmentSchema.pick({ TENANT: true }).parse(process.env).TENANT;
}
