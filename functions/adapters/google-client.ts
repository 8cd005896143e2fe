import { auth, calendar, type calendar_v3 } from '@googleapis/calendar';
import type { CalendarFailure } from './calendar-failure.ts';
import { googleFailure, tokenFailure } from './google-failure.ts';

/**
 * What an administrator of the customer's Google Workspace lets the service account do. Each has tokens of its own: a
 * token for two is refused where one is not granted, and who may not look for free times shall still be invited.
 */
export const SCOPES = {
  events: 'https://www.googleapis.com/auth/calendar.events',
  freeBusy: 'https://www.googleapis.com/auth/calendar.freebusy',
} as const;

// The token request brings a retry of its own along, which `retry` alone does not end.
const ONCE = { retry: false, retryConfig: { retry: 0, noResponseRetries: 0 } };

export type GoogleConfig = {
  key: { client_email: string; private_key: string };
  /** Where Google is instead; for one machine and tests only. */
  endpoint?: string | undefined;
  /** How long one request may take. */
  timeoutMs?: number;
};

type Answer<T> = { ok: T } | { failure: CalendarFailure };
type Headers = Readonly<Record<string, string>>;
/** One request to the API in the name of a person; `headers` go with it. */
export type AskGoogle = <T>(
  as: string,
  headers: Headers,
  request: (api: calendar_v3.Calendar, options: { headers: Headers }) => Promise<{ data: T }>,
) => Promise<Answer<T>>;

/**
 * Requests in the name of anybody of the customer's, each sent once: the caller knows which may be repeated. Tokens are
 * kept for as long as they last, and are good for what `scope` lets them do.
 */
export function makeAskGoogle(
  { key, endpoint, timeoutMs = 10_000 }: GoogleConfig,
  scope: keyof typeof SCOPES,
): AskGoogle {
  const clients = new Map<string, ReturnType<typeof makeClient>>();
  const makeClient = (subject: string) => {
    const scopes = [SCOPES[scope]];
    const jwt = new auth.JWT({ email: key.client_email, key: key.private_key, scopes, subject });
    jwt.transporter.interceptors.request.add({
      resolved: async (request) => {
        const { host, pathname } = new URL(request.url);
        // The library knows one address of the token server only.
        const isMoved = endpoint !== undefined && host === 'oauth2.googleapis.com';
        const moved = isMoved ? { url: new URL(pathname, endpoint) } : {};
        return Object.assign(request, { timeout: timeoutMs, ...ONCE }, moved);
      },
    });
    const rootUrl = endpoint === undefined ? {} : { rootUrl: `${endpoint}/` };
    return { jwt, api: calendar({ version: 'v3', auth: jwt, ...rootUrl }) };
  };
  const clientOf = (subject: string) => {
    const known = clients.get(subject) ?? makeClient(subject);
    clients.set(subject, known);
    return known;
  };
  return async (as, headers, request) => {
    const { jwt, api } = clientOf(as);
    try {
      await jwt.getAccessToken();
    } catch (error) {
      return { failure: tokenFailure(error) };
    }
    try {
      return { ok: (await request(api, { headers })).data };
    } catch (error) {
      return { failure: googleFailure(error) };
    }
  };
}
