import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { bundleSystem } from '../../infra/local/bundle-system.ts';
import { type Child, endChild, runToEnd, startChild } from './start-child.ts';

// Each test starts two or three processes, each of which loads four AWS clients.
vi.setConfig({ testTimeout: 60_000 });

const { script, folder } = await bundleSystem('test/runtime/child-system.ts');
const NOW = '2027-01-08T09:00:00Z';
let dataDir: string;
const children: Child[] = [];

afterAll(() => rmSync(folder, { recursive: true }));

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'nevertwice-'));
});

afterEach(() => {
  for (const child of children.splice(0)) child.process.kill('SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
});

const start = async () => {
  const child = await startChild(script, { DATA_DIR: dataDir, NOW });
  children.push(child);
  return child;
};
const recipients = async (child: Child) => {
  const listed = await (await fetch(`${child.consoleUrl}/api/mail`)).json();
  return z
    .array(z.object({ to: z.array(z.string()) }))
    .parse(listed)
    .flatMap((mail) => mail.to);
};

test.each(['SIGINT', 'SIGTERM'] as const)('one ready line, and %s ends it cleanly', async (signal) => {
  const child = await start();
  const now = await (await fetch(`${child.consoleUrl}/api/clock`)).json();
  expect(z.object({ now: z.string() }).parse(now).now).toMatch(/^2027-01-08T09:00:/);
  expect(await endChild(child, signal)).toBe(0);
  expect(child.stdout()).toMatch(
    /^mail to the reply domain: smtp:\S+\nready app=http:\S+:\d+ console=http:\S+:\d+\n$/,
  );
  expect(readdirSync(dataDir)).not.toContain('lock');
});

test('a second process on the same folder is refused in one line, and kill -9 frees it', async () => {
  const first = await start();
  const second = await runToEnd(script, { DATA_DIR: dataDir, NOW });
  expect(second).toEqual({
    status: 1,
    stdout: '',
    stderr: `Another process (${first.process.pid}) already runs on the folder ${dataDir}; end it first.\n`,
  });
  await endChild(first, 'SIGKILL');
  expect(await recipients(await start())).toEqual([]);
});

test.each(['PORT', 'CONSOLE_PORT'])('a taken %s is one line that says what to set', async (name) => {
  const holder = createServer();
  await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
  const address = holder.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  const ended = await runToEnd(script, { DATA_DIR: dataDir, [name]: String(port) });
  holder.close();
  expect(ended).toEqual({
    status: 1,
    stdout: '',
    stderr: `Port ${port} is taken: set ${name} to another one, or to 0 for any free one.\n`,
  });
});

test.each([
  ['DATA_DIR', () => join(dataDir, 'a-file', 'data'), 'cannot be written'],
  ['NOW', () => 'yesterday', 'NOW=yesterday is not an instant'],
  ['TENANT', () => join(dataDir, 'a-file'), 'is not valid: it is not JSON'],
  ['TENANT', () => join(dataDir, 'none.json'), 'is not valid: it cannot be read'],
  ['PORT', () => 'eighty', 'PORT=eighty is not a port'],
])('a bad %s is one line and exit 1', async (name, value, said) => {
  writeFileSync(join(dataDir, 'a-file'), '');
  const ended = await runToEnd(script, { DATA_DIR: dataDir, [name]: value() });
  expect(ended).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining(said) });
  expect(ended.stderr.match(/\n/g)).toHaveLength(1);
});

test('kill -9 in the middle of a clock move: the rest is met after the restart, and nothing twice', async () => {
  const first = await start();
  const names = Array.from({ length: 24 }, (_, n) => `p${n}`);
  for (const [n, name] of names.entries())
    await fetch(`${first.appUrl}/${name}?after=${(n + 1) * 60}`, { method: 'POST' });
  const move = fetch(`${first.consoleUrl}/api/clock`, {
    method: 'POST',
    body: JSON.stringify({ to: '2027-01-20T09:00:00Z' }),
  }).catch(() => 'cut off');
  await expect
    .poll(async () => (await recipients(first)).length, { interval: 5, timeout: 30_000 })
    .toBeGreaterThan(5);
  await endChild(first, 'SIGKILL');
  expect(await move).toBe('cut off');

  const second = await start();
  const before = await recipients(second);
  expect(before.length).toBeGreaterThan(5);
  expect(before.length).toBeLessThan(24);
  await fetch(`${second.consoleUrl}/api/clock`, {
    method: 'POST',
    body: JSON.stringify({ to: '2027-01-20T09:00:00Z' }),
  });
  const after = await recipients(second);
  expect(new Set(after).size).toBe(after.length);
  expect(after.length).toBeGreaterThanOrEqual(23);
});
