import { expect, test } from 'vitest';
import { environmentOf, startDeployed } from './deployed.ts';
import { discovered, GLOBEX, illsOf } from './ills.ts';

test('a tenant that is well has nothing to complain of', async () => {
  const { environment } = await startDeployed();
  const { all, ills } = await illsOf(environment);
  expect(ills).toEqual([]);
  expect(all.map(({ check }) => check)).toEqual([
    'stack',
    'token keys',
    'acme.example verified',
    'acme.example DKIM',
    'acme.example MAIL FROM',
    'reply.acme.example verified',
    'reply.acme.example DKIM',
    'reply.acme.example MAIL FROM',
    'out of the sandbox',
    'sending enabled',
    'send rate',
    'daily quota',
    'configuration set',
    'SES events',
    'wake queue',
    'dead letters: wake-dead',
    'dead letters: alarms-dead',
    'dead letters: feedback-dead',
    'dead letters: inbound-dead',
    'schedule group',
    'table',
    'table: index wake',
    'table: backups',
    'table: time to live',
    'zone data',
    'alarms',
    'sign-in: user pool',
  ]);
});

test('an alarm that rings is shown with its runbook, another tenant’s is not', async () => {
  const { tenant, environment } = await startDeployed();
  const ringing = { AlarmDescription: 'do this first.', ActionsEnabled: true, StateValue: 'ALARM' };
  tenant.alarms.push(
    { ...ringing, AlarmName: 'nevertwice-acme-WebFails' },
    { ...ringing, AlarmName: 'nevertwice-acme-two-WebFails' },
  );
  expect((await illsOf(environment)).ills).toEqual([
    { check: 'alarms', state: 'fail', advice: 'nevertwice-acme-WebFails: see below' },
    { check: 'alarm nevertwice-acme-WebFails', state: 'fail', advice: 'do this first.' },
  ]);
});

test('a tenant that was never deployed is told so for every part', async () => {
  const { environment } = await startDeployed();
  const { ills } = await illsOf(environment, 'globex');
  expect(ills.filter(({ advice }) => advice.includes('npx cdk deploy nevertwice-globex'))).toHaveLength(20);
  expect(ills).toContainEqual({
    check: 'sign-in: secret',
    state: 'fail',
    advice:
      "Secrets Manager has no nevertwice/globex/sign-in here: put the client's secret there, as plain text",
  });
});

test.each([
  ['well', discovered, undefined],
  [
    'somebody else',
    async () => ({ issuer: `${GLOBEX}/v2`, authorization_endpoint: GLOBEX }),
    `It calls itself ${GLOBEX}/v2: write that as signIn.issuer`,
  ],
  [
    'a page',
    async () => ({ hello: 'world' }),
    'What answers is no discovery document: is signIn.issuer right?',
  ],
  ['nothing', () => Promise.reject(new TypeError('fetch failed')), 'could not ask: TypeError: fetch failed'],
])('an issuer of its own that answers as %s', async (_what, readJson, advice) => {
  const { environment } = await startDeployed();
  const { all } = await illsOf(environment, 'globex', readJson);
  expect(all.find(({ check }) => check === 'sign-in: issuer')).toEqual({
    check: 'sign-in: issuer',
    state: advice === undefined ? 'ok' : 'fail',
    advice: advice ?? '',
  });
});

test('services that do not answer are findings, not a crash', async () => {
  const { all } = await illsOf(environmentOf('http://127.0.0.1:1'));
  expect(all.map(({ state }) => state)).toEqual(all.map(() => 'fail'));
  for (const { advice } of all) expect(advice).toMatch(/^could not ask: .*\S/);
});
