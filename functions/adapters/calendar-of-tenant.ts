import type { CalendarProvider } from '../app/calendar-provider.ts';
import { makeSecretsClient } from './clients.ts';
import type { Environment } from './environment.ts';
import { logFault } from './log-fault.ts';
import { readGoogleKey } from './token-keys.ts';

/**
 * The calendar in which a tenant keeps its people's entries; undefined for one whose invitations are mailed. CALENDAR
 * stands in the bundle as a text, so that the client is in the bundles of tenants that have a calendar and in no others.
 */
export async function calendarOfTenant(environment: Environment): Promise<CalendarProvider | undefined> {
  if (process.env.CALENDAR === 'google') {
    const { GOOGLE_KEY_SECRET: secretId, GOOGLE_ENDPOINT: endpoint, aws } = environment;
    if (secretId === undefined) throw new Error('GOOGLE_KEY_SECRET is missing.');
    const { makeGoogleCalendar } = await import('./google-calendar.ts');
    return lazily(async () => {
      const key = await readGoogleKey(makeSecretsClient(aws), { secretId });
      return makeGoogleCalendar({ key, endpoint });
    });
  }
  return undefined;
}

/** The key is read when it is first needed: without it, every mail still goes out. */
function lazily(make: () => Promise<CalendarProvider>): CalendarProvider {
  let made: Promise<CalendarProvider> | undefined;
  const provider = async (): Promise<CalendarProvider | undefined> => {
    made ??= make();
    try {
      return await made;
    } catch (problem) {
      // People still get their mails; whoever operates the tenant has to see why no more than that.
      logFault('no key for Google Calendar', {}, problem);
      made = undefined;
      return undefined;
    }
  };
  return {
    name: 'google',
    change: async (change) =>
      (await (await provider())?.change(change)) ?? { outcome: 'refused', reason: 'unavailable' },
    read: async (ref) => {
      const known = await provider();
      return known ? known.read(ref) : 'unreadable';
    },
    busy: async (asked) => {
      const known = await provider();
      return known ? known.busy(asked) : 'unreadable';
    },
  };
}
