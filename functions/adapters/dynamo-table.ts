import { setTimeout as wait } from 'node:timers/promises';
import { ConditionalCheckFailedException, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Instant } from '../domain/instant.ts';

/** One tenant's table. `now` filters what TTL has not deleted yet; `wait` (ms) paces retries. */
export type Table = {
  client: DynamoDBDocumentClient;
  name: string;
  now: () => Instant;
  wait: (ms: number) => Promise<void>;
};

export type TableConfig = {
  table: string;
  /** What TTL has not deleted yet is filtered by this clock. */
  now: () => Instant;
  /** Pauses (ms) between attempts at what a throttled table left out. */
  wait?: (ms: number) => Promise<void>;
};

/** The tenant's table as the parts of a store ask it. */
export function makeTable(client: DynamoDBClient, config: TableConfig): Table {
  return {
    client: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }),
    name: config.table,
    now: config.now,
    wait: config.wait ?? ((ms: number) => wait(ms)),
  };
}

/** All items of a query, page after page, as they are asked for. */
export async function* queryItems(
  table: Table,
  query: Omit<QueryCommandInput, 'TableName'>,
): AsyncGenerator<unknown> {
  let from = query.ExclusiveStartKey;
  do {
    const page = await table.client.send(
      new QueryCommand({ ...query, TableName: table.name, ExclusiveStartKey: from }),
    );
    yield* page.Items ?? [];
    from = page.LastEvaluatedKey;
  } while (from);
}

/** The items themselves, at most `limit` of them. */
export async function collect<T>(items: AsyncIterable<T>, limit = Number.POSITIVE_INFINITY): Promise<T[]> {
  const collected: T[] = [];
  if (limit < 1) return collected;
  for await (const item of items) {
    collected.push(item);
    if (collected.length >= limit) break;
  }
  return collected;
}

/** The answer to a conditional write, or false when its condition did not hold: that is no fault. */
export async function held<T>(write: Promise<T>): Promise<T | false> {
  try {
    return await write;
  } catch (problem) {
    if (problem instanceof ConditionalCheckFailedException) return false;
    throw problem;
  }
}
