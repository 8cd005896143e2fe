import { expect, test, vi } from 'vitest';
import { chosenTenants } from '../../infra/commands/chosen-tenants.ts';
import { makeClients } from '../../infra/commands/doctor/clients.ts';
import { examine } from '../../infra/commands/doctor/examine.ts';
import { environmentOf, startDeployed } from './deployed.ts';

type Deployed = Awaited<ReturnType<typeof startDeployed>>;

const GLOBEX = 'https://login.globex.example';
const discovered = (url: string): Promise<unknown> =>
  Promise.resolve(
    url === `${GLOBEX}/.well-known/openid-configuration`
      ? { issuer: GLOBEX, authorization_endpoint: `${GLOBEX}/authorize` }
      : undefined,
  );

/** What is not well with acme, asked where `environment` leads. */
async function illsOf(environment: Record<string, string>, slug = 'acme', readJson = discovered) {
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  const [chosen] = await chosenTenants([slug]);
  if (!chosen) throw new Error('no tenant');
  const clients = makeClients(chosen.aws.region);
  try {
    const zoneData = process.versions.tz ?? '';
    const findings = await examine({
      ...chosen,
      accountRate: 50,
      clients,
      zoneData,
      now: new Date(),
      readJson,
    });
    return { all: findings, ills: findings.filter(({ state }) => state !== 'ok') };
  } finally {
    clients.destroy();
    vi.unstubAllEnvs();
  }
}

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

