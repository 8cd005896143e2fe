import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { GetSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import { expect, onTestFinished, test } from 'vitest';
import { makeDynamoClient } from '../../functions/adapters/dynamo-client.ts';
import { makeSecretsClient, readSecretText, readTokenKeys } from '../../functions/adapters/token-keys.ts';
import { once } from '../../functions/app/once.ts';
import { startServers } from '../../infra/local/aws/local-servers.ts';
import { temporaryFolder } from '../local/local-system.ts';
import { testClient } from './answering-server.ts';

const K1 = 'a'.repeat(43);
const K2 = 'B'.repeat(43);

async function secretsWith(ring: unknown) {
  const dataDir = await temporaryFolder();
  const servers = await startServers({
    dataDir,
    clock: { now: () => Date.now(), advanceTo: () => undefined },
    tableName: 'nevertwice',
    region: testClient.region,
    accountId: '111122223333',
    scheduleGroup: 'nevertwice',
    secrets: { keys: typeof ring === 'string' ? ring : JSON.stringify(ring) },
  });
  onTestFinished(servers.close);
  const client = makeSecretsClient({ ...testClient, endpoint: servers.endpoints.secretsmanager });
  return { servers, client };
}

test('a ring has the key that signs and those that still verify', async () => {
  const { client, servers } = await secretsWith({ current: 'k2', k1: K1, k2: K2 });
  expect(await readTokenKeys(client, { secretId: 'keys' })).toEqual({
    current: 'k2',
    keys: { k1: K1, k2: K2 },
  });
  expect(servers.calls()).toMatchObject([
    { service: 'secretsmanager', action: 'GetSecretValue', resource: 'keys' },
  ]);
});

test.each([
  ['no JSON', `{"current":"k1","k1":"${K1}"`],
  ['a current key that is not there', { current: 'k3', k1: K1 }],
  ['a short key', { current: 'k1', k1: 'secret' }],
])('%s is no ring, and the fault does not tell what is in it', async (_what, ring) => {
  const { client } = await secretsWith(ring);
  const read = readTokenKeys(client, { secretId: 'keys' });
  await expect(read).rejects.toThrow(/^the secret with the token keys is no key ring$/);
});

test('a secret that is not there is a fault with its name', async () => {
  const { client } = await secretsWith({ current: 'k1', k1: K1 });
  await expect(client.send(new GetSecretValueCommand({ SecretId: 'others' }))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  });
});

test('a passing outage is tried again, and by the next event when it lasted', async () => {
  const { client, servers } = await secretsWith({ current: 'k1', k1: K1 });
  const keys = once(() => readTokenKeys(client, { secretId: 'keys' }));
  servers.faults.add({ service: 'secretsmanager', action: 'GetSecretValue', mode: 'error', times: 5 });
  await expect(keys()).rejects.toMatchObject({ name: 'InternalServiceError' });
  expect(await keys()).toMatchObject({ current: 'k1' });
  const asked = servers.calls().length;
  expect(await keys()).toMatchObject({ current: 'k1' });
  expect(servers.calls()).toHaveLength(asked);
});

test('a call carries the Lambda that made it', async () => {
  const { servers } = await secretsWith({});
  const wake = makeDynamoClient({
    ...testClient,
    endpoint: servers.endpoints.dynamodb,
    userAgentAppId: 'nevertwice-wake',
  });
  await wake.send(new DescribeTableCommand({ TableName: 'nevertwice' }));
  expect(servers.calls().at(-1)).toMatchObject({ action: 'DescribeTable', lambda: 'wake' });
});

test('a client secret is one text, without the line end that came with it, and never empty', async () => {
  const { client } = await secretsWith('s3cret\n');
  expect(await readSecretText(client, { secretId: 'keys' })).toBe('s3cret');
  const { client: empty } = await secretsWith(' \n');
  await expect(readSecretText(empty, { secretId: 'keys' })).rejects.toThrow('the secret is empty');
});
