import type { Tenant } from '../functions/domain/tenant.ts';

/** Where whoever operates a tenant puts by hand what lets it into its managers' calendars; undefined for one that mails. */
export function calendarSecretName({
  calendar,
  slug,
}: Pick<Tenant, 'calendar' | 'slug'>): string | undefined {
  return calendar === 'mail' ? undefined : `nevertwice/${slug}/${calendar}`;
}
