import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { SESClient } from '@aws-sdk/client-ses';
import { SQSClient } from '@aws-sdk/client-sqs';
import { onTestFinished } from 'vitest';
import { type LocalServers, startServers } from '../../infra/local/aws/local-servers.ts';
import { restoreRealTime, startClock } from '../../infra/local/clock.ts';

export const START = Date.parse('2027-01-08T09:00:00Z');
export const SECOND = 1_000;

const REGION = 'eu-west-1';

/** Where the child process of the kill test and the tests agree. */
export const setting = {
  tableName: 'nevertwice-acme',
  region: REGION,
  accountId: '123456789012',
  scheduleGroup: 'nevertwice-acme',
};

export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'nevertwice-local-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export function startTestClock(dataDir: string) {
  onTestFinished(restoreRealTime);
  return startClock({ dataDir, startAt: START });
}

/** The embedded servers with a real client each, in a folder of their own, closed when the test ends. */
export async function startLocal(dataDir?: string) {
  const folder = dataDir ?? (await temporaryFolder());
  const clock = startTestClock(folder);
  const servers = await startServers({ ...setting, dataDir: folder, clock });
  let open = true;
  const close = async () => {
    if (open) await servers.close();
    open = false;
  };
  onTestFinished(close);
  return { dataDir: folder, clock, servers, close, ...clientsOf(servers.endpoints) };
}

/** One attempt only, so that a test sees every fault once. */
export function clientsOf(
  endpoints: Omit<LocalServers['endpoints'], 'secretsmanager' | 's3' | 'google' | 'microsoft'>,
  requestTimeout = 10_000,
) {
  const common = {
    region: REGION,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  };
  const patient = { requestHandler: { requestTimeout, throwOnRequestTimeout: true } };
  const dynamodb = new DynamoDBClient({ ...common, ...patient, endpoint: endpoints.dynamodb });
  const sqs = new SQSClient({ ...common, ...patient, endpoint: endpoints.sqs });
  const scheduler = new SchedulerClient({ ...common, ...patient, endpoint: endpoints.scheduler });
  const ses = new SESClient({ ...common, ...patient, endpoint: endpoints.ses });
  onTestFinished(() => {
    for (const client of [dynamodb, sqs, scheduler, ses]) client.destroy();
  });
  return { dynamodb, sqs, scheduler, ses };
}
