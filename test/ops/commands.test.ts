import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { startDeployed } from './deployed.ts';

const run = promisify(execFile);
const failed = z.object({ code: z.number(), stdout: z.string(), stderr: z.string() });

/** One of the commands as `npm run` starts it. */
async function command(name: 'doctor' | 'redrive', args: string[], environment: Record<string, string> = {}) {
  const env = { ...process.env, ...environment };
  try {
    const told = await run('node_modules/.bin/tsx', [`infra/commands/${name}.ts`, ...args], { env });
    return { code: 0, ...told };
  } catch (error) {
    return failed.parse(error);
  }
}

test('doctor prints a table, and fails only when something does', async () => {
  const { environment, tenant, put, saveZoneData } = await startDeployed();
  // The command runs on the machine's own Node, whose zone data may be others: a warning fails nothing.
  await saveZoneData({ version: '1999a', rearmedUpTo: undefined });
  Object.assign(tenant.ses.SendQuota, { SentLast24Hours: 45_000 });
  const well = await command('doctor', ['acme'], environment);
  expect(well.stdout).toMatch(/^acme \(111122223333, eu-west-1\)\n/);
  expect(well.stdout).toMatch(/^acme\.example verified +ok$/m);
  expect(well.stdout).toMatch(/^daily quota +warn +45000 of 50000 in 24 hours: have the quota raised$/m);
  expect(well.stdout).not.toMatch(/ fail /);
  expect(well.code).toBe(0);

  await put('wake-dead', '{"conversation":"abcdefghijklmnopqrstuvwxyz"}');
  // The issuer of globex would be asked for; nothing leaves this machine.
  const shut = { NODE_USE_ENV_PROXY: '1', HTTPS_PROXY: 'http://127.0.0.1:9' };
  const ill = await command('doctor', ['--all'], { ...environment, ...shut });
  expect(ill.stdout).toMatch(/^dead letters: wake-dead +fail +1 wait: .*npm run redrive -- acme$/m);
  expect(ill.stdout).toMatch(/^globex \(444455556666, eu-central-1\)\n/m);
  expect(ill.code).toBe(1);

  const redriven = await command('redrive', ['acme'], environment);
  expect(redriven.stdout).toMatch(/^nevertwice-acme-wake-dead: 1 handed back$/m);
  expect(redriven.code).toBe(0);
});

test.each([
  ['doctor', [], 'npm run doctor'],
  ['doctor', ['--all', 'acme'], 'npm run doctor'],
  ['doctor', ['nobody'], 'There is no tenant nobody; there are acme, globex.'],
  ['redrive', [], 'npm run redrive'],
  ['redrive', ['acme', '--most', 'all'], 'npm run redrive'],
] as const)('%s %j is answered in a line', async (name, args, line) => {
  const { code, stderr } = await command(name, [...args]);
  expect(code).toBe(1);
  expect(stderr).toContain(line);
  expect(stderr).not.toMatch(/^ +at /m);
});

test('redrive says when the tenant is not there', async () => {
  const { environment } = await startDeployed();
  const { code, stderr } = await command('redrive', ['globex'], environment);
  expect([code, stderr]).toEqual([
    1,
    'There is no queue nevertwice-globex-wake: is this the tenant’s account?\n',
  ]);
});
