import { verify } from 'node:crypto';
import * as z from 'zod';
import type { Reply, Request } from '../aws/wire.ts';
import { LASTS_SECONDS, openSeal } from '../calendar/sealed-token.ts';
import { jsonReply, tokenError } from './google-error.ts';

const SKEW_SECONDS = 300;

const claims = z.object({
  iss: z.string(),
  sub: z.string(),
  aud: z.literal('https://oauth2.googleapis.com/token'),
  scope: z.string(),
  iat: z.number(),
  exp: z.number(),
});

export type TokenDesk = {
  /** Answers an assertion of a service account (RFC 7523). */
  issue: (request: Request) => Reply;
  /** Whom a request's bearer token stands for, and for what; undefined for none or one that ended. */
  held: (request: Request) => { holder: string; scope: string } | undefined;
};

/** The token server, for one service account and whoever `isUser` says. */
export function openTokenDesk(options: {
  account: { email: string; publicKey: string };
  scopes: readonly string[];
  isUser: (email: string) => boolean;
  now: () => number;
}): TokenDesk {
  const { account, scopes, isUser, now } = options;
  const seal = openSeal(now);
  const seconds = () => Math.floor(now() / 1000);
  return {
    issue(request) {
      const form = new URLSearchParams(Buffer.from(request.body).toString());
      if (form.get('grant_type') !== 'urn:ietf:params:oauth:grant-type:jwt-bearer')
        return tokenError('unsupported_grant_type', 'Invalid grant_type.');
      const [head = '', body = '', signature = ''] = (form.get('assertion') ?? '').split('.');
      const claim = claims.safeParse(parsed(body)).data;
      if (!claim || claim.iss !== account.email)
        return tokenError('invalid_grant', 'Invalid grant: account not found');
      const signed = Buffer.from(`${head}.${body}`);
      if (!verify('RSA-SHA256', signed, account.publicKey, Buffer.from(signature, 'base64url')))
        return tokenError('invalid_grant', 'Invalid JWT Signature.');
      if (Math.abs(seconds() - claim.iat) > SKEW_SECONDS || claim.exp - claim.iat > LASTS_SECONDS)
        return tokenError(
          'invalid_grant',
          'Invalid JWT: Token must be a short-lived token in a reasonable timeframe.',
        );
      if (!claim.scope.split(' ').every((scope) => scopes.includes(scope)))
        return tokenError('unauthorized_client', 'Client is unauthorized for any of the scopes requested.');
      if (!isUser(claim.sub)) return tokenError('invalid_grant', 'Invalid email or User ID');
      const token = seal.issue(claim.sub, claim.scope);
      return jsonReply(200, { access_token: token, expires_in: LASTS_SECONDS, token_type: 'Bearer' });
    },
    held: seal.held,
  };
}

function parsed(base64url: string): unknown {
  try {
    return JSON.parse(Buffer.from(base64url, 'base64url').toString());
  } catch {
    return undefined;
  }
}
