import * as z from 'zod/mini';
import type { ClientConfig } from './client-config.ts';
import { unpackJson } from './packed-json.ts';

export type LambdaName = 'web' | 'wake' | 'sweep' | 'feedback' | 'inbound' | 'canary' | 'admit';

export const filled = z.string().check(z.minLength(1));
/** Switches that stacks and this machine set. */
export const onOrOff = z.enum(['on', 'off']);
/** The tenant as a stack packed it. */
export const packedTenant = z.pipe(filled, z.transform(unpackJson));

/** What each Lambda that asks AWS for anything is told. The SDK reads its own variables (region, endpoints, credentials) besides. */
export const bareVariables = {
  AWS_REGION: filled,
  TABLE: filled,
  QUEUE_URL: filled,
  QUEUE_ARN: filled,
  DEAD_LETTER_ARN: filled,
  SCHEDULE_GROUP: filled,
  SCHEDULER_ROLE_ARN: filled,
  /** Whether each event writes its line; what fails is always written. */
  LOG_LINES: z._default(onOrOff, 'on'),
};

/** As much of the tenant as the sweep and the feedback use: reading all of it, with its zones, takes a third of their start. */
const bareSchema = z.object({
  ...bareVariables,
  TENANT: z.pipe(packedTenant, z.object({ slug: z.string(), sendRate: z.number() })),
});
export type BareEnvironment = z.infer<typeof bareSchema> & { aws: ClientConfig };

/** How a Lambda's clients find AWS. */
export function awsOf(lambda: LambdaName, region: string): ClientConfig {
  return { region, userAgentAppId: `nevertwice-${lambda}` };
}

/** Reads the environment of one Lambda once per cold start; throws a ZodError that names what is missing. */
export function readBareEnvironment(lambda: 'sweep' | 'feedback'): BareEnvironment {
  const environment = bareSchema.parse(process.env);
  return { ...environment, aws: awsOf(lambda, environment.AWS_REGION) };
}
