import { generateKeyPairSync, verify } from 'node:crypto';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import * as z from 'zod';
import { listen } from '../../infra/local/aws/listen.ts';
import { findingsOf, MANAGER } from './calendar-findings.ts';

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const PEM = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const KEY = {
  type: 'service_account',
  client_id: '104567890123456789012',
  client_email: 'nevertwice@globex-calendar.iam.gserviceaccount.com',
  private_key: PEM,
  token_uri: 'https://oauth2.googleapis.com/token',
};
const FREE_BUSY = 'https://www.googleapis.com/auth/calendar.freebusy';
const claims = z.object({ iss: z.string(), sub: z.string(), scope: z.string(), iat: z.number() });

/** Google's token server as far as a service account meets it; its clock may differ from this machine's. */
async function startGoogle(options: {
  refusal?: Record<string, string>;
  /** Only tokens for this are refused. */
  refused?: string;
  aheadSeconds?: number;
}) {
  const asked: z.infer<typeof claims>[] = [];
  const server = createServer(async (request, response) => {
    const assertion = new URLSearchParams(await text(request)).get('assertion') ?? '';
    const [head = '', body = '', signature = ''] = assertion.split('.');
    const claim = claims.parse(JSON.parse(Buffer.from(body, 'base64url').toString()));
    asked.push(claim);
    const isSigned = verify(
      'RSA-SHA256',
      Buffer.from(`${head}.${body}`),
      publicKey,
      Buffer.from(signature, 'base64url'),
    );
    const skew = Math.abs(Date.now() / 1000 + (options.aheadSeconds ?? 0) - claim.iat);
    const isOther = options.refused !== undefined && claim.scope !== options.refused;
    const refusal =
      (isOther ? undefined : options.refusal) ??
      (isSigned ? undefined : { error: 'invalid_grant', error_description: 'Invalid JWT Signature.' }) ??
      (skew < 300
        ? undefined
        : {
            error: 'invalid_grant',
            error_description:
              'Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. Check your iat and exp values in the JWT claim.',
          });
    response.writeHead(refusal ? 400 : 200, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify(refusal ?? { access_token: 'granted', expires_in: 3599, token_type: 'Bearer' }),
    );
  });
  const { url, close } = await listen(server);
  onTestFinished(close);
  return { url, asked };
}

async function findingsWith(
  secret: string | undefined,
  endpoint: string,
  { actAs }: { actAs?: string } = { actAs: MANAGER },
) {
  const findings = await findingsOf({ calendar: 'google', secret, endpoint, actAs });
  expect(JSON.stringify(findings)).not.toContain(PEM.slice(30, 60));
  return findings;
}

test('a key with which Google lets it act as a manager is well', async () => {
  const { url, asked } = await startGoogle({});
  expect(await findingsWith(JSON.stringify(KEY), url)).toEqual([
    { check: 'Google key', state: 'ok', advice: KEY.client_email },
    { check: 'Google token', state: 'ok', advice: `as ${MANAGER}` },
    { check: 'Google free times', state: 'ok', advice: `as ${MANAGER}` },
  ]);
  const as = { iss: KEY.client_email, sub: MANAGER };
  expect(asked.toSorted((a, b) => a.scope.localeCompare(b.scope))).toEqual([
    expect.objectContaining({ ...as, scope: 'https://www.googleapis.com/auth/calendar.events' }),
    expect.objectContaining({ ...as, scope: FREE_BUSY }),
  ]);
});

test('a grant to invite without one to look for free times is a warning, with what to add', async () => {
  const { url } = await startGoogle({ refusal: { error: 'unauthorized_client' }, refused: FREE_BUSY });
  const [, token, free] = await findingsWith(JSON.stringify(KEY), url);
  expect(token?.state).toBe('ok');
  expect(free).toEqual({
    check: 'Google free times',
    state: 'warn',
    advice: expect.stringContaining(`with the scope ${FREE_BUSY}`),
  });
});

test.each([
  [
    'an account that nobody delegated to',
    {
      refusal: {
        error: 'unauthorized_client',
        error_description:
          'Client is unauthorized to retrieve access tokens using this method, or client not authorized for any of the scopes requested.',
      },
    },
    /^unauthorized_client: .*Domain-wide delegation.*104567890123456789012.*calendar\.events/,
  ],
  [
    'a clock two hours behind Google’s',
    { aheadSeconds: 7200 },
    /^invalid_grant: this machine’s clock is wrong/,
  ],
  [
    'a manager whom Google does not know',
    { refusal: { error: 'invalid_grant', error_description: 'Invalid email or User ID' } },
    /^invalid_grant: Google knows no user greta@globex\.example/,
  ],
  [
    'a key that was deleted at Google',
    { refusal: { error: 'invalid_grant', error_description: 'Invalid JWT Signature.' } },
    /^invalid_grant: Google no longer knows this key/,
  ],
  [
    'a service account that was deleted',
    { refusal: { error: 'invalid_grant', error_description: 'Invalid grant: account not found' } },
    /^invalid_grant: the service account nevertwice@globex-calendar\S+ was deleted/,
  ],
  [
    'whatever else Google may say',
    { refusal: { error: 'org_internal', error_description: 'Ask your administrator.' } },
    /^Google refuses with org_internal: Ask your administrator\.$/,
  ],
] as const)('%s is told with what to do', async (_what, google, advice) => {
  const { url } = await startGoogle(google);
  const [key, token] = await findingsWith(JSON.stringify(KEY), url);
  expect(key?.state).toBe('ok');
  expect(token).toEqual({ check: 'Google token', state: 'fail', advice: expect.stringMatching(advice) });
});

test.each([
  [
    'no secret',
    undefined,
    /^There is no secret nevertwice\/globex\/google: aws secretsmanager create-secret/,
  ],
  ['no JSON', PEM, /and no JSON/],
  ['a cut key', JSON.stringify({ ...KEY, private_key: PEM.slice(0, 400) }), /look at private_key\./],
  [
    'somebody else’s JSON',
    JSON.stringify({ type: 'authorized_user', client_email: 'x', private_key: PEM }),
    /look at type, client_id, client_email, token_uri/,
  ],
] as const)('%s is found before Google is asked', async (_what, secret, advice) => {
  const { url, asked } = await startGoogle({});
  const [key, token] = await findingsWith(secret, url);
  expect(key).toEqual({ check: 'Google key', state: 'fail', advice: expect.stringMatching(advice) });
  expect(token?.advice).toBe('Not asked for: see the key');
  expect(asked).toEqual([]);
});

test('where the file names domains alone, somebody must say as whom', async () => {
  const { url, asked } = await startGoogle({});
  const [, token] = await findingsWith(JSON.stringify(KEY), url, {});
  expect(token).toMatchObject({ state: 'warn', advice: expect.stringContaining('-- globex --as <address>') });
  expect(asked).toEqual([]);
});

test('whoever is no manager is not acted as', async () => {
  const { url, asked } = await startGoogle({});
  const [, token] = await findingsWith(JSON.stringify(KEY), url, { actAs: 'mallory@elsewhere.example' });
  expect(token?.advice).toBe('mallory@elsewhere.example is no manager of globex: name another');
  expect(asked).toEqual([]);
});

test('a Google that does not answer is a finding', async () => {
  const [, token] = await findingsWith(JSON.stringify(KEY), 'http://127.0.0.1:1');
  expect(token).toMatchObject({ state: 'fail', advice: expect.stringMatching(/^could not ask: /) });
});
