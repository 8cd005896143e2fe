import { expect, test } from 'vitest';
import type { Application } from '../../infra/local/microsoft/graph-token.ts';
import { makeApplication } from '../../infra/local/microsoft/make-application.ts';
import { findingsOf, MANAGER } from './calendar-findings.ts';

const { application } = makeApplication();
const OTHER = makeApplication().application;

/** What is found where Microsoft knows `application` and may look into greta's calendar and nobody else's. */
async function findingsWith(secret: string | undefined, { actAs }: { actAs?: string } = { actAs: MANAGER }) {
  const findings = await findingsOf({
    calendar: 'microsoft',
    secret,
    actAs,
    microsoft: {
      application,
      hasMailbox: (email) => email !== 'nobody@globex.example',
      isInScope: (email) => email === MANAGER,
    },
  });
  expect(JSON.stringify(findings)).not.toContain(application.clientSecret);
  return findings;
}
const keyed = (changes: Partial<Application> = {}) => JSON.stringify({ ...application, ...changes });

test('a key with which Microsoft shows a manager’s free times is well', async () => {
  expect(await findingsWith(keyed())).toEqual([
    { check: 'Microsoft key', state: 'ok', advice: application.clientId },
    { check: 'Microsoft token', state: 'ok', advice: `as ${application.clientId}` },
    { check: 'Microsoft calendar', state: 'ok', advice: `of ${MANAGER}` },
  ]);
});

test.each([
  ['a client secret that ended', { clientSecret: 'old' }, /^invalid_client: .* its value, not its ID/],
  [
    'an application of another directory',
    { clientId: OTHER.clientId },
    /^unauthorized_client: the directory .* has no application/,
  ],
  [
    'a directory that is none',
    { tenantId: OTHER.tenantId },
    /^invalid_request: Microsoft knows no directory/,
  ],
] as const)('%s is told with what to do', async (_what, changes, advice) => {
  const [key, token, calendar] = await findingsWith(keyed(changes));
  expect(key?.state).toBe('ok');
  expect(token).toEqual({
    check: 'Microsoft token',
    state: 'fail',
    advice: expect.stringMatching(advice),
  });
  expect(calendar?.advice).toBe('Not asked for: see the token');
});

test.each([
  [
    'a manager whom the application is not let to',
    'gunther@globex.example',
    /^ErrorAccessDenied: .* is not let into the calendar of gunther@globex\.example; see “Microsoft 365”/,
  ],
  [
    'a manager without a mailbox',
    'nobody@globex.example',
    /^ErrorInvalidUser: nobody@globex\.example has no mailbox/,
  ],
  [
    'whoever is no manager',
    'mallory@elsewhere.example',
    /^mallory@elsewhere\.example is no manager of globex: name another/,
  ],
] as const)('%s is told with what to do', async (_what, actAs, advice) => {
  const [, , calendar] = await findingsWith(keyed(), { actAs });
  expect(calendar).toMatchObject({ state: 'fail', advice: expect.stringMatching(advice) });
});

test.each([
  [
    'no secret',
    undefined,
    /^There is no secret nevertwice\/globex\/microsoft: aws secretsmanager create-secret/,
  ],
  ['no JSON', 'ABC~secret', /and no JSON/],
  ['a domain where the directory’s ID belongs', keyed({ tenantId: 'globex.example' }), /look at tenantId\./],
] as const)('%s is found before Microsoft is asked', async (_what, secret, advice) => {
  const [key, token, calendar] = await findingsWith(secret);
  expect(key).toEqual({ check: 'Microsoft key', state: 'fail', advice: expect.stringMatching(advice) });
  expect([token?.advice, calendar?.advice]).toEqual([
    'Not asked for: see the key',
    'Not asked for: see the key',
  ]);
});

test('where the file names domains alone, somebody must say as whom', async () => {
  const [, , calendar] = await findingsWith(keyed(), {});
  expect(calendar).toMatchObject({
    state: 'warn',
    advice: expect.stringContaining('-- globex --as <address>'),
  });
});

test('a Microsoft that does not answer is a finding', async () => {
  const secret = keyed();
  const findings = await findingsOf({
    calendar: 'microsoft',
    secret,
    actAs: MANAGER,
    endpoint: 'http://127.0.0.1:1',
  });
  expect(findings.slice(1).map(({ advice }) => advice)).toEqual([
    expect.stringMatching(/^could not ask: /),
    expect.stringMatching(/^could not ask: /),
  ]);
});
