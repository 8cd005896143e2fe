import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundle } from '../bench/bundle.ts';
import { grantsOf } from './iam.ts';
import { realFleet, resourcesOfType, synthesise, type Template, templateOf } from './synthesised.ts';

const SECRET = 'arn:aws:secretsmanager:eu-central-1:444455556666:secret:nevertwice/globex/google-??????';
const folder = mkdtempSync(join(tmpdir(), 'nevertwice-google-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let acme: Template;
let globex: Template;

beforeAll(async () => {
  const templates = synthesise(await realFleet());
  acme = templateOf(templates, 'nevertwice-acme');
  globex = templateOf(templates, 'nevertwice-globex');
}, 120_000);

function toldOfGoogle(template: Template): string[] {
  return resourcesOfType(template, 'AWS::Lambda::Function')
    .filter(({ Properties }) => JSON.stringify(Properties.Environment ?? {}).includes('GOOGLE_KEY_SECRET'))
    .map(({ Properties }) => String(Properties.FunctionName));
}

test('the Lambdas that change entries and look for free times are told of the key, and they alone may read it', () => {
  expect(toldOfGoogle(globex).toSorted()).toEqual(['nevertwice-globex-wake', 'nevertwice-globex-web']);
  const readers = grantsOf(globex).filter(({ resource }) => resource.includes('/google'));
  const mayRead = { action: 'secretsmanager:GetSecretValue', resource: SECRET };
  expect(readers.toSorted((a, b) => a.lambda.localeCompare(b.lambda))).toMatchObject([
    { lambda: 'wake', ...mayRead },
    { lambda: 'web', ...mayRead },
  ]);
});

test('a tenant whose invitations are mailed has nothing of it', () => {
  expect(toldOfGoogle(acme)).toEqual([]);
  expect(grantsOf(acme).filter(({ resource }) => resource.includes('google'))).toEqual([]);
});

test.each(['wake', 'web'])(
  'Google’s client is in the %s of a tenant that uses it and in no other',
  async (lambda) => {
    const isGoogles = ([from]: readonly [string, number]) => /^google|^@googleapis/.test(from);
    const [mail, google] = await Promise.all([
      bundle(lambda, join(folder, 'mail'), 'mail'),
      bundle(lambda, join(folder, 'google'), 'google'),
    ]);
    expect(mail.inputs.filter(isGoogles)).toEqual([]);
    expect(google.inputs.filter(isGoogles)).not.toEqual([]);
    expect((google.bytes - mail.bytes) / 1024).toBeLessThan(450);
  },
);
