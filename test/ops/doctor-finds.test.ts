import { expect, test } from 'vitest';
import { startDeployed } from './deployed.ts';
import { illsOf } from './ills.ts';

type Deployed = Awaited<ReturnType<typeof startDeployed>>;

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
