import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { JWT } from 'google-auth-library';
import * as z from 'zod';
import { SCOPES } from '../../../functions/adapters/google-client.ts';
import { mayManage, type Tenant } from '../../../functions/domain/tenant.ts';
import { type Finding, fail, type Look, ok, type Result, warn } from './finding.ts';
import { type GoogleKey, readGoogleKey } from './google-key.ts';

const GOOGLE = 'https://oauth2.googleapis.com';

export type GoogleAsked = {
  secrets: SecretsManagerClient;
  /** Where tokens are asked for instead of Google; for this machine only. */
  tokenHost: string | undefined;
  /** The manager to act as, where the tenant's file names none. */
  actAs: string | undefined;
};

/**
 * Whether a tenant with Google Calendar can write into its managers' calendars and look for free times: its key, and a
 * token for each as one of them.
 */
export function lookAtGoogle(look: Look, asked: GoogleAsked, tenant: Tenant): Promise<Finding[]> {
  const read = readGoogleKey(asked.secrets, tenant.slug);
  const lookFor = async (scope: string): Promise<Result> => {
    const found = await read;
    if ('ill' in found) return fail('Not asked for: see the key');
    const { actAs = tenant.managers.find((one) => one.includes('@')) } = asked;
    if (actAs === undefined)
      return warn(`Not asked for: name a manager to act as, npm run doctor -- ${tenant.slug} --as <address>`);
    if (!mayManage(tenant, actAs)) return fail(`${actAs} is no manager of ${tenant.slug}: name another`);
    return tokenResult(found.key, actAs, scope, asked.tokenHost);
  };
  return Promise.all([
    look('Google key', async () => {
      const found = await read;
      return 'ill' in found ? found.ill : ok(found.key.client_email);
    }),
    look('Google token', () => lookFor(SCOPES.events)),
    look('Google free times', async () => {
      const result = await lookFor(SCOPES.freeBusy);
      // Without it managers choose a time by working hours alone; everything else goes on.
      return result.state === 'fail' ? warn(result.advice) : result;
    }),
  ]);
}

async function tokenResult(
  key: GoogleKey,
  subject: string,
  scope: string,
  tokenHost = GOOGLE,
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
