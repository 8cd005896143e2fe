import * as z from 'zod';
import { addressSchema, domainOf, domainSchema, isListed, SIMULATOR } from './address.ts';
import { deploymentSchema } from './deployment.ts';
import { policySchema } from './policy.ts';
import { DEFAULT_HOURS, shiftSchema } from './working-time.ts';
import { isZone } from './zone.ts';

export const zoneSchema = z
  .string()
  .trim()
  .refine(isZone, 'Not a time zone we know. Write an IANA name such as Europe/Amsterdam.');

/** A BCP 47 tag such as "en" or "pt-BR". Mails are written in the closest language of the catalogue. */
export const localeSchema = z
  .string()
  .trim()
  .max(35, 'Use at most 35 characters.')
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'Write a language tag such as en or pt-BR.');

/** "NL", or "AU-NSW" where holidays differ by region (ISO 3166-1 and -2). */
export const holidayRegionSchema = z
  .string()
  .trim()
  .regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/, 'Write a country such as NL, or country and region such as AU-NSW.');

// A secret's value can look like a name. With a first part that we choose, no value of any provider does.
const secretNameSchema = z
  .string()
  .regex(
    /^(?:arn:[a-z-]+:secretsmanager:[a-z0-9-]+:\d{12}:secret:[A-Za-z0-9/_+=.@-]{1,512}-[A-Za-z0-9]{6}|nevertwice\/[A-Za-z0-9/_+=.@-]{1,500})$/,
    'Write where the secret is, never the secret: its ARN in Secrets Manager, or its name there if that begins with nevertwice/.',
  );

const ownIssuerSchema = z.strictObject({
  issuer: z.url({ protocol: /^https$/ }).describe('As its discovery document says it.'),
  clientId: z.string().min(1).max(200),
  clientSecret: secretNameSchema
    .optional()
    .describe(
      "ARN, or a name such as nevertwice/acme/sign-in, of the secret in the tenant's account that holds the client's secret as plain text. Never the secret itself. Left out: a public client with PKCE.",
    ),
  verifiedClaim: z
    .string()
    .regex(/^[A-Za-z0-9_:./-]{1,100}$/, 'Write the name of a claim, such as email_verified.')
    .default('email_verified')
    .describe('The claim that says the address is verified: xms_edov for Entra ID.'),
});

const signInSchema = z.union(
  [z.literal('cognito'), ownIssuerSchema],
  'Write "cognito", or the issuer and clientId of your own OpenID Connect provider.',
);

/** One customer organisation, as its file `infra/tenants/<slug>.json` says it. Holds no secrets. */
export const tenantFileSchema = z.strictObject({
  $schema: z.string().optional(),
  slug: z
    .string()
    .regex(
      /^[a-z](?:[a-z0-9-]{0,28}[a-z0-9])?$/,
      'Use up to 30 of a–z, 0–9 and -, beginning with a letter and not ending with -: it names the stack.',
    ),
  name: z.string().min(1).max(60),
  recipientDomains: z
    .array(domainSchema)
    .min(1)
    .describe('Exact domains that may receive mail; subdomains only if listed.'),
  recipientAddresses: z.array(addressSchema).default([]).describe('Single addresses outside those domains.'),
  managers: z
    .array(
      z
        .union([addressSchema, domainSchema], 'Write a mail address, or a domain such as example.com.')
        .refine((listed) => domainOf(listed) !== SIMULATOR, 'Nobody can sign in there: it is the canary’s.'),
    )
    .min(1)
    .describe('Addresses, or whole domains.'),
  sender: addressSchema.describe('The From address of every mail.'),
  replyDomain: domainSchema.describe('Receives the answers to mails and invitations.'),
  timezone: zoneSchema,
  country: holidayRegionSchema.describe('Whose public holidays are days off.'),
  otherCountries: z.array(holidayRegionSchema).default([]).describe('More calendars that people may name.'),
  workingHours: z
    .array(shiftSchema)
    .min(1)
    .default([...DEFAULT_HOURS]),
  locale: localeSchema.default('en'),
  branding: z.strictObject({
    colour: z.string().regex(/^#[0-9a-fA-F]{6}$/, 'Write a colour as #rrggbb.'),
    logo: z
      .strictObject({
        url: z.url({ protocol: /^https$/ }),
        width: z.int().min(16).max(300, 'A logo is at most 300 pixels wide.'),
        height: z.int().min(16).max(100, 'A logo is at most 100 pixels high.'),
      })
      .optional(),
  }),
  policy: policySchema.prefault({}),
  privacy: z
    .enum(['works-council'])
    .optional()
    .describe('Sets several parts of the policy at once; what the policy says itself goes before.'),
  sendRate: z.number().min(1).max(1000).default(14).describe('Mails a second of this tenant.'),
  signIn: signInSchema.default('cognito').describe('How managers sign in.'),
  calendar: z
    .enum(['mail', 'google', 'microsoft'])
    .default('mail')
    .describe('How invitations reach a calendar.'),
  aws: deploymentSchema.optional().describe('Where it runs in AWS; not needed to run it on one machine.'),
});

export type TenantFile = z.infer<typeof tenantFileSchema>;

/**
 * The tenant's data at run time: what of its file the Lambdas need, and the days off of each country in it, computed when
 * it was built.
 */
export const tenantSchema = z.object({
  ...tenantFileSchema.omit({ $schema: true, privacy: true, aws: true }).shape,
  holidays: z.record(holidayRegionSchema, z.array(z.iso.date())),
});
export type Tenant = z.infer<typeof tenantSchema>;

/** Whether this tenant's mail may go to an address: the rule for everybody, at record, at amend and at send. */
export function mayReceive(tenant: Tenant, address: string): boolean {
  return isListed(address, tenant.recipientDomains) || tenant.recipientAddresses.includes(address);
}

/** Whether an address belongs to one of the tenant's managers. */
export function mayManage(tenant: Tenant, address: string): boolean {
  return isListed(address, tenant.managers);
}
