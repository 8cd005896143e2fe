import { setTimeout as wait } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { makeDynamoStore } from '../../functions/adapters/dynamo-store.ts';
import type { Table } from '../../functions/adapters/dynamo-table.ts';
import type { Store } from '../../functions/app/ports.ts';
import { instant } from '../../functions/domain/instant.ts';

/** A tenant's table as the commands see it: the store that the Lambdas use, and the items themselves. */
export type OpenTable = { table: Table; store: Store; close: () => void };

/** Region, credentials and endpoint are the SDK's own environment variables; `name` is the stack's unless said otherwise. */
export function openTable(
  tenant: string,
  name = `nevertwice-${tenant}`,
  client = new DynamoDBClient({ maxAttempts: 8 }),
  now = () => instant(Date.now()),
): OpenTable {
  const table: Table = {
    client: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }),
    name,
    now,
    wait: (ms) => wait(ms),
  };
  return { table, store: makeDynamoStore(client, { table: name, now }), close: () => client.destroy() };
}
