import * as z from 'zod/mini';
import { addressSchema, domainOf, domainSchema, isListed, SIMULATOR } from './address.ts';
import { deploymentSchema } from './deployment.ts';
import { described } from './described.ts';
import { DEFAULT_HOURS, shiftSchema } from './hours.ts';
import { policySchema } from './policy.ts';
import { isZone } from './zone.ts';

export const zoneSchema = z
  .string()
  .check(z.trim(), z.refine(isZone, 'Not a time zone we know. Write an IANA name such as Europe/Amsterdam.'));

/** A BCP 47 tag such as "en" or "pt-BR". Mails are written in the closest language of the catalogue. */
export const localeSchema = z
  .string()
  .check(
    z.trim(),
    z.maxLength(35, 'Use at most 35 characters.'),
    z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'Write a language tag such as en or pt-BR.'),
  );

/** "NL", or "AU-NSW" where holidays differ by region (ISO 3166-1 and -2). */
export const holidayRegionSchema = z
  .string()
  .check(
    z.trim(),
    z.regex(
      /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/,
      'Write a country such as NL, or country and region such as AU-NSW.',
    ),
  );

// A secret's value can look like a name. With a first part that we choose, no value of any provider does.
const secretNameSchema = z
  .string()
  .check(
    z.regex(
      /^(?:arn:[a-z-]+:secretsmanager:[a-z0-9-]+:\d{12}:secret:[A-Za-z0-9/_+=.@-]{1,512}-[A-Za-z0-9]{6}|nevertwice\/[A-Za-z0-9/_+=.@-]{1,500})$/,
      'Write where the secret is, never the secret: its ARN in Secrets Manager, or its name there if that begins with nevertwice/.',
    ),
  );

const claimSchema = z
  .string()
  .check(z.regex(/^[A-Za-z0-9_:./-]{1,100}$/, 'Write the name of a claim, such as email_verified.'));

const ownIssuerSchema = z.strictObject({
  issuer: described(z.url({ protocol: /^https$/ }), 'As its discovery document says it.'),
  clientId: z.string().check(z.minLength(1), z.maxLength(200)),
  clientSecret: described(
    z.optional(secretNameSchema),
    "ARN, or a name such as nevertwice/acme/sign-in, of the secret in the tenant's account that holds the client's secret as plain text. Never the secret itself. Left out: a public client with PKCE.",
  ),
  verifiedClaim: described(
    z._default(claimSchema, 'email_verified'),
    'The claim that says the address is verified: xms_edov for Entra ID.',
  ),
});

const signInSchema = z.union(
  [z.literal('cognito'), ownIssuerSchema],
  'Write "cognito", or the issuer and clientId of your own OpenID Connect provider.',
);

const managerSchema = z
  .union([addressSchema, domainSchema], 'Write a mail address, or a domain such as example.com.')
  .check(
    z.refine((listed) => domainOf(listed) !== SIMULATOR, 'Nobody can sign in there: it is the canary’s.'),
  );

/** One customer organisation, as its file `infra/tenants/<slug>.json` says it. Holds no secrets. */
export const tenantFileSchema = z.strictObject({
  $schema: z.optional(z.string()),
  slug: z
    .string()
    .check(
      z.regex(
        /^[a-z](?:[a-z0-9-]{0,28}[a-z0-9])?$/,
        'Use up to 30 of a–z, 0–9 and -, beginning with a letter and not ending with -: it names the stack.',
      ),
    ),
  name: z.string().check(z.minLength(1), z.maxLength(60)),
  recipientDomains: described(
    z.array(domainSchema).check(z.minLength(1)),
    'Exact domains that may receive mail; subdomains only if listed.',
  ),
  recipientAddresses: described(
    z._default(z.array(addressSchema), []),
    'Single addresses outside those domains.',
  ),
  managers: described(z.array(managerSchema).check(z.minLength(1)), 'Addresses, or whole domains.'),
  sender: described(addressSchema, 'The From address of every mail.'),
  replyDomain: described(domainSchema, 'Receives the answers to mails and invitations.'),
  timezone: zoneSchema,
  country: described(holidayRegionSchema, 'Whose public holidays are days off.'),
  otherCountries: described(
    z._default(z.array(holidayRegionSchema), []),
    'More calendars that people may name.',
  ),
  workingHours: z._default(z.array(shiftSchema).check(z.minLength(1)), [...DEFAULT_HOURS]),
  locale: z._default(localeSchema, 'en'),
  branding: z.strictObject({
    colour: z.string().check(z.regex(/^#[0-9a-fA-F]{6}$/, 'Write a colour as #rrggbb.')),
    logo: z.optional(
      z.strictObject({
        url: z.url({ protocol: /^https$/ }),
        width: z.int().check(z.minimum(16), z.maximum(300, 'A logo is at most 300 pixels wide.')),
        height: z.int().check(z.minimum(16), z.maximum(100, 'A logo is at most 100 pixels high.')),
      }),
    ),
  }),
  policy: z.prefault(policySchema, {}),
  privacy: described(
    z.optional(z.enum(['works-council'])),
    'Sets several parts of the policy at once; what the policy says itself goes before.',
  ),
  sendRate: described(
    z._default(z.number().check(z.minimum(1), z.maximum(1000)), 14),
    'Mails a second of this tenant.',
  ),
  signIn: described(z._default(signInSchema, 'cognito'), 'How managers sign in.'),
  calendar: described(
    z._default(z.enum(['mail', 'google', 'microsoft']), 'mail'),
    'How invitations reach a calendar.',
  ),
  aws: described(z.optional(deploymentSchema), 'Where it runs in AWS; not needed to run it on one machine.'),
});

export type TenantFile = z.infer<typeof tenantFileSchema>;

/**
 * The tenant's data at run time: what of its file the Lambdas need, and the days off of each country in it, computed when
 * it was built.
 */
export const tenantSchema = z.object({
  ...z.omit(tenantFileSchema, { $schema: true, privacy: true, aws: true }).shape,
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
