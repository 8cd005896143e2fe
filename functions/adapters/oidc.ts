import type * as OpenIdClient from 'openid-client';
import type { ClientAuth, Configuration } from 'openid-client';
import type { Bindings, Issuer, NoSignIn } from '../app/issuer.ts';
import { once } from '../app/once.ts';
import type { Environment } from './environment.ts';
import { logFault } from './log-fault.ts';
import { makeSecretsClient, readSecretText } from './token-keys.ts';

type OidcConfig = {
  /** Its discovery document stands under /.well-known/openid-configuration. */
  issuer: string;
  clientId: string;
  /** Without one this is a public client: PKCE alone. */
  readSecret: (() => Promise<string>) | undefined;
  appUrl: string;
  /** Hears of an issuer that cannot be reached or refuses us; the code tells nothing of a person. */
  onFault: (code: string, problem: unknown) => void;
};

type Library = typeof OpenIdClient;

// The Lambda has 29 seconds for all of it.
const TIMEOUT_SECONDS = 5;

// What the issuer answers to a code that is old or was used (RFC 6749 §5.2), and what tokens of another sign-in look like.
const OVER: ReadonlySet<unknown> = new Set([
  'invalid_grant',
  'login_required',
  'interaction_required',
  'OAUTH_INVALID_RESPONSE',
  'OAUTH_JWT_CLAIM_COMPARISON_FAILED',
  'OAUTH_JWT_TIMESTAMP_CHECK_FAILED',
]);

function isLoopback({ protocol, hostname }: URL): boolean {
  return protocol === 'http:' && hostname === '127.0.0.1';
}

/** As the issuer says it takes a secret; one that says nothing takes it in the header (Discovery §3). */
function authentication(library: Library, secret: string | undefined): ClientAuth {
  if (secret === undefined) return library.None();
  const [post, basic] = [library.ClientSecretPost(secret), library.ClientSecretBasic(secret)];
  return (server, ...rest) =>
    (server.token_endpoint_auth_methods_supported?.includes('client_secret_post') ? post : basic)(
      server,
      ...rest,
    );
}

async function discover({ issuer, clientId, readSecret }: OidcConfig) {
  // Loaded when somebody signs in: no other cold start should pay for it.
  const library: Library = await import('openid-client');
  const server = new URL(issuer);
  const auth = authentication(library, await readSecret?.());
  const config = await library.discovery(server, clientId, undefined, auth, {
    timeout: TIMEOUT_SECONDS,
    execute: isLoopback(server) ? [library.allowInsecureRequests] : [],
  });
  return { library, config };
}

/** What went wrong as a code; never a message, which may quote what was sent. */
function codeOf(problem: unknown): string {
  if (!(problem instanceof Error)) return typeof problem;
  if ('error' in problem && typeof problem.error === 'string') return problem.error;
  return 'code' in problem && typeof problem.code === 'string' ? problem.code : problem.name;
}

function noSignIn({ onFault }: OidcConfig, problem: unknown): NoSignIn {
  const code = codeOf(problem);
  if (code === 'access_denied') return { problem: 'cancelled' };
  if (OVER.has(code)) return { problem: 'expired' };
  onFault(code, problem);
  return { problem: 'unreachable' };
}

async function claimsOf(library: Library, config: Configuration, at: URL, bindings: Bindings) {
  const { state, nonce, verifier } = bindings;
  const tokens = await library.authorizationCodeGrant(config, at, {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (claims === undefined || tokens.id_token === undefined) throw new Error('no ID token came');
  // Core §5.4: an issuer may keep the address for its userinfo endpoint.
  const more =
    claims.email === undefined ? await library.fetchUserInfo(config, tokens.access_token, claims.sub) : {};
  return { claims: { ...more, ...claims }, idToken: tokens.id_token };
}

/** An OpenID Connect issuer: authorization code with PKCE, state and nonce. Its discovery document is read once a process. */
export function makeIssuer(options: OidcConfig): Issuer {
  const found = once(() => discover(options));
  const at = (path: string) => `${options.appUrl}${path}`;
  return {
    async start(afresh) {
      try {
        const { library, config } = await found();
        const bindings = {
          state: library.randomState(),
          nonce: library.randomNonce(),
          verifier: library.randomPKCECodeVerifier(),
        };
        const to = library.buildAuthorizationUrl(config, {
          redirect_uri: at('/sign-in/done'),
          scope: 'openid email',
          state: bindings.state,
          nonce: bindings.nonce,
          code_challenge: await library.calculatePKCECodeChallenge(bindings.verifier),
          code_challenge_method: 'S256',
          ...(afresh ? { prompt: 'login' } : {}),
        });
        return { to: to.href, bindings };
      } catch (problem) {
        return noSignIn(options, problem);
      }
    },
    async finish(query, bindings) {
      try {
        const { library, config } = await found();
        return await claimsOf(library, config, new URL(at(`/sign-in/done${query}`)), bindings);
      } catch (problem) {
        return noSignIn(options, problem);
      }
    },
    async endAt(idToken) {
      try {
        const { library, config } = await found();
        if (config.serverMetadata().end_session_endpoint === undefined) return undefined;
        const back = at('/signed-out');
        return library.buildEndSessionUrl(config, {
          post_logout_redirect_uri: back,
          // Cognito's own name for it; others ignore what they do not know.
          logout_uri: back,
          ...(idToken === undefined ? {} : { id_token_hint: idToken }),
        }).href;
      } catch (problem) {
        noSignIn(options, problem);
        return undefined;
      }
    },
  };
}

/** The issuer that a Lambda is told of; none before the tenant has one. */
export function makeIssuerOf(environment: Environment): Issuer | undefined {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, APP_URL } = environment;
  if (OIDC_ISSUER === undefined || OIDC_CLIENT_ID === undefined) return undefined;
  return makeIssuer({
    issuer: OIDC_ISSUER,
    clientId: OIDC_CLIENT_ID,
    readSecret:
      OIDC_CLIENT_SECRET === undefined
        ? undefined
        : () => readSecretText(makeSecretsClient(environment.aws), { secretId: OIDC_CLIENT_SECRET }),
    appUrl: APP_URL,
    onFault: (code, problem) => logFault('sign-in failed', { code }, problem),
  });
}