/** What is broken, how, and the one finding it must give. */
const broken: [string, (deployed: Deployed) => unknown, string, 'warn' | 'fail', string][] = [
  [
    'another account',
    ({ tenant }) => Object.assign(tenant, { account: '999999999999' }),
    'stack',
    'fail',
    '999999999999',
  ],
  [
    'a user pool that was never made',
    ({ tenant }) => {
      delete tenant.outputs.UserPoolId;
    },
    'sign-in: user pool',
    'fail',
    'npx cdk deploy nevertwice-acme',
  ],
  [
    'a deployment undone',
    ({ tenant }) => Object.assign(tenant, { stackStatus: 'UPDATE_ROLLBACK_COMPLETE' }),
    'stack',
    'warn',
    'deploy again',
  ],
  [
    'a stack half made',
    ({ tenant }) => Object.assign(tenant, { stackStatus: 'ROLLBACK_COMPLETE' }),
    'stack',
    'fail',
    'events',
  ],
  [
    'a secret that is gone',
    ({ tenant }) => Object.assign(tenant.outputs, { TokenKeysSecret: 'arn:gone' }),
    'token keys',
    'fail',
    'It is not there',
  ],
  [
    'a sender not verified',
    ({ tenant }) => Object.assign(identity(tenant), { VerifiedForSendingStatus: false }),
    'acme.example verified',
    'fail',
    'DNS records',
  ],
  [
    'DKIM not found',
    ({ tenant }) => Object.assign(identity(tenant).DkimAttributes, { Status: 'PENDING' }),
    'acme.example DKIM',
    'fail',
    'CNAME',
  ],
  [
    'no MAIL FROM',
    ({ tenant }) => Object.assign(identity(tenant).MailFromAttributes, { MailFromDomainStatus: 'FAILED' }),
    'acme.example MAIL FROM',
    'fail',
    'bounce.acme.example',
  ],
  [
    'the sandbox',
    ({ tenant }) => Object.assign(tenant.ses, { ProductionAccessEnabled: false }),
    'out of the sandbox',
    'fail',
    'production access',
  ],
  [
    'a paused account',
    ({ tenant }) => Object.assign(tenant.ses, { SendingEnabled: false }),
    'sending enabled',
    'fail',
    'support centre',
  ],
  [
    'an account under review',
    ({ tenant }) => Object.assign(tenant.ses, { EnforcementStatus: 'PROBATION' }),
    'sending enabled',
    'warn',
    'bounces',
  ],
  [
    'a rate below the tenant’s',
    ({ tenant }) => Object.assign(tenant.ses.SendQuota, { MaxSendRate: 1 }),
    'send rate',
    'fail',
    'sendRate is 14',
  ],
  [
    'a rate below the account’s',
    ({ tenant }) => Object.assign(tenant.ses.SendQuota, { MaxSendRate: 30 }),
    'send rate',
    'warn',
    'accounts.json',
  ],
  [
    'a quota nearly used',
    ({ tenant }) => Object.assign(tenant.ses.SendQuota, { SentLast24Hours: 45_000 }),
    'daily quota',
    'warn',
    '45000 of 50000',
  ],
  [
    'a tenant that is paused',
    ({ tenant }) => Object.assign(tenant.configurationSet.SendingOptions, { SendingEnabled: false }),
    'configuration set',
    'fail',
    'resume',
  ],
  [
    'an event left out',
    ({ tenant }) => tenant.destination.MatchingEventTypes.splice(4, 1),
    'SES events',
    'fail',
    'BOUNCE',
  ],
  [
    'events switched off',
    ({ tenant }) => Object.assign(tenant.destination, { Enabled: false }),
    'SES events',
    'fail',
    'SEND, REJECT',
  ],
  ['a ring that waits', ({ put }) => put('wake', 'r'), 'wake queue', 'warn', 'the oldest for 30 s'],
  [
    'rings that wait long',
    async ({ put, tenant }) => {
      await put('wake', 'r');
      tenant.oldestSeconds = 1_000;
    },
    'wake queue',
    'fail',
    'the oldest for 1000 s',
  ],
  [
    'a dead letter',
    ({ put }) => put('alarms-dead', 'r'),
    'dead letters: alarms-dead',
    'fail',
    '1 wait: repair the cause, then npm run redrive -- acme',
  ],
  [
    'no deletion protection',
    ({ table }) => Object.assign(table, { protection: false }),
    'table',
    'warn',
    'Deletion protection',
  ],
  [
    'no backups',
    ({ table }) => Object.assign(table, { backups: 'DISABLED' }),
    'table: backups',
    'fail',
    'Point-in-time',
  ],
  [
    'a time to live of something else',
    ({ table }) => Object.assign(table, { attribute: 'expires' }),
    'table: time to live',
    'fail',
    'erased',
  ],
  [
    'other zone data',
    ({ saveZoneData }) => saveZoneData({ version: '1999a', rearmedUpTo: undefined }),
    'zone data',
    'warn',
    '1999a',
  ],
  [
    'an alarm nobody hears',
    ({ tenant }) => Object.assign(tenant.alarms[1] ?? {}, { ActionsEnabled: false }),
    'alarms',
    'warn',
    'nevertwice-acme-Bounces',
  ],
  ['no alarms', ({ tenant }) => tenant.alarms.splice(0), 'alarms', 'fail', 'none'],
  [
    'a scheduler that fails',
    ({ servers }) =>
      servers.faults.add({ service: 'scheduler', action: 'GetScheduleGroup', mode: 'error', times: 9 }),
    'schedule group',
    'fail',
    'could not ask: InternalServerException',
  ],
  [
    'a secret it may not see',
    ({ servers }) =>
      servers.faults.add({ service: 'secretsmanager', action: 'DescribeSecret', mode: 'reject', times: 1 }),
    'token keys',
    'fail',
    'could not ask: AccessDenied',
  ],
];

function identity(tenant: Deployed['tenant']) {
  const found = tenant.identities['acme.example'];
  if (!found) throw new Error('no identity');
  return found;
}

test.each(broken)('%s is the one thing found', async (_what, breakIt, check, state, advice) => {
  const deployed = await startDeployed();
  await breakIt(deployed);
  const { ills } = await illsOf(deployed.environment);
  expect(ills).toEqual([{ check, state, advice: expect.stringContaining(advice) }]);
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
  expect(ills.filter(({ advice }) => advice.includes('npx cdk deploy nevertwice-globex'))).toHaveLength(19);
  expect(ills).toContainEqual({
    check: 'sign-in: secret',
    state: 'fail',
    advice:
      "Secrets Manager has no nevertwice/globex/sign-in here: put the client's secret there, as plain text",
  });
  expect(ills).toContainEqual({
    check: 'calendar',
    state: 'warn',
    advice: 'Google is not connected yet; invitations go by mail',
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
