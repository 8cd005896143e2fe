import * as z from 'zod/mini';
import { tokenRefusal } from './calendar-failure.ts';

const LOGIN = 'https://login.microsoftonline.com';
const SCOPE = 'https://graph.microsoft.com/.default';
// No request may still be on its way when its token ends.
const SPARE_SECONDS = 120;

export type MicrosoftConfig = {
  /** An application of the customer's directory, and a client secret of it. */
  key: { tenantId: string; clientId: string; clientSecret: string };
  /** Where Microsoft is instead, both for tokens and for Graph; for one machine and tests only. */
  endpoint?: string | undefined;
  /** How long one request may take. */
  timeoutMs?: number;
};

const granted = z.object({ access_token: z.string().check(z.minLength(1)), expires_in: z.number() });

type Grant = { token: string; until: number } | { failure: 'grant-gone' | 'unavailable' | 'busy' };
/** A token for Graph, kept until shortly before it ends; never `refused` again, which Graph did not take. */
export type TakeToken = (refused?: string) => Promise<Grant>;

async function request({ key, endpoint, timeoutMs = 10_000 }: MicrosoftConfig): Promise<Grant> {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: key.clientId,
    client_secret: key.clientSecret,
    scope: SCOPE,
  });
  const url = new URL(`/${encodeURIComponent(key.tenantId)}/oauth2/v2.0/token`, endpoint ?? LOGIN);
  const asked = Date.now();
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await fetch(url, { method: 'POST', body, redirect: 'error', signal });
    const data: unknown = await response.json();
    if (!response.ok) return { failure: tokenRefusal(response.status, data) };
    const { access_token: token, expires_in: seconds } = granted.parse(data);
    return { token, until: asked + (seconds - SPARE_SECONDS) * 1000 };
  } catch {
    // Nothing was asked of a calendar yet, so it is certain that nothing was changed.
    return { failure: 'unavailable' };
  }
}

/** Tokens of the application itself, by client credentials (RFC 6749 §4.4). */
export function makeTakeToken(config: MicrosoftConfig): TakeToken {
  let kept: Promise<Grant> | undefined;
  return async (refused) => {
    const known = kept;
    const grant = await known;
    const isGood = grant && 'token' in grant && grant.until > Date.now() && grant.token !== refused;
    if (isGood) return grant;
    // Whoever comes while a token is on its way waits for that one.
    kept = kept === known ? request(config) : kept;
    return kept ?? request(config);
  };
}
