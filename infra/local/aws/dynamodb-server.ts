import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { CreateTableCommand, DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import * as z from 'zod';
import type { Backend } from './front.ts';
import { clearIndexes, fillIndexes, type Level } from './index-repair.ts';
import { awsJsonError } from './json-reply.ts';
import { listen } from './listen.ts';
import { createReverseProxy } from './reverse-proxy.ts';
import { tableDefinition } from './table-definition.ts';
import { type Request, readJson } from './wire.ts';

const addressed = z.object({
  TableName: z.string().optional(),
  IndexName: z.string().optional(),
  RequestItems: z.record(z.string(), z.unknown()).optional(),
});

/**
 * DynamoDB as dynalite plays it, kept in `folder`, with the tenant's table. Time to live is left out: dynalite has none, and
 * the code has to filter on `ttl` anyway. Throws when another process uses the folder.
 */
export async function startDynamoDb(options: { folder: string; tableName: string; region: string }) {
  mkdirSync(options.folder, { recursive: true });
  await prepareFolder(options.folder);
  const server = dynalite({ path: options.folder, createTableMs: 0 });
  server.keepAliveTimeout = 0;
  const { url, close } = await listen(server);
  await prepareTable(url, options);
  const proxy = createReverseProxy(url);
  const backend: Backend = { service: 'dynamodb', describe, serve: proxy.forward, refuse };
  return {
    backend,
    async close() {
      proxy.close();
      await close();
    },
  };
}

/** dynalite never answers when its folder is locked, so its own store is asked first. Leaves the indexes to `prepareTable`. */
async function prepareFolder(folder: string): Promise<void> {
  const requireAsDynalite = createRequire(createRequire(import.meta.url).resolve('dynalite'));
  const level: { Level: new (path: string) => Level } = requireAsDynalite('level');
  const store = new level.Level(folder);
  try {
    await store.open();
  } catch (cause) {
    throw new Error(`The data folder ${folder} cannot be opened: is another process using it?`, { cause });
  }
  await clearIndexes(store);
  await store.close();
}

async function prepareTable(endpoint: string, options: { tableName: string; region: string }): Promise<void> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint, region: options.region, credentials, maxAttempts: 1 });
  try {
    await ensureTable(client, options.tableName);
    await fillIndexes(client, options.tableName);
  } finally {
    client.destroy();
  }
}

async function ensureTable(client: DynamoDBClient, tableName: string): Promise<void> {
  const describeTable = new DescribeTableCommand({ TableName: tableName });
  const status = async () => (await client.send(describeTable)).Table?.TableStatus;
  await status().catch((error) => {
    if (!(error instanceof Error) || error.name !== 'ResourceNotFoundException') throw error;
    return client.send(new CreateTableCommand({ TableName: tableName, ...tableDefinition }));
  });
  for (let asked = 0; (await status()) !== 'ACTIVE'; asked += 1) {
    if (asked > 1_000) throw new Error(`The table ${tableName} was left half made: delete its folder.`);
  }
}

function describe(request: Request) {
  const action = String(request.headers['x-amz-target'] ?? '').split('.')[1] ?? 'Unknown';
  const { data } = addressed.safeParse(readJson(request));
  const table = data?.TableName ?? Object.keys(data?.RequestItems ?? {}).join(',');
  return { action, resource: data?.IndexName ? `${table}/index/${data.IndexName}` : table };
}

function refuse(mode: 'throttle' | 'reject' | 'error') {
  const model = 'com.amazonaws.dynamodb.v20120810';
  switch (mode) {
    case 'throttle':
      return awsJsonError(
        400,
        `${model}#ThrottlingException`,
        'Throughput exceeds the current capacity of your table or index.',
      );
    case 'reject':
      return awsJsonError(
        400,
        'com.amazon.coral.validate#ValidationException',
        'One or more parameter values were invalid: refused by a fault.',
      );
    case 'error':
      return awsJsonError(500, `${model}#InternalServerError`, 'The request processing has failed.');
  }
}
