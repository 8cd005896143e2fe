import { JWT } from 'google-auth-library';
import * as z from 'zod';
import { SCOPES } from '../../../functions/adapters/google-client.ts';
import { fail, ok, type Result, warn } from './finding.ts';
import type { GoogleKey } from './google-key.ts';

const GOOGLE = 'https://oauth2.googleapis.com';

type GoogleAsked = {
  /** In whose name. */
  subject: string;
  /** Whom to ask instead of Google; for this machine only. */
  tokenHost: string | undefined;
};

/** Whether Google lets a service account act as a manager. */
export function googleToken(key: GoogleKey, asked: GoogleAsked): Promise<Result> {
  return tokenFor(key, SCOPES.events, asked);
}

/** Whether it may look for free times as well. */
export async function googleFreeTimes(key: GoogleKey, asked: GoogleAsked): Promise<Result> {
  const result = await tokenFor(key, SCOPES.freeBusy, asked);
  // Without it managers choose a time by working hours alone; everything else goes on.
  return result.state === 'fail' ? warn(result.advice) : result;
}

async function tokenFor(
  key: GoogleKey,
  scope: string,
  { subject, tokenHost = GOOGLE }: GoogleAsked,
): Promise<Result> {
  const client = new JWT({ email: key.client_email, key: key.private_key, scopes: [scope], subject });
  client.transporter.interceptors.request.add({
    // The library knows one address only, and would try again for a minute while somebody waits.
    resolved: async (request) => {
      const { pathname } = new URL(request.url);
      return Object.assign(request, { url: new URL(pathname, tokenHost), timeout: 10_000, retry: false });
    },
  });
  try {
    await client.authorize();
    return ok(`as ${subject}`);
  } catch (error) {
    const refusal = refusedSchema.safeParse(error);
    if (!refusal.success) throw error;
    const { error: code, error_description: words } = refusal.data.response.data;
    return fail(adviceFor(code, words, { key, subject, scope }));
  }
}

/** What Google answers to a token request it refuses (RFC 6749 §5.2). */
const refusedSchema = z.object({
  response: z.object({
    data: z.object({ error: z.string(), error_description: z.string().default('') }),
  }),
});

// Google words these in `error_description`; one code stands for several causes.
function adviceFor(
  code: string,
  words: string,
  { key, subject, scope }: { key: GoogleKey; subject: string; scope: string },
): string {
  if (code === 'unauthorized_client' || code === 'access_denied')
    return `${code}: in the Google Workspace of ${subject}, an administrator opens Security, API controls, Domain-wide delegation, and adds the client ID ${key.client_id} with the scope ${scope}; it takes up to a day`;
  if (code === 'invalid_grant' && /reasonable timeframe/i.test(words))
    return `${code}: this machine’s clock is wrong. Set it by a time server, then ask again`;
  if (code === 'invalid_grant' && /signature/i.test(words))
    return `${code}: Google no longer knows this key. Make a new one for ${key.client_email} in Google Cloud and replace the secret’s value`;
  if (code === 'invalid_grant' && /account not found/i.test(words))
    return `${code}: the service account ${key.client_email} was deleted. Make one in Google Cloud, with a key, and have it delegated`;
  if (code === 'invalid_grant')
    return `${code}: Google knows no user ${subject}, or the account is suspended. Name another manager with --as, and look whether the key belongs to this customer`;
  return `Google refuses with ${code}${words === '' ? '' : `: ${words}`}`;
}
