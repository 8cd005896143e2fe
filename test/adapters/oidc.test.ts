import { beforeEach, expect, it, test } from 'vitest';
import { makeIssuer } from '../../functions/adapters/oidc.ts';
import { answeringServer } from './answering-server.ts';

const APP = 'https://app.test';
const CLIENT = 'nevertwice';

type Told = {
  /** Added to the discovery document. */
  metadata?: Record<string, unknown>;
  claims?: Record<string, unknown>;
  /** Answers the token endpoint in its stead. */
  refusal?: { status: number; error: string };
};

const part = (json: unknown) => Buffer.from(JSON.stringify(json)).toString('base64url');

/** An issuer on loopback that answers the code `good`; nobody checks its signature, because TLS names the server. */
async function issuerWith(told: Told = {}, secret?: string) {
  let nonce = '';
  const seen = { authorization: '' };
  const { endpoint, heard } = await answeringServer((response, request) => {
    const json = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (request.url?.startsWith('/.well-known/'))
      return json(200, {
        issuer: endpoint,
        authorization_endpoint: `${endpoint}/authorize`,
        token_endpoint: `${endpoint}/token`,
        userinfo_endpoint: `${endpoint}/userinfo`,
        ...told.metadata,
      });
    if (request.url === '/userinfo') return json(200, { sub: 's', email: 'from@userinfo.example' });
    seen.authorization = request.headers.authorization ?? '';
    if (told.refusal) return json(told.refusal.status, { error: told.refusal.error });
    const now = Math.floor(Date.now() / 1000);
    const times = { iss: endpoint, sub: 's', aud: CLIENT, iat: now, exp: now + 60, nonce };
    const idToken = `${part({ alg: 'RS256' })}.${part({ ...times, ...told.claims })}.${part('signature')}`;
    return json(200, { access_token: 'a', token_type: 'Bearer', id_token: idToken });
  });
  const issuer = makeIssuer({
    issuer: endpoint,
    clientId: CLIENT,
    readSecret: secret === undefined ? undefined : async () => secret,
    appUrl: APP,
    onFault,
  });
  return {
    issuer,
    endpoint,
    heard,
    seen,
    async started(afresh = false) {
      const started = await issuer.start(afresh);
      if ('problem' in started) throw new Error(started.problem);
      const query = new URL(started.to).searchParams;
      nonce = query.get('nonce') ?? '';
      return { ...started, query };
    },
    withNonce: (other: string) => {
      nonce = other;
    },
  };
}

let faults: string[];
const onFault = (code: string) => faults.push(code);

beforeEach(() => {
  faults = [];
});

it('sends the browser off with PKCE, state and nonce, and asks for the address alone', async () => {
  const { started, endpoint } = await issuerWith();
  const { to, query, bindings } = await started();
  expect(to.startsWith(`${endpoint}/authorize?`)).toBe(true);
  expect(Object.fromEntries(query)).toMatchObject({
    response_type: 'code',
    client_id: CLIENT,
    redirect_uri: `${APP}/sign-in/done`,
    scope: 'openid email',
    state: bindings.state,
    nonce: bindings.nonce,
    code_challenge_method: 'S256',
  });
  expect(to).not.toContain(bindings.verifier);
  expect((await started()).bindings.state).not.toBe(bindings.state);
  expect(query.has('prompt')).toBe(false);
  expect((await started(true)).query.get('prompt')).toBe('login');
});

it('reads the discovery document once, and again after a failure', async () => {
  const { issuer, heard, started } = await issuerWith();
  expect(heard).toEqual([]);
  await started();
  await started();
  await issuer.endAt(undefined);
  expect(heard.map(({ path }) => path)).toEqual(['/.well-known/openid-configuration']);
});

it('takes the code with its verifier, and the address from userinfo when the token has none', async () => {
  const { issuer, started, heard } = await issuerWith({ claims: { email_verified: true } });
  const { bindings } = await started();
  const finished = await issuer.finish(`?code=good&state=${bindings.state}`, bindings);
  expect(finished).toMatchObject({
    claims: { sub: 's', email: 'from@userinfo.example', email_verified: true },
    idToken: expect.stringMatching(/^ey/),
  });
  const asked = new URLSearchParams(heard.find(({ path }) => path === '/token')?.body);
  expect(Object.fromEntries(asked)).toMatchObject({
    code: 'good',
    code_verifier: bindings.verifier,
    redirect_uri: `${APP}/sign-in/done`,
    client_id: CLIENT,
  });
});

