import * as z from 'zod';
import { tenantSchema } from '../domain/tenant.ts';
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
  SIGN_IN_URL: z.url(),
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

export type LambdaName = 'web' | 'wake' | 'sweep' | 'feedback' | 'canary';

/** Reads the environment of one Lambda once per cold start; throws a ZodError that names what is missing. */
export function readEnvironment(lambda: LambdaName): Environment {
  const environment = environmentSchema.parse(process.env);
  return {
    ...environment,
    aws: { region: environment.AWS_REGION, userAgentAppId: `nevertwice-${lambda}` },
  };
}
