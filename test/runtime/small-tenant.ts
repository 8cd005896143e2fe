import { tenantSchema } from '../../functions/domain/tenant.ts';

/** Acme: everybody `@acme.example`, managers and all, in Amsterdam. */
export const smallTenant = tenantSchema.parse({
  slug: 'acme',
  name: 'Acme',
  recipientDomains: ['acme.example'],
  managers: ['acme.example'],
  sender: 'nevertwice@acme.example',
  replyDomain: 'reply.acme.example',
  timezone: 'Europe/Amsterdam',
  country: 'NL',
  branding: { colour: '#0b5d4e' },
  holidays: {},
});