test.each([
  ['in the header where the issuer says nothing', undefined, /^Basic /, null],
  ['in the form where it takes that', ['client_secret_basic', 'client_secret_post'], /^$/, 's3cret'],
])('sends the client secret %s', async (_where, methods, header, field) => {
  const metadata = methods === undefined ? {} : { token_endpoint_auth_methods_supported: methods };
  const { issuer, started, heard, seen } = await issuerWith(
    { metadata, claims: { email: 'a@b.example' } },
    's3cret',
  );
  const { bindings } = await started();
  expect(await issuer.finish(`?code=good&state=${bindings.state}`, bindings)).toHaveProperty('claims');
  expect(seen.authorization).toMatch(header);
  const asked = new URLSearchParams(heard.find(({ path }) => path === '/token')?.body);
  expect(asked.get('client_secret')).toBe(field);
});

test.each([
  ['another state', { query: 'code=good&state=other' }, 'expired'],
  ['no state', { query: 'code=good' }, 'expired'],
  ['another nonce', { nonce: 'other' }, 'expired'],
  ['a token for another client', { claims: { aud: 'other' } }, 'expired'],
  ['a token of another issuer', { claims: { iss: 'https://other.test' } }, 'expired'],
  ['a token that is over', { claims: { exp: 1 } }, 'expired'],
  ['a code that was used', { refusal: { status: 400, error: 'invalid_grant' } }, 'expired'],
  ['a client that it does not know', { refusal: { status: 401, error: 'invalid_client' } }, 'unreachable'],
  ['a stop on the way', { query: 'error=access_denied' }, 'cancelled'],
  ['trouble of its own', { query: 'error=server_error' }, 'unreachable'],
])('makes nobody of %s', async (_what, change: Told & { query?: string; nonce?: string }, problem) => {
  const { issuer, started, withNonce } = await issuerWith(change);
  const { bindings } = await started();
  if (change.nonce !== undefined) withNonce(change.nonce);
  const query = change.query ?? 'code=good';
  const state = change.query?.startsWith('code') ? '' : `&state=${bindings.state}`;
  expect(await issuer.finish(`?${query}${state}`, bindings)).toEqual({ problem });
  expect(faults).toHaveLength(problem === 'unreachable' ? 1 : 0);
});

it('is unreachable when nobody answers, and tells of it by a code that names nobody', async () => {
  const issuer = makeIssuer({
    issuer: 'http://127.0.0.1:9',
    clientId: CLIENT,
    readSecret: undefined,
    appUrl: APP,
    onFault,
  });
  expect(await issuer.start(false)).toEqual({ problem: 'unreachable' });
  const bindings = { state: 's', nonce: 'n', verifier: 'v' };
  expect(await issuer.finish('?code=secret-code&state=s', bindings)).toEqual({ problem: 'unreachable' });
  expect(await issuer.endAt('id')).toBeUndefined();
  expect(faults).toHaveLength(3);
  expect(faults.join()).not.toContain('secret-code');
});

it('asks no issuer over plain http but one on this machine', async () => {
  const issuer = makeIssuer({
    issuer: 'http://issuer.test',
    clientId: CLIENT,
    readSecret: undefined,
    appUrl: APP,
    onFault,
  });
  expect(await issuer.start(false)).toEqual({ problem: 'unreachable' });
});

it('ends the session of an issuer that has a place for it, by the names that Cognito and the standard have', async () => {
  const end = 'https://issuer.test/logout';
  const { issuer } = await issuerWith({ metadata: { end_session_endpoint: end } });
  const to = new URL((await issuer.endAt('id-token')) ?? '');
  expect(`${to.origin}${to.pathname}`).toBe(end);
  expect(Object.fromEntries(to.searchParams)).toEqual({
    client_id: CLIENT,
    logout_uri: `${APP}/signed-out`,
    post_logout_redirect_uri: `${APP}/signed-out`,
    id_token_hint: 'id-token',
  });
  expect(await issuer.endAt(undefined)).not.toContain('id_token_hint');
  const without = await issuerWith();
  expect(await without.issuer.endAt('id-token')).toBeUndefined();
});
