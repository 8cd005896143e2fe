import { generateKeyPairSync } from 'node:crypto';
import { makeGoogleCalendar } from '../../functions/adapters/google-calendar.ts';
import { instant } from '../../functions/domain/instant.ts';
import { startGoogle } from '../../infra/local/google/google-server.ts';
import { temporaryFolder } from '../local/local-system.ts';
import type { CalendarUnderTest } from './calendar.contract.ts';
import { isUser, STRANGER, startCalendarFront } from './calendar-front.ts';

const { publicKey, privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const EMAIL = 'nevertwice@acme.iam.gserviceaccount.com';

export async function openGoogle(granted: { scopes?: readonly string[] } = {}) {
  const google = startGoogle({
    folder: await temporaryFolder(),
    account: { email: EMAIL, publicKey },
    isUser,
    now: Date.now,
    ...granted,
  });
  const front = await startCalendarFront(google.backend, (id) => {
    const add = { email: STRANGER, responseStatus: 'needsAction' as const };
    google.edit(id, (event) => ({ ...event, colorId: '5', attendees: [...event.attendees, add] }));
  });
  const key = { client_email: EMAIL, private_key: privateKey };
  const provider = makeGoogleCalendar({ key, endpoint: front.url, timeoutMs: 2_000 });
  return { provider, google, ...front };
}

export async function googleUnderTest(): Promise<CalendarUnderTest> {
  const { provider, google, fault, meddle } = await openGoogle();
  return {
    provider,
    seen: (id) => {
      const event = google.events().find((one) => one.id === id && one.status !== 'cancelled');
      return (
        event && {
          start: instant(Date.parse(event.start.dateTime)),
          summary: event.summary,
          busy: event.transparency === 'opaque',
          guests: event.attendees.map(({ email }) => email),
        }
      );
    },
    told: () => google.notices().filter(({ to }) => to === 'bill@acme.example').length,
    loseReply: () => {
      for (const action of ['InsertEvent', 'PatchEvent', 'DeleteEvent']) fault(action, 'lost-reply');
    },
    answer: google.answer,
    meddle,
    closeBusy: () => fault('QueryFreeBusy', 'error', 10),
  };
}
