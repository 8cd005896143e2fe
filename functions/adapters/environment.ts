import * as z from 'zod';
import { tenantSchema } from '../domain/tenant.ts';

function json<T extends z.ZodType>(schema: T) {
  return z
    .string()
    .transform((text) => JSON.parse(text))
    .pipe(schema);
}

const keyringSchema = z.object({
  current: z.string(),
  keys: z.record(z.string().regex(/^[a-z0-9]+$/), z.string().min(40)),
});

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
  TENANT: json(tenantSchema),
  TOKEN_KEYS: json(keyringSchema),
  APP_URL: z.url(),
  SIGN_IN_URL: z.url(),
  /** Mails a second of one process: the tenant's rate divided by how many of them run at once. */
  SEND_RATE: z.coerce.number().positive(),
});
export type Environment = z.infer<typeof environmentSchema>;

/** Reads the environment once per cold start; throws a ZodError that names what is missing. */
export function readEnvironment(): Environment {
  return environmentSchema.parse(process.env);
}
