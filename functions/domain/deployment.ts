import * as z from 'zod/mini';
import { addressSchema, domainSchema } from './address.ts';
import { described } from './described.ts';

export const accountSchema = z
  .string()
  .check(z.regex(/^\d{12}$/, 'Write the 12 digits of an AWS account in quotes.'));
export const regionSchema = z
  .string()
  .check(z.regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'Write an AWS region such as eu-west-1.'));

const hostedZoneSchema = z.strictObject({
  id: z
    .string()
    .check(z.regex(/^Z[A-Z0-9]{1,31}$/, 'Write the id of a Route 53 hosted zone, such as Z0123456789ABC.')),
  name: described(domainSchema, 'The zone, such as example.com.'),
  account: described(z.optional(accountSchema), 'Whose zone it is; this account when left out.'),
});

const certificateSchema = z
  .string()
  .check(
    z.regex(/^arn:[a-z-]+:acm:[a-z0-9-]+:\d{12}:certificate\/[0-9a-f-]+$/, 'Write the ARN of a certificate.'),
  );
const tagsSchema = z.record(
  z.string().check(z.minLength(1), z.maxLength(128)),
  z.string().check(z.maxLength(256)),
);

/** Where and how a tenant runs in AWS. The Lambdas never see it. */
export const deploymentSchema = z
  .strictObject({
    account: accountSchema,
    region: described(regionSchema, 'It must be one in which SES receives mail.'),
    alarmAddress: described(addressSchema, 'Gets the alarms: whoever operates this tenant.'),
    domain: described(
      z.optional(domainSchema),
      'Where the pages are, such as nevertwice.example.com; an address of AWS when left out.',
    ),
    hostedZone: described(
      z.optional(hostedZoneSchema),
      'With it the stack writes the DNS records itself; without it they are in its outputs.',
    ),
    certificate: described(
      z.optional(certificateSchema),
      'For the domain, in this region; with a hosted zone the stack makes one.',
    ),
    senderVerified: described(
      z._default(z.boolean(), false),
      'Set it after the sender was verified: what needs a verified sender comes in that deployment.',
    ),
    sending: described(
      z._default(z.enum(['on', 'off']), 'on'),
      'off holds all mail and loses none: set it before a restored table is used.',
    ),
    sesPlan: described(
      z._default(z.enum(['shared', 'dedicated']), 'shared'),
      'Addresses that SES shares between its customers, or a managed pool of your own.',
    ),
    canary: described(
      z._default(z.enum(['on', 'off']), 'on'),
      'A made-up conversation each night with the mailbox simulator of SES: an alarm tells of mail that is late, missing or sent twice.',
    ),
    encryption: described(
      z._default(z.enum(['aws', 'customer']), 'aws'),
      'Whose key encrypts what is stored: one that AWS keeps, or one of this tenant in its own account, for about $1 a month and its use.',
    ),
    logDays: described(z._default(z.literal([30, 60, 90]), 30), 'Logs carry ids only.'),
    tags: described(z._default(tagsSchema, {}), 'On everything that can have tags, for cost reports.'),
  })
  .check(
    z.superRefine((deployment, context) => {
      for (const [field, message] of contradictions(deployment))
        context.addIssue({ code: 'custom', path: [field], message });
    }),
  );
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
