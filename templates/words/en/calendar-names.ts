import type { Tenant } from '../../../functions/domain/tenant.ts';

/** What people call the calendar that a tenant keeps its entries in, at the beginning of a sentence. */
export const CALENDARS: Record<Tenant['calendar'], string> = {
  mail: 'The calendar',
  google: 'Google',
  microsoft: 'Microsoft 365',
};
