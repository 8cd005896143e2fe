import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import * as z from 'zod';
import { readDisk } from './disk/read-disk.ts';
import { makeFollower } from './follow.ts';
import type { LifeReport } from './life-report.ts';
import { runChaos } from './run.ts';
import { summaryOf } from './summary.ts';

// Every kill starts a process anew.
vi.setConfig({ hookTimeout: 240_000 });

const reports: LifeReport[] = [];
const NOTHING: ReadonlySet<string> = new Set();

beforeAll(async () => {
  const run = { rounds: 4, seed: 1, jobs: 1, conversations: 3, keeps: () => true, write: () => undefined };
  reports.push(...(await runChaos(run)));
});
afterAll(() => {
  for (const { dataDir } of reports) rmSync(dataDir, { recursive: true });
});

test('killed in its sends, at a claim, after them and while it starts, it loses nothing and sends nothing twice', () => {
  const { lines, isClean } = summaryOf(reports);
  expect(lines.filter((line) => !/^[a-z]/.test(line))).toEqual([]);
  expect(isClean).toBe(true);
  const [report] = reports;
  expect(report).toMatchObject({ rounds: 4, kills: 4, startKills: 1, late: 0 });
  // Each was killed while its call was on its way, and of two mails nobody knew at first whether they had left.
  expect(report?.script.slice(0, 4)).toEqual(
    Array.from({ length: 4 }, () => expect.stringContaining('killed hanging (after ')),
  );
  expect(report?.doubted).toBeGreaterThanOrEqual(2);
});

/** The folder as it was left, in a copy of its own. */
function copied(): string {
  const copy = mkdtempSync(join(tmpdir(), 'nevertwice-spoilt-'));
  onTestFinished(() => rmSync(copy, { recursive: true }));
  cpSync(reports[0]?.dataDir ?? '', copy, { recursive: true });
  return copy;
}

const record = z.looseObject({ mail: z.looseObject({ id: z.string() }) });

function someMail(folder: string): { path: string; id: string } {
  const [file = ''] = readdirSync(join(folder, 'ses')).filter((name) => name.endsWith('.json'));
  return { path: join(folder, 'ses', file.replace(/\.json$/, '')), id: file.replace(/\.json$/, '') };
}

function sendAgain(folder: string): void {
  const { path, id } = someMail(folder);
  const { mail, ...rest } = record.parse(JSON.parse(readFileSync(`${path}.json`, 'utf8')));
  const again = { ...rest, mail: { ...mail, id: `${id}-2` } };
  writeFileSync(`${path}-2.json`, JSON.stringify(again));
  copyFileSync(`${path}.eml`, `${path}-2.eml`);
}

function loseTable(folder: string): void {
  const table = join(folder, 'dynamodb');
  rmSync(table, { recursive: true });
  mkdirSync(table);
}

describe('a folder is not taken for whole', () => {
  test.each([
    ['in which a mail lies twice', sendAgain, 'no mail twice'],
    ['whose table is gone', loseTable, 'nothing written is gone'],
    [
      'in which a mail breaks off',
      (folder: string) => truncateSync(`${someMail(folder).path}.eml`, 900),
      'every file is whole',
    ],
    [
      'that has lost a mail',
      (folder: string) => rmSync(`${someMail(folder).path}.json`),
      'nothing written is gone',
    ],
  ])('%s', async (_, spoil, invariant) => {
    const folder = copied();
    const follower = makeFollower(() => 0);
    if (invariant !== 'every file is whole') await follower.look(await readDisk(folder, NOTHING), true);
    spoil(folder);
    const before = follower.watch.violations.length;
    await follower.look(await readDisk(folder, NOTHING), true);
    const found = follower.watch.violations.slice(before).map((violation) => violation.invariant);
    expect(found).toContain(invariant);
  });

  test('whose clock is half a file', async () => {
    const folder = copied();
    writeFileSync(join(folder, 'clock.json'), '{"shiftMs":1');
    await expect(readDisk(folder, NOTHING)).rejects.toThrow();
  });
});
