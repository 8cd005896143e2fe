import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { mayManage, type Tenant } from '../../../functions/domain/tenant.ts';
import { calendarSecretName } from '../../calendar-secret.ts';
import { readCalendarKey } from './calendar-key.ts';
import { type Finding, fail, type Look, type Result, warn } from './finding.ts';
import { googleFreeTimes, googleToken } from './google.ts';
import { GOOGLE_KEY } from './google-key.ts';
import { MICROSOFT_KEY, microsoftSchedule, microsoftToken } from './microsoft.ts';

export type CalendarAsked = {
  secrets: SecretsManagerClient;
  /** What is asked instead of Google or Microsoft; for this machine only. */
  endpoint: string | undefined;
  /** The manager to act as, where the tenant's file names none. */
  actAs: string | undefined;
};

type Known<Key> = { key: Key } | { ill: Result };

/** What is asked with a key in a manager's name, or why it is not. */
function withKey<Key>(
  tenant: Tenant,
  { actAs = tenant.managers.find((one) => one.includes('@')) }: CalendarAsked,
  read: Promise<Known<Key>>,
) {
  return async (ask: (key: Key, manager: string) => Promise<Result>): Promise<Result> => {
    const found = await read;
    if ('ill' in found) return fail('Not asked for: see the key');
    if (actAs === undefined)
      return warn(`Not asked for: name a manager to act as, npm run doctor -- ${tenant.slug} --as <address>`);
    if (!mayManage(tenant, actAs)) return fail(`${actAs} is no manager of ${tenant.slug}: name another`);
    return ask(found.key, actAs);
  };
}

/**
 * Whether a tenant can write into its managers' calendars and look for free times: its key, and what the service says to
 * it as one of them.
 */
export function lookAtCalendar(look: Look, asked: CalendarAsked, tenant: Tenant): Promise<Finding[]> {
  const { secrets, endpoint } = asked;
  const name = calendarSecretName(tenant) ?? '';
  switch (tenant.calendar) {
    case 'mail':
      return Promise.resolve([]);
    case 'google': {
      const read = readCalendarKey(secrets, name, GOOGLE_KEY);
      const ask = withKey(tenant, asked, read);
      return Promise.all([
        look('Google key', async () => tellKey(await read, ({ client_email }) => client_email)),
        look('Google token', () => ask((key, subject) => googleToken(key, { subject, tokenHost: endpoint }))),
        look('Google free times', () =>
          ask((key, subject) => googleFreeTimes(key, { subject, tokenHost: endpoint })),
        ),
      ]);
    }
    case 'microsoft': {
      const read = readCalendarKey(secrets, name, MICROSOFT_KEY);
      const ask = withKey(tenant, asked, read);
      return Promise.all([
        look('Microsoft key', async () => tellKey(await read, ({ clientId }) => clientId)),
        look('Microsoft token', () => ask((key) => microsoftToken(key, endpoint))),
        look('Microsoft calendar', () => ask((key, manager) => microsoftSchedule(key, manager, endpoint))),
      ]);
    }
  }
}

function tellKey<Key>(found: Known<Key>, whose: (key: Key) => string): Result {
  return 'ill' in found ? found.ill : { state: 'ok', advice: whose(found.key) };
}
