import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';

const NOWHERE = 'http://127.0.0.1:9';

it('npx cdk synth needs neither network nor credentials', { timeout: 300_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'nevertwice-synth-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const { status, stderr } = spawnSync(
    'npx',
    ['--no-install', 'cdk', 'synth', '--quiet', '--output', folder],
    {
      encoding: 'utf8',
      env: {
        PATH: `${resolve('node_modules/.bin')}:${process.env.PATH}`,
        HOME: folder,
        HTTP_PROXY: NOWHERE,
        HTTPS_PROXY: NOWHERE,
        AWS_EC2_METADATA_DISABLED: 'true',
      },
    },
  );
  expect(status, stderr).toBe(0);
  expect(
    readdirSync(folder)
      .filter((name) => name.endsWith('.template.json'))
      .toSorted(),
  ).toEqual([
    'nevertwice-account-111122223333-eu-west-1.template.json',
    'nevertwice-account-444455556666-eu-central-1.template.json',
    'nevertwice-acme.template.json',
    'nevertwice-globex.template.json',
  ]);
});
