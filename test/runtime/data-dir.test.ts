import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockDataDir } from '../../infra/local/data-dir-lock.ts';
import { keepTokenKeys } from '../../infra/local/token-keys.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nevertwice-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a folder has one holder, and is free again after its release', () => {
  const path = join(folder, 'new', 'deep');
  const first = lockDataDir(path);
  expect(() => lockDataDir(path)).toThrow(
    `Another process (${process.pid}) already runs on the folder ${path}`,
  );
  first.release();
  lockDataDir(path).release();
  expect(readdirSync(path)).toEqual([]);
});

test.each([
  ['a process that is gone', JSON.stringify({ pid: 2 ** 22 + 1, startedAt: '1', id: 'x' })],
  ['an earlier process with this number', JSON.stringify({ pid: process.pid, startedAt: '1', id: 'x' })],
  ['a number that another program has now', JSON.stringify({ pid: process.ppid, startedAt: '1', id: 'x' })],
  ['a torn file', '{"pid":'],
])('the lock of %s is taken over', (_, content) => {
  writeFileSync(join(folder, 'lock'), content);
  const lock = lockDataDir(folder);
  expect(JSON.parse(readFileSync(join(folder, 'lock'), 'utf8'))).toMatchObject({ pid: process.pid });
  lock.release();
  expect(readdirSync(folder)).toEqual([]);
});

test('a folder that cannot be made says so in one line', () => {
  writeFileSync(join(folder, 'file'), '');
  expect(() => lockDataDir(join(folder, 'file', 'data'))).toThrow(
    `The folder ${join(folder, 'file', 'data')} cannot be written (ENOTDIR).`,
  );
});

test('the keys are made once, for this user only, and kept', () => {
  const keys = keepTokenKeys(folder);
  expect(Buffer.from(keys.keys[keys.current] ?? '', 'base64url')).toHaveLength(32);
  expect(statSync(join(folder, 'token-keys.json')).mode & 0o777).toBe(0o600);
  expect(keepTokenKeys(folder)).toEqual(keys);
});

test.each(['', '{"current":"k2","keys":{}}', '{"current":"k1","keys":{"k1":"short"}}'])(
  'damaged keys (%j) are never replaced in silence',
  (content) => {
    writeFileSync(join(folder, 'token-keys.json'), content);
    expect(() => keepTokenKeys(folder)).toThrow('are damaged');
    expect(readFileSync(join(folder, 'token-keys.json'), 'utf8')).toBe(content);
  },
);
