import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { TABLE } from '../../infra/local/lambda-environment.ts';
import { type LocalSystem, startLocal } from '../../infra/local/start-local.ts';
import { loadSmallSystem } from './small-system.ts';

// Whole systems on a machine that may be busy with other suites.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const tenantPath = 'infra/tenants/acme.json';
let dataDir: string;
let system: LocalSystem;
let written: string;

const start = async () => {
  system = await startLocal({
    dataDir,
    tenantPath,
    startAt: Date.parse('2027-01-08T09:00:30Z'),
    load: loadSmallSystem,
    write: (text) => {
      written += text;
    },
  });
};

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'nevertwice-'));
  written = '';
  await start();
});

afterEach(async () => {
  await system.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const ask = (path: string) => fetch(`${system.appUrl}${path}`, { method: 'POST' });
const move = async (body: object) => {
  const response = await fetch(`${system.consoleUrl}/api/clock`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  return [response.status, await response.json()];
};
const mails = async () => {
  const listed = await (await fetch(`${system.consoleUrl}/api/mail`)).json();
  return z
    .array(z.object({ to: z.array(z.string()), at: z.string() }))
    .parse(listed)
    .map((mail) => `${mail.at.slice(0, 16)} ${mail.to}`);
};

test('a ring reaches the wake, its mail the inbox, and its events the feedback', async () => {
  expect((await ask('/dana')).status).toBe(201);
  await move({ advance: 'PT5S' });
  expect(await mails()).toEqual(['2027-01-08T09:00 dana@acme.example']);
  expect(system.servers.ses.pendingEvents()).toEqual([]);
  const client = new DynamoDBClient({});
  const { Items = [] } = await client.send(
    new ScanCommand({
      TableName: TABLE,
      FilterExpression: 'seen = :one',
      ExpressionAttributeValues: { ':one': { N: '1' } },
    }),
  );
  client.destroy();
  expect(Items.map((item) => item.sk?.S).sort()).toEqual(['Email Delivered', 'Email Sent']);
});

test('without anybody moving the clock a ring is met at once', async () => {
  await ask('/dana');
  await expect.poll(mails, { timeout: 20_000 }).toEqual(['2027-01-08T09:00 dana@acme.example']);
});

test('alarms fire in their order on the way, each mail at its own moment', async () => {
  await ask('/later?after=20000');
  await ask('/sooner?after=59');
  const [status, body] = await move({ to: '2027-02-15T09:00:00Z' });
  expect(status).toBe(200);
  expect(z.object({ now: z.string() }).parse(body).now).toMatch(/^2027-02-15T09:00:0/);
  expect(await mails()).toEqual([
    '2027-01-08T10:00 sooner@acme.example',
    '2027-01-22T06:21 later@acme.example',
  ]);
  expect(system.servers.scheduler.schedules()).toEqual([]);
});

test('a conversation without an alarm is found by the sweep of its five minutes', async () => {
  await ask('/lost?after=1441&alarm=none');
  await move({ advance: 'P7D' });
  expect(await mails()).toEqual(['2027-01-09T09:05 lost@acme.example']);
});

test('a message that fails stays alone in the queue until its visibility ends, then goes to the dead-letter queue', async () => {
  await Promise.all([ask('/fail-one'), ask('/good')]);
  await move({ advance: 'PT1M' });
  expect(await mails()).toEqual(['2027-01-08T09:00 good@acme.example']);
  expect(await system.servers.queue.depth()).toBe(1);
  await move({ advance: 'PT1H' });
  expect(await deadLetters()).toBeGreaterThan(0);
});

async function deadLetters(): Promise<number> {
  const client = new SQSClient({});
  const { Attributes } = await client.send(
    new GetQueueAttributesCommand({
      QueueUrl: system.servers.deadLetterQueueUrl,
      AttributeNames: ['ApproximateNumberOfMessages'],
    }),
  );
  client.destroy();
  return Number(Attributes?.ApproximateNumberOfMessages);
}

test('after a restart the clock goes on, mails and alarms are there, and what was queued is rung again', async () => {
  await ask('/before');
  await move({ advance: 'PT10S' });
  await ask('/alarmed?after=120');
  await ask('/overdue?after=10&alarm=none');
  await system.close();
  system = await startLocal({ dataDir, tenantPath, load: loadSmallSystem });
  expect(await mails()).toEqual(['2027-01-08T09:00 before@acme.example']);
  await move({ advance: 'PT3H' });
  expect(await mails()).toEqual([
    '2027-01-08T09:00 before@acme.example',
    '2027-01-08T09:15 overdue@acme.example',
    '2027-01-08T11:01 alarmed@acme.example',
  ]);
});

test('a conversation whose moment passed while the system was down is rung at the start', async () => {
  await ask('/passed?after=0&alarm=none');
  await system.close();
  await start();
  await expect.poll(mails, { timeout: 20_000 }).toEqual(['2027-01-08T09:00 passed@acme.example']);
});

test('the same folder twice is refused, and the refusal leaves the first one working', async () => {
  await expect(startLocal({ dataDir, tenantPath, load: loadSmallSystem })).rejects.toThrow(
    `already runs on the folder ${dataDir}`,
  );
  expect((await ask('/still-here')).status).toBe(201);
});

test('a queue that refuses for a while only delays the wake', async () => {
  const fault = { service: 'sqs', action: 'ReceiveMessage', mode: 'reject', times: 3 };
  await fetch(`${system.consoleUrl}/api/faults`, { method: 'POST', body: JSON.stringify(fault) });
  await ask('/dana');
  expect((await move({ advance: 'PT1M' }))[0]).toBe(200);
  expect(await mails()).toEqual(['2027-01-08T09:00 dana@acme.example']);
});

test('failures of a Lambda are on the console and written out', async () => {
  const fault = { service: 'dynamodb', action: 'UpdateItem', mode: 'reject', times: 1 };
  await fetch(`${system.consoleUrl}/api/faults`, { method: 'POST', body: JSON.stringify(fault) });
  expect((await ask('/dana')).status).toBe(500);
  const failures = await (await fetch(`${system.consoleUrl}/api/failures`)).json();
  expect(failures).toMatchObject([{ source: 'web', message: expect.stringContaining('refused by a fault') }]);
  expect(written).toContain('web failed: ValidationException');
});
