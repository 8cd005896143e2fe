import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import * as z from 'zod';
import { CANARY_LATE_MS, CANARY_MANAGER } from '../../functions/domain/canary.ts';
import { type Manager, managerOf } from './people.ts';
import { json, type System, startSystem } from './system.ts';
import { ACME, DANA, talk } from './talk.ts';

const counts = z.array(z.number()).default([]);
const lineSchema = z.looseObject({
  message: z.string(),
  conversation: z.string().optional(),
  sending: z.string().optional(),
  CanaryRuns: counts,
  CanaryLatenessMs: counts,
  CanaryDuplicates: counts,
  CanaryMissing: counts,
  CanaryUndelivered: counts,
});

let system: System;
let own: string;
let dana: Manager;

beforeAll(async () => {
  system = await startSystem({ ...ACME, env: { LOG_LINES: 'on' } });
  dana = await managerOf(system, DANA);
  own = await dana.record(talk());
  await system.moveTo('2027-01-12T02:40');
  for (const isBusy of [false, false, true, false]) {
    if (isBusy) await system.fault({ service: 'ses', action: 'SendRawEmail', mode: 'throttle', times: 24 });
    await night();
    await system.advance('P1D');
  }
}, 60_000);
afterAll(() => system.stop());

const night = (one = system) => one.console('/api/canary', { method: 'POST' });
const linesOf = (message: string, one = system) =>
  one
    .written()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => lineSchema.parse(JSON.parse(line)))
    .filter((line) => line.message === message);

const WELL = { CanaryDuplicates: [0], CanaryMissing: [0], CanaryUndelivered: [0] };

it('says of a good night that everything left in time, once, and was delivered', async () => {
  const good = linesOf('judged').slice(0, 2);
  expect(good).toMatchObject([WELL, WELL]);
  for (const { CanaryLatenessMs } of good) {
    expect(CanaryLatenessMs).toHaveLength(12);
    expect(Math.max(...CanaryLatenessMs)).toBeLessThan(CANARY_LATE_MS);
  }
  expect(linesOf('canary').map(({ CanaryRuns }) => CanaryRuns)).toEqual([[1], [1], [1], [1]]);
  expect(await system.failures()).toEqual([]);
});

it('finds mail late after a night in which SES was too busy', async () => {
  const late = linesOf('judged')[2];
  expect(late).toMatchObject(WELL);
  expect(Math.max(...(late?.CanaryLatenessMs ?? []))).toBeGreaterThan(CANARY_LATE_MS);
});

it('writes to nobody but SES’s simulator, and shows itself to no manager', async () => {
  const [judged] = linesOf('judged');
  const canary = await system.mails(judged?.conversation ?? '');
  expect(new Set(canary.flatMap(({ to }) => to))).toEqual(
    new Set([CANARY_MANAGER, CANARY_MANAGER.replace('manager', 'participant')]),
  );
  expect([...new Set(canary.map(({ kind }) => kind))].toSorted()).toEqual([
    'agenda',
    'cancelled',
    'celebration',
    'due-check',
    'entry',
    'invitation',
    'invitation-cancelled',
    'recap',
  ]);
  expect((await dana.ask('')).body).toMatchObject({ conversations: [{ id: own }] });
  expect((await dana.ask(`/${judged?.conversation}`)).status).toBe(404);
  const token = system.console('/api/token', json({ email: CANARY_MANAGER }));
  await expect(token).rejects.toThrow('422');
});

it('rests while sending is off, and says so', async () => {
  const held = await startSystem({ ...ACME, env: { LOG_LINES: 'on', SENDING: 'off' } });
  onTestFinished(() => held.stop());
  await night(held);
  expect(linesOf('canary', held)).toMatchObject([{ sending: 'off', CanaryRuns: [1] }]);
  expect(await held.mails()).toEqual([]);
  expect((await held.calls()).map(({ action }) => action)).not.toContain('SendMessage');
});
