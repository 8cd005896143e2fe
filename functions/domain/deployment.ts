import * as z from 'zod';
import { addressSchema, domainSchema } from './address.ts';

export const accountSchema = z.string().regex(/^\d{12}$/, 'Write the 12 digits of an AWS account in quotes.');
export const regionSchema = z
  .string()
  .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'Write an AWS region such as eu-west-1.');

const hostedZoneSchema = z.strictObject({
  id: z
    .string()
    .regex(/^Z[A-Z0-9]{1,31}$/, 'Write the id of a Route 53 hosted zone, such as Z0123456789ABC.'),
  name: domainSchema.describe('The zone, such as example.com.'),
  account: accountSchema.optional().describe('Whose zone it is; this account when left out.'),
});

/** Where and how a tenant runs in AWS. The Lambdas never see it. */
export const deploymentSchema = z
  .strictObject({
    account: accountSchema,
    region: regionSchema.describe('It must be one in which SES receives mail.'),
    alarmAddress: addressSchema.describe('Gets the alarms: whoever operates this tenant.'),
    domain: domainSchema
      .optional()
      .describe('Where the pages are, such as nevertwice.example.com; an address of AWS when left out.'),
    hostedZone: hostedZoneSchema
      .optional()
      .describe('With it the stack writes the DNS records itself; without it they are in its outputs.'),
    certificate: z
      .string()
      .regex(/^arn:[a-z-]+:acm:[a-z0-9-]+:\d{12}:certificate\/[0-9a-f-]+$/, 'Write the ARN of a certificate.')
      .optional()
      .describe('For the domain, in this region; with a hosted zone the stack makes one.'),
    senderVerified: z
      .boolean()
      .default(false)
      .describe(
        'Set it after the sender was verified: what needs a verified sender comes in that deployment.',
      ),
    sending: z
      .enum(['on', 'off'])
      .default('on')
      .describe('off holds all mail and loses none: set it before a restored table is used.'),
    sesPlan: z
      .enum(['shared', 'dedicated'])
      .default('shared')
      .describe('Addresses that SES shares between its customers, or a managed pool of your own.'),
    canary: z
      .enum(['on', 'off'])
      .default('on')
      .describe(
        'A made-up conversation each night with the mailbox simulator of SES: an alarm tells of mail that is late, missing or sent twice.',
      ),
    encryption: z
      .enum(['aws', 'customer'])
      .default('aws')
      .describe(
        'Whose key encrypts what is stored: one that AWS keeps, or one of this tenant in its own account, for about $1 a month and its use.',
      ),
    logDays: z.literal([30, 60, 90]).default(30).describe('Logs carry ids only.'),
    tags: z
      .record(z.string().min(1).max(128), z.string().max(256))
      .default({})
      .describe('On everything that can have tags, for cost reports.'),
  })
  .superRefine((deployment, context) => {
    for (const [field, message] of contradictions(deployment))
      context.addIssue({ code: 'custom', path: [field], message });
  });
export type Deployment = z.infer<typeof deploymentSchema>;

type Named = {
  account: string;
  domain?: string | undefined;
  hostedZone?: { name: string; account?: string | undefined } | undefined;
  certificate?: string | undefined;
  region: string;
};

function contradictions({ account, region, domain, hostedZone, certificate }: Named): [string, string][] {
  const found: [string, string][] = [];
  const owner = hostedZone?.account ?? account;
  if (owner !== account)
    found.push([
      'hostedZone',
      `The zone belongs to account ${owner}, and a stack writes records in its own account ${account} only. Leave the zone out and copy the records from the stack's outputs.`,
    ]);
  if (domain && hostedZone && domain !== hostedZone.name && !domain.endsWith(`.${hostedZone.name}`))
    found.push(['domain', `It does not lie in the hosted zone ${hostedZone.name}.`]);
  if (domain && !hostedZone && !certificate)
    found.push(['certificate', 'A domain needs a hosted zone, or the ARN of a certificate.']);
  if (certificate && certificate.split(':')[3] !== region)
    found.push(['certificate', `It must be in ${region}, where the API is.`]);
  return found;
}
