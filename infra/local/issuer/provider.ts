import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { Provider } from 'oidc-provider';
import type { IssuerOptions } from '../issuer.ts';
import { memoryAdapter } from './memory-adapter.ts';

export const PICK = '/pick/';

const HOUR_SECONDS = 3600;

/**
 * Whoever was picked is who they are, with a confirmed address. Its moments come from the process's clock (clock.ts), by
 * which the app checks them: both jump together, and a sign-in that a jump tears apart begins anew.
 */
export function makeProvider(url: string, { appUrl, clientId }: IssuerOptions): Provider {
  // An elliptic key is made in a millisecond; nothing that it signs outlives the process.
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const provider = new Provider(url, {
    adapter: memoryAdapter(Date.now),
    clients: [
      {
        client_id: clientId,
        token_endpoint_auth_method: 'none',
        redirect_uris: [`${appUrl}/sign-in/done`],
        post_logout_redirect_uris: [`${appUrl}/signed-out`],
        id_token_signed_response_alg: 'ES256',
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), alg: 'ES256', use: 'sig' }] },
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `${PICK}${uid}` },
    findAccount: (_, email) => ({
      accountId: email,
      claims: () => ({ sub: email, email, email_verified: true }),
    }),
    // The app's own issuer has nothing to ask consent for.
    async loadExistingGrant({ oidc }) {
      const accountId = oidc.session?.accountId;
      if (accountId === undefined) return undefined;
      const grant = new oidc.provider.Grant({ clientId, accountId });
      grant.addOIDCScope('openid email');
      await grant.save();
      return grant;
    },
    ttl: {
      AccessToken: HOUR_SECONDS,
      AuthorizationCode: 60,
      Grant: HOUR_SECONDS,
      IdToken: HOUR_SECONDS,
      Interaction: HOUR_SECONDS,
      Session: 24 * HOUR_SECONDS,
    },
  });
  // The browser's clock is the machine's own: a cookie that ends by this one might be over when it comes.
  provider.use(async (ctx, next) => {
    await next();
    const cookies = [ctx.response.headers['set-cookie'] ?? []].flat();
    if (cookies.length > 0)
      ctx.set(
        'set-cookie',
        cookies.map((cookie) => cookie.replace(/; expires=(?!Thu, 01 Jan 1970)[^;]*/gi, '')),
      );
  });
  return provider;
}
