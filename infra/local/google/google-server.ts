import type { Backend } from '../aws/front.ts';
import type { Reply, Request } from '../aws/wire.ts';
import { openCalendarStore } from '../calendar/calendar-store.ts';
import type { Notice } from '../calendar/notice.ts';
import type { AnswerAsGuest, ShownEvent } from '../calendar/shown-event.ts';
import { googleError, tokenError } from './google-error.ts';
import { type KeptEvent, keptEvent } from './google-event-schema.ts';
import { makeEvents } from './google-events.ts';
import { queryFreeBusy } from './google-free-busy.ts';
import { openTokenDesk } from './google-token.ts';

const EVENTS = /^\/calendar\/v3\/calendars\/([^/]+)\/events(?:\/([^/]+))?$/;
const FREE_BUSY = '/calendar/v3/freeBusy';
const EVENTS_SCOPE = 'https://www.googleapis.com/auth/calendar.events';
const FREE_BUSY_SCOPE = 'https://www.googleapis.com/auth/calendar.freebusy';

/** The service account that may act as a customer's people. */
export type GoogleAccount = { email: string; publicKey: string };

export type Google = {
  backend: Backend;
  /** Everybody's events, taken out ones included. */
  events: () => readonly KeptEvent[];
  /** The same, as the console tells of them. */
  shown: () => ShownEvent[];
  /** What Google would have mailed. */
  notices: () => readonly Notice[];
  answer: AnswerAsGuest;
  /** What somebody does in their own Google Calendar: a move, a colour. */
  edit: (id: string, change: (event: KeptEvent) => KeptEvent) => void;
};

function actionOf(method: string, path: string): string {
  if (path === '/token') return 'Token';
  if (path === FREE_BUSY) return method === 'POST' ? 'QueryFreeBusy' : 'Unknown';
  const match = EVENTS.exec(path);
  if (!match) return 'Unknown';
  if (match[2] === undefined) return method === 'POST' ? 'InsertEvent' : 'Unknown';
  const actions: Readonly<Record<string, string>> = {
    GET: 'GetEvent',
    PATCH: 'PatchEvent',
    DELETE: 'DeleteEvent',
  };
  return actions[method] ?? 'Unknown';
}

/**
 * Google's token server and Calendar API as far as single events and free times go, for one customer whose users `isUser`
 * knows. `scopes`: what its administrator granted; all that is used here unless said otherwise.
 */
export function startGoogle(options: {
  folder: string;
  account: GoogleAccount | undefined;
  isUser: (email: string) => boolean;
  scopes?: readonly string[];
  now: () => number;
}): Google {
  const { account = { email: '', publicKey: '' }, isUser, now } = options;
  const { scopes = [EVENTS_SCOPE, FREE_BUSY_SCOPE] } = options;
  const store = openCalendarStore(options.folder, keptEvent);
  const events = makeEvents(store);
  const desk = openTokenDesk({ account, scopes, isUser, now });

  const askEvents = (action: string, owner: string, request: Request): Reply => {
    const { pathname, searchParams: search } = new URL(request.url, 'http://google');
    const [, place = '', id = ''] = EVENTS.exec(pathname) ?? [];
    const calendar = decodeURIComponent(place);
    if (calendar !== 'primary' && calendar !== owner) return googleError(404, 'notFound', 'Not Found');
    const what = { calendar: owner, id: decodeURIComponent(id), request, search };
    switch (action) {
      case 'GetEvent':
        return events.get(what);
      case 'InsertEvent':
        return events.insert(what);
      case 'PatchEvent':
        return events.patch(what);
      case 'DeleteEvent':
        return events.delete(what);
      default:
        return googleError(404, 'notFound', `The local Google knows no ${request.method} ${pathname}.`);
    }
  };

  const ask = (request: Request): Reply => {
    const { pathname } = new URL(request.url, 'http://google');
    const action = actionOf(request.method, pathname);
    if (action === 'Token') return desk.issue(request);
    const held = desk.held(request);
    if (!held) return googleError(401, 'authError', 'Invalid Credentials');
    const needed = action === 'QueryFreeBusy' ? FREE_BUSY_SCOPE : EVENTS_SCOPE;
    if (!held.scope.split(' ').includes(needed))
      return googleError(403, 'insufficientPermissions', 'Request had insufficient authentication scopes.');
    if (action === 'QueryFreeBusy') return queryFreeBusy(request, store.events(), isUser);
    return askEvents(action, held.holder, request);
  };

  return {
    backend: {
      service: 'google',
      describe: ({ method, url }) => {
        const { pathname } = new URL(url, 'http://google');
        return { action: actionOf(method, pathname), resource: EVENTS.exec(pathname)?.[2] ?? '' };
      },
      serve: async (request) => ask(request),
      refuse,
    },
    events: store.events,
    shown: () => store.events().map(shownEvent),
    notices: store.notices,
    answer(id, email, responseStatus) {
      const isTheirs = (one: { email: string }) => one.email.toLowerCase() === email.toLowerCase();
      if (!store.events().some((event) => event.id === id && event.attendees.some(isTheirs))) return false;
      store.edit(id, (event) => ({
        ...event,
        attendees: event.attendees.map((one) => (isTheirs(one) ? { ...one, responseStatus } : one)),
      }));
      return true;
    },
    edit: store.edit,
  };
}

function shownEvent({ version: _, hangoutLink, start, end, ...event }: KeptEvent): ShownEvent {
  const inUtc = ({ dateTime }: KeptEvent['start']) => ({ dateTime: new Date(dateTime).toISOString() });
  return { ...event, start: inUtc(start), end: inUtc(end), link: hangoutLink };
}

function refuse(mode: 'throttle' | 'reject' | 'error', action: string): Reply {
  switch (mode) {
    case 'throttle':
      return googleError(403, 'rateLimitExceeded', 'Rate Limit Exceeded');
    case 'reject':
      return action === 'Token'
        ? tokenError('invalid_grant', 'Invalid email or User ID')
        : googleError(400, 'invalid', 'Invalid Value');
    case 'error':
      return googleError(503, 'backendError', 'Backend Error');
  }
}
