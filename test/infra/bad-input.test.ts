import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, test } from 'vitest';
import { lambdaEnvironment } from '../../infra/constructs/lambda-environment.ts';
import { readFleet } from '../../infra/fleet.ts';
import { fleetOf } from './fleet-of.ts';

const acme = {
  slug: 'acme',
  name: 'Acme',
  recipientDomains: ['acme.example'],
  managers: ['acme.example'],
  sender: 'nevertwice@acme.example',
  replyDomain: 'reply.acme.example',
  timezone: 'Europe/Amsterdam',
  country: 'NL',
  branding: { colour: '#0b5d4e' },
  aws: { account: '111122223333', region: 'eu-west-1', alarmAddress: 'ops@acme.example' },
};
const other = {
  ...acme,
  slug: 'other',
  sender: 'nevertwice@other.example',
  replyDomain: 'reply.other.example',
};
const accounts = [{ account: '111122223333', region: 'eu-west-1', sendRate: 28 }];

/** The files of a fleet: tenants by name, and the accounts. */
function filesOf(tenants: Readonly<Record<string, unknown>>, list: unknown = accounts) {
  const folder = mkdtempSync(join(tmpdir(), 'nevertwice-fleet-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const paths = { tenants: join(folder, 'tenants'), accounts: join(folder, 'accounts.json') };
  mkdirSync(paths.tenants);
  writeFileSync(paths.accounts, JSON.stringify(list));
  for (const [name, tenant] of Object.entries(tenants))
    writeFileSync(join(paths.tenants, `${name}.json`), JSON.stringify(tenant));
  return paths;
}

async function errorsOf(tenants: Readonly<Record<string, unknown>>, list?: unknown): Promise<string[]> {
  const read = await readFleet(filesOf(tenants, list));
  return 'errors' in read ? read.errors : [];
}

it('finds nothing in two tenants that share an account', async () => {
  expect(await errorsOf({ acme, other })).toEqual([]);
});

test.each([
  [
    'a secret for sign-in in another account',
    {
      acme: {
        ...acme,
        signIn: {
          issuer: 'https://login.acme.example',
          clientId: 'nevertwice',
          clientSecret: 'arn:aws:secretsmanager:eu-west-1:999999999999:secret:sso-AbCdEf',
        },
      },
    },
    /acme: signIn\.clientSecret: The secret is in account 999999999999, eu-west-1\. .*111122223333/,
  ],
  [
    'a second stack with the same sender',
    { acme, other: { ...other, sender: 'hello@acme.example' } },
    /acme and other: .*Only one stack can have acme\.example in account 111122223333, eu-west-1/,
  ],
  [
    "a reply domain that is another's sender",
    { acme, other: { ...other, replyDomain: 'acme.example' } },
    /acme and other: .*acme\.example/,
  ],
  [
    'a reply domain where people have mailboxes',
    { acme: { ...acme, replyDomain: 'acme.example' } },
    /acme: replyDomain: .*such as reply\.acme\.example/,
  ],
  [
    'a region without SES inbound',
    { acme: { ...acme, aws: { ...acme.aws, region: 'eu-south-2' } } },
    /acme: aws\.region: SES receives no mail in eu-south-2\. Choose one of us-east-1/,
  ],
  [
    'an account that nobody declared',
    { acme: { ...acme, aws: { ...acme.aws, account: '999988887777' } } },
    /acme: aws\.account: .* has no 999988887777 in eu-west-1/,
  ],
  [
    'more mail than the account may send',
    { acme, other: { ...other, sendRate: 20 } },
    /may send 28 mails a second, its tenants want 34 \(acme 14, other 20\)/,
  ],
  ['a tenant that runs nowhere', { acme: { ...acme, aws: undefined } }, /acme\.json: aws: Say where/],
  ['a file of another name', { emca: acme }, /emca\.json: slug: The file of acme is acme\.json/],
  [
    'an oversized logo',
    { acme: { ...acme, branding: logo(1200, 90) } },
    /acme\.json: branding\.logo\.width: A logo is at most 300/,
  ],
])('%s is told at synth', async (_what, tenants, said) => {
  expect(await errorsOf(tenants)).toEqual(expect.arrayContaining([expect.stringMatching(said)]));
});

it('tells the mistakes of all files at once, each with its file and field', async () => {
  const errors = await errorsOf({ acme: { ...acme, country: 'XX' }, other: { ...other, slug: 'Other' } }, [
    { account: '1', region: 'eu-west-1', sendRate: 14 },
  ]);
  expect(errors.map((error) => error.replace(/^.*nevertwice-fleet-\w+\//, ''))).toEqual([
    expect.stringMatching(/^accounts\.json: \[0\]\.account: Write the 12 digits/),
    expect.stringMatching(/^tenants\/acme\.json: country: There is no holiday calendar for XX/),
    expect.stringMatching(/^tenants\/other\.json: slug: Use up to 30/),
  ]);
});

it('fails the synth with those lines and nothing else', () => {
  const paths = filesOf({ acme: { ...acme, timezone: 'Mars/Base' } });
  const { status, stdout, stderr } = spawnSync('node_modules/.bin/tsx', ['infra/app.ts'], {
    encoding: 'utf8',
    env: { ...process.env, TENANTS: paths.tenants, ACCOUNTS: paths.accounts },
  });
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/^\S+acme\.json: timezone: Not a time zone we know\. .*\n$/);
});

it('tells a tenant that is too large for a Lambda', () => {
  const { tenant } = fleetOf('havenlog', 0).tenants[0] ?? {};
  if (!tenant) throw new Error('the fleet is empty');
  const recipientAddresses = Array.from({ length: 400 }, (_, n) => `${Math.sin(n)}@x${n}.example`);
  const told = { TABLE: 't', QUEUE_URL: 'q', QUEUE_ARN: 'q', DEAD_LETTER_ARN: 'd', SCHEDULE_GROUP: 's' };
  const more = {
    SCHEDULER_ROLE_ARN: 'r',
    CONFIGURATION_SET: 'c',
    TOKEN_KEYS_SECRET: 'k',
    SEND_RATE: '1',
    SENDING: 'on',
    CANARY: 'on',
  };
  const urls = { APP_URL: 'https://a.example' };
  const environment = { ...told, ...more, ...urls };
  expect(() => lambdaEnvironment({ ...tenant, recipientAddresses }, environment)).toThrow(
    /havenlog: the tenant is \d+ bytes too large for a Lambda's environment \(4096\)/,
  );
});

function logo(width: number, height: number) {
  return { colour: '#0b5d4e', logo: { url: 'https://acme.example/logo.png', width, height } };
}
