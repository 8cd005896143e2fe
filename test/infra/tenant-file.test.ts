import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, it, test } from 'vitest';
import * as z from 'zod';
import { newTenant } from '../../infra/commands/new-tenant.ts';
import { SCHEMA_PATH, tenantJsonSchema } from '../../infra/commands/tenant-schema.ts';
import { checkTenant, readTenant } from '../../infra/read-tenant.ts';

const folder = mkdtempSync(join(tmpdir(), 'nevertwice-new-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const answers = {
  name: 'Krume',
  domain: 'krume.example',
  timezone: 'Europe/Berlin',
  country: 'DE-BE',
  account: '123456789012',
  region: 'eu-central-1',
  alarmAddress: 'ops@krume.example',
};

function sample(change: Record<string, unknown>) {
  return { ...JSON.parse(readFileSync('infra/tenants/acme.json', 'utf8')), ...change };
}

function errorsOf(change: Record<string, unknown>): readonly string[] {
  const checked = checkTenant(sample(change));
  return 'errors' in checked ? checked.errors : [];
}

it('keeps the JSON Schema that editors use up to date (npm run tenant -- schema)', () => {
  expect(readFileSync(SCHEMA_PATH, 'utf8')).toBe(tenantJsonSchema());
});

test.each(readdirSync('infra/tenants'))('an editor finds the schema of %s', (name) => {
  const { $schema } = z
    .object({ $schema: z.string() })
    .parse(JSON.parse(readFileSync(join('infra/tenants', name), 'utf8')));
  expect(resolve('infra/tenants', $schema)).toBe(resolve(SCHEMA_PATH));
});

it('tells an editor which fields there are, which must be there, and that there are no others', () => {
  const schema = z
    .object({
      properties: z.record(z.string(), z.unknown()),
      required: z.array(z.string()),
      additionalProperties: z.literal(false),
    })
    .parse(JSON.parse(tenantJsonSchema()));
  const minimal = schema.required.toSorted();
  expect(minimal).toEqual(
    errorsOf(Object.fromEntries(Object.keys(sample({})).map((name) => [name, undefined])))
      .map((error) => error.replace(/:.*/, ''))
      .toSorted(),
  );
  expect(Object.keys(schema.properties)).toEqual(expect.arrayContaining(['$schema', 'aws', 'privacy']));
});

it('writes a new tenant that is valid and does not overwrite it', async () => {
  const path = newTenant('krume', answers, folder);
  expect(await readTenant(path)).toMatchObject({
    file: { slug: 'krume', sender: 'nevertwice@krume.example', aws: { region: 'eu-central-1' } },
  });
  expect(() => newTenant('krume', answers, folder)).toThrow('is there already');
});

it('writes nothing for wrong answers and names all of them', () => {
  const wrong = { ...answers, timezone: 'Berlin', account: '12', country: 'DE-XX' };
  expect(() => newTenant('no--', wrong, folder)).toThrow(/slug: .*\n(.*\n)*timezone: .*\n(.*\n)*country: /);
  expect(readdirSync(folder)).not.toContain('no--.json');
});

it('takes flags on the command line, and says which are missing when nobody can be asked', () => {
  const run = (...flags: string[]) =>
    execFileSync('node_modules/.bin/tsx', ['infra/commands/tenant.ts', 'new', 'flags', ...flags], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const flags = Object.entries({ ...answers, alarmAddress: undefined, folder }).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}`, value],
  );
  expect(() => run(...flags)).toThrow('Also say --alarm-address.');
  expect(run(...flags, '--alarm-address', 'ops@krume.example')).toContain('npx cdk diff nevertwice-flags');
});

test.each([
  ['a slug that is no stack name', { slug: 'acme_' }, /^slug: .*names the stack/],
  ['an oversized logo', { branding: logo(600, 60) }, /^branding\.logo\.width: A logo is at most 300 pixels/],
  ['an account that is no number', { aws: aws({ account: '12' }) }, /^aws\.account: Write the 12 digits/],
  [
    'a hosted zone in another account',
    { aws: aws({ hostedZone: { id: 'Z1', name: 'acme.example', account: '999999999999' } }) },
    /^aws\.hostedZone: The zone belongs to account 999999999999/,
  ],
  [
    'a domain outside its zone',
    { aws: aws({ domain: 'nt.other.example', hostedZone: { id: 'Z1', name: 'acme.example' } }) },
    /^aws\.domain: It does not lie in the hosted zone acme.example/,
  ],
  [
    'a domain without zone and certificate',
    { aws: aws({ domain: 'nt.acme.example' }) },
    /^aws\.certificate: A domain needs/,
  ],
  ...['abC8Q~1x_secret', 'GOCSPX-1234567890abcdef', 'k'.repeat(64), 'prod/oidc'].map(
    (clientSecret): [string, Record<string, unknown>, RegExp] => [
      `a secret itself, or what could be one (${clientSecret.slice(0, 6)}…)`,
      { signIn: { issuer: 'https://login.acme.example', clientId: 'nt', clientSecret } },
      /^signIn\.clientSecret: Write where the secret is, never the secret/,
    ],
  ),
  [
    'a claim that is none',
    { signIn: { issuer: 'https://login.acme.example', clientId: 'nt', verifiedClaim: 'is it?' } },
    /^signIn\.verifiedClaim: Write the name of a claim/,
  ],
  ['somebody else for a key', { aws: aws({ encryption: 'us' }) }, /^aws\.encryption: /],
  ['a sign-in that is neither', { signIn: 'google' }, /^signIn: Write "cognito", or the issuer/],
])('%s is refused with its field', (_what, change, said) => {
  expect(errorsOf(change)).toEqual([expect.stringMatching(said)]);
});

test.each([
  ['nevertwice/acme/sign-in', 'email_verified'],
  ['arn:aws:secretsmanager:eu-west-1:111122223333:secret:sso/nevertwice-AbCdEf', 'xms_edov'],
])('knows where the secret %s is, and the claim %s', (clientSecret, verifiedClaim) => {
  const own = { issuer: 'https://login.acme.example', clientId: 'nt', clientSecret };
  const signIn = verifiedClaim === 'email_verified' ? own : { ...own, verifiedClaim };
  expect(checkTenant(sample({ signIn }))).toMatchObject({ tenant: { signIn: { ...own, verifiedClaim } } });
});

it('sets the parts of a preset, unless the policy says otherwise', () => {
  const preset = checkTenant(sample({ privacy: 'works-council', policy: { eraseDaysAfterClose: 30 } }));
  expect(preset).toMatchObject({
    tenant: {
      policy: {
        tone: 'ask',
        recordSeenBy: 'owner',
        figures: 'hidden',
        reflection: 'off',
        silence: 'ask-manager',
        consequencesSeenBy: 'owner-and-manager',
        eraseDaysAfterClose: 30,
        checkInMinDays: 7,
      },
    },
  });
});

it('tells the Lambdas nothing of the deployment', () => {
  const checked = checkTenant(sample({}));
  expect(checked).not.toHaveProperty('tenant.aws');
  expect(checked).toHaveProperty('file.aws.account', '111122223333');
});

function aws(change: Record<string, unknown>) {
  return { account: '111122223333', region: 'eu-west-1', alarmAddress: 'ops@acme.example', ...change };
}

function logo(width: number, height: number) {
  return { colour: '#0b5d4e', logo: { url: 'https://acme.example/logo.png', width, height } };
}
