import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, test } from 'vitest';
import { instant } from '../../functions/domain/instant.ts';
import { record } from '../../functions/domain/record.ts';
import { corrected, readingsAskedFor } from '../../infra/local/demo/corrected.ts';
import { readSample, type Sample } from '../../infra/local/demo/sample.ts';
import { startOf } from '../../infra/local/demo/start-of.ts';
import { tenantFor } from '../../infra/local/demo/tenant-for.ts';
import { readTenant } from '../../infra/read-tenant.ts';

const folder = mkdtempSync(join(tmpdir(), 'nevertwice-samples-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SAMPLES = 'test/conversations';
const files = readdirSync(SAMPLES).map((name) => join(SAMPLES, name));

async function errorsOf(sample: Sample, body: unknown) {
  const read = await readTenant((await tenantFor(sample, process.cwd())).path);
  if ('errors' in read) throw new Error(read.errors.join(' · '));
  const now = instant(Date.parse(startOf(sample)));
  const actor = sample.conversation.manager.email;
  const answer = record(body, { tenant: read.tenant, actor, now, zoneData: '2026a' });
  return 'errors' in answer ? answer.errors : [];
}

function saved(content: string): string {
  const path = join(folder, 'sample.json');
  writeFileSync(path, content);
  return path;
}

async function bare(path: string): Promise<Sample> {
  return readSample(saved(JSON.stringify((await readSample(path)).conversation)));
}

test.each(files)('%s is accepted, once what was asked about it is said', async (path) => {
  const sample = await readSample(path);
  expect(await errorsOf(sample, corrected(sample.conversation, sample.corrections))).toEqual([]);
  const refused = await errorsOf(sample, sample.conversation);
  expect(refused.length > 0).toBe(Object.keys(sample.corrections).length > 0);
});

test.each(files)('%s can be played without its script as well', async (path) => {
  const sample = await bare(path);
  const readings = readingsAskedFor(await errorsOf(sample, sample.conversation)) ?? {};
  expect(await errorsOf(sample, corrected(sample.conversation, readings))).toEqual([]);
});

it('plays people whom no tenant file knows', async () => {
  const sample = await bare('test/conversations/03-one-person.json');
  const text = JSON.stringify(sample.conversation).replaceAll('acme.example', 'nobody.example');
  const stranger = await readSample(saved(text));
  expect((await tenantFor(stranger, process.cwd())).name).toBe('nobody.example');
  expect(await errorsOf(stranger, stranger.conversation)).toEqual([]);
});

it('starts the clock of a bare conversation on the working day before its first date', async () => {
  expect(startOf(await bare('test/conversations/01-warehouse.json'))).toBe('2027-01-08T09:00:00.000Z');
  expect(startOf(await bare('test/conversations/08-studio-one.json'))).toBe('2027-03-30T23:00:00.000Z');
});

test.each([
  ['{', /sample\.json is not JSON/],
  ['{"title": 5}', /sample\.json cannot be played: .*title/],
  ['{"conversation": {}, "plays": []}', /plays/],
])('%s is one line that says what is wrong', async (content, said) => {
  await expect(readSample(saved(content))).rejects.toThrow(said);
});

it('sets fields by their path and leaves the rest as it was', () => {
  const body = { commitments: [{ dueBy: 'x' }, { dueBy: 'y' }], checkIn: { at: 'z' } };
  const changed = corrected(body, { 'commitments[1].dueReading': 'later', 'checkIn.reading': 'earlier' });
  expect(changed).toEqual({
    commitments: [{ dueBy: 'x' }, { dueBy: 'y', dueReading: 'later' }],
    checkIn: { at: 'z', reading: 'earlier' },
  });
  expect(body.commitments[1]).toEqual({ dueBy: 'y' });
});

it('answers only the question for a reading by itself', () => {
  const asked = {
    path: 'checkIn.at',
    message: 'It happens twice. Set checkIn.reading to "earlier" or "later".',
  };
  expect(readingsAskedFor([asked])).toEqual({ 'checkIn.reading': 'earlier' });
  expect(readingsAskedFor([asked, { path: 'title', message: 'Fill this in.' }])).toBeUndefined();
});
