import { type Tenant, tenantSchema } from '../../../functions/domain/tenant.ts';

// Public holidays as the countries publish them for the months that the tests live in.
const HOLIDAYS: Readonly<Record<string, readonly string[]>> = {
  US: ['2026-12-25', '2027-01-01', '2027-01-18', '2027-02-15', '2027-05-31'],
  NL: ['2026-12-25', '2026-12-26', '2027-01-01', '2027-03-28', '2027-03-29', '2027-04-27', '2027-05-06'],
  'AU-NSW': [
    '2026-12-25',
    '2026-12-26',
    '2026-12-28',
    '2027-01-01',
    '2027-01-26',
    '2027-03-26',
    '2027-03-27',
    '2027-03-28',
    '2027-03-29',
    '2027-04-25',
    '2027-04-26',
  ],
};

type Choice = {
  domain: string;
  timezone: string;
  country: string;
  workingHours?: Tenant['workingHours'];
  policy?: Partial<Tenant['policy']>;
};

/** A tenant of one domain, in which everybody may manage. */
export function tenantOf({ domain, timezone, country, workingHours, policy }: Choice): Tenant {
  return tenantSchema.parse({
    slug: 'test',
    name: 'Test',
    recipientDomains: [domain],
    managers: [domain],
    sender: `nevertwice@${domain}`,
    replyDomain: `reply.${domain}`,
    timezone,
    country,
    branding: { colour: '#336699' },
    holidays: HOLIDAYS,
    ...(workingHours === undefined ? {} : { workingHours }),
    ...(policy === undefined ? {} : { policy }),
  });
}
