import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startDynalite } from '../contract/dynamo-servers.ts';
import { BILL, DISCOUNTS } from '../simulation/acme.ts';
import { tenantOnDynalite } from './tenant-on-dynalite.ts';

const run = promisify(execFile);
let server: Awaited<ReturnType<typeof startDynalite>>;
let folder: string;
let id: string;

beforeAll(async () => {
  server = await startDynalite();
  folder = await mkdtemp(join(tmpdir(), 'nevertwice-commands-'));
  const tenant = await tenantOnDynalite(server, 'nevertwice-acme');
  id = await tenant.record(DISCOUNTS, 'one');
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

async function command(name: string, ...flags: string[]) {
  const env = {
    PATH: process.env.PATH,
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: server.url,
  };
  const path = `infra/commands/${name}.ts`;
  return run('node_modules/.bin/tsx', [path, '--tenant', 'acme', ...flags], { env });
}

it('exports into a file of its own', async () => {
  const out = join(folder, 'bill.json');
  await command('export', '--person', BILL, '--out', out);
  expect(JSON.parse(await readFile(out, 'utf8'))).toMatchObject({
    person: BILL,
    conversations: [{ conversation: id }],
  });
});

it('counts what it would erase, then erases it when told so', async () => {
  expect((await command('erase', '--person', BILL)).stdout).toMatch(
    /^Would be erased.*\n +1 {2}conversations/,
  );
  expect((await command('erase', '--person', BILL, '--yes')).stdout).toMatch(
    /^Erased:\n +1 {2}conversations/,
  );
  expect((await command('erase', '--person', BILL)).stdout).toMatch(/\n +0 {2}conversations/);
});

it('lists what would leave, then settles it', async () => {
  const settle = '2026-01-01T00:00:00Z';
  expect((await command('restore-check')).stdout).toContain('1 conversations in nevertwice-acme');
  expect((await command('restore-check', '--settle', settle)).stdout).toContain('0 deliveries settled');
});

it.each([
  ['export', ['--person', 'nobody'], /npm run export/],
  ['erase', [], /npm run erase/],
  ['restore-check', ['--settle', 'yesterday'], /--settle: yesterday is no moment/],
  ['restore-check', ['--settle', '2999-01-01T00:00:00Z'], /still ahead/],
])('%s %j is told how to say it', async (name, flags, said) => {
  await expect(command(name, ...flags)).rejects.toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(said),
  });
});
