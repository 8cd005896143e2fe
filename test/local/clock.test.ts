import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { restoreRealTime, startClock } from '../../infra/local/clock.ts';
import { START, temporaryFolder } from './local-system.ts';

const HOUR = 3_600_000;
const realDate = Date;

async function startAt(dataDir: string, moment: number) {
  onTestFinished(restoreRealTime);
  return startClock({ dataDir, startAt: moment });
}

test('starts where it is told to and ticks from there', async () => {
  const clock = await startAt(await temporaryFolder(), START);
  expect(clock.now()).toBeGreaterThanOrEqual(START);
  expect(clock.now()).toBeLessThan(START + HOUR);
});

test('the process tells the time of the moved clock', async () => {
  const clock = await startAt(await temporaryFolder(), START);
  clock.advanceTo(START + HOUR);
  expect(Date.now()).toBeGreaterThanOrEqual(START + HOUR);
  expect(new Date().toISOString()).toMatch(/^2027-01-08T10:00:/);
  expect(Date()).toContain('2027');
});

test('a date that is spelled out stays what it is', async () => {
  await startAt(await temporaryFolder(), START);
  expect(new Date('2026-12-30T15:00:00Z').toISOString()).toBe('2026-12-30T15:00:00.000Z');
  expect(Date.UTC(2027, 0, 8, 9)).toBe(START);
  expect(new Date()).toBeInstanceOf(realDate);
});

test('never goes back', async () => {
  const clock = await startAt(await temporaryFolder(), START);
  clock.advanceTo(START + HOUR);
  clock.advanceTo(START);
  expect(clock.now()).toBeGreaterThanOrEqual(START + HOUR);
});

test('a restart goes on where the clock was, whatever start it is given', async () => {
  const dataDir = await temporaryFolder();
  (await startAt(dataDir, START)).advanceTo(START + 24 * HOUR);
  const again = await startAt(dataDir, START + 900 * HOUR);
  expect(again.now()).toBeGreaterThanOrEqual(START + 24 * HOUR);
  expect(again.now()).toBeLessThan(START + 25 * HOUR);
});

test('a machine whose own clock was set back does not take the local clock back', async () => {
  const dataDir = await temporaryFolder();
  (await startAt(dataDir, START)).advanceTo(START + HOUR);
  const path = join(dataDir, 'clock.json');
  const saved = JSON.parse(await readFile(path, 'utf8'));
  await writeFile(path, JSON.stringify({ ...saved, shiftMs: saved.shiftMs - 48 * HOUR }));
  expect((await startAt(dataDir, START)).now()).toBeGreaterThanOrEqual(START + HOUR);
});

test('refuses a moment that is none', async () => {
  const clock = await startAt(await temporaryFolder(), START);
  expect(() => clock.advanceTo(Number.NaN)).toThrow('Not a moment');
});

test('gives the machine its own time back', async () => {
  await startAt(await temporaryFolder(), START + 9_000 * HOUR);
  restoreRealTime();
  expect(Date).toBe(realDate);
});
