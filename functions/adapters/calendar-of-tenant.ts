import type { CalendarProvider, ProviderName } from '../app/calendar-provider.ts';
import type { Environment } from './environment.ts';
import { logFault } from './log-fault.ts';
import { makeSecretsClient, readGoogleKey, readMicrosoftKey } from './token-keys.ts';

/**
 * The calendar in which a tenant keeps its people's entries; undefined for one whose invitations are mailed. CALENDAR
 * stands in the bundle as a text, so that each client is in the bundles of tenants that have its calendar and in no others.
 */
export async function calendarOfTenant(environment: Environment): Promise<CalendarProvider | undefined> {
  const { CALENDAR_ENDPOINT: endpoint, aws } = environment;
  if (process.env.CALENDAR === 'google') {
    const secretId = secretOf(environment);
    const { makeGoogleCalendar } = await import('./google-calendar.ts');
    return lazily('google', async () => {
      const key = await readGoogleKey(makeSecretsClient(aws), { secretId });
      return makeGoogleCalendar({ key, endpoint });
    });
  }
  if (process.env.CALENDAR === 'microsoft') {
    const secretId = secretOf(environment);
    const { makeMicrosoftCalendar } = await import('./microsoft-calendar.ts');
    return lazily('microsoft', async () => {
      const key = await readMicrosoftKey(makeSecretsClient(aws), { secretId });
      return makeMicrosoftCalendar({ key, endpoint });
    });
  }
  return undefined;
}

function secretOf({ CALENDAR_SECRET: secretId }: Environment): string {
  if (secretId === undefined) throw new Error('CALENDAR_SECRET is missing.');
  return secretId;
}

/** The key is read when it is first needed: without it, every mail still goes out. */
function lazily(name: ProviderName, make: () => Promise<CalendarProvider>): CalendarProvider {
  let made: Promise<CalendarProvider> | undefined;
  const provider = async (): Promise<CalendarProvider | undefined> => {
    made ??= make();
    try {
      return await made;
    } catch (problem) {
      // People still get their mails; whoever operates the tenant has to see why no more than that.
      logFault('no key for the calendar', { calendar: name }, problem);
      made = undefined;
      return undefined;
    }
  };
  return {
    name,
    change: async (change) =>
      (await (await provider())?.change(change)) ?? { outcome: 'refused', reason: 'unavailable' },
    read: async (ref) => {
      const known = await provider();
      return known ? known.read(ref) : 'unreadable';
    },
    busy: async (asked) => (await (await provider())?.busy(asked)) ?? 'unreadable',
  };
}
