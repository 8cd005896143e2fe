import { createHash } from 'node:crypto';
import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { CountUp } from '../app/ports.ts';
import { ttlNow, ttlOf } from './dynamo-expiry.ts';
import { held, type Table } from './dynamo-table.ts';

type Counter = Parameters<CountUp>[0][number];
type Place = { pk: string; name: string };
/** Counters that stand in one item: one write counts all of them. */
type Together = Pick<Counter, 'window' | 'endsAt'> & { pk: string; names: string[] };

// Five hold a day of a tenant at its limit, 16 KB each, and a submit of twenty people makes five calls instead of twenty-one.
const SHARED_ITEMS = 5;
const OWN = 'count';

const counts = z.record(z.string(), z.number());

/** Where a shared counter stands: the item, and its attribute, which tells nobody whose it is. */
export function sharedPlace(scope: string): Place {
  const digest = createHash('sha256').update(scope).digest();
  const pk = `LIMIT#shared.${digest.readUInt32BE(8) % SHARED_ITEMS}`;
  return { pk, name: digest.toString('base64url').slice(0, 8) };
}

function placeOf({ scope, shared }: Counter): Place {
  return shared ? sharedPlace(scope) : { pk: `LIMIT#${scope}`, name: OWN };
}

export function makeCountUp(table: Table): CountUp {
  return async (counters) => {
    const items = new Map<string, Together>();
    const placed = counters.map((counter) => {
      const { pk, name } = placeOf(counter);
      const item = `${pk} ${counter.window}`;
      const { names } = items.get(item) ?? { names: [] };
      items.set(item, { ...counter, pk, names: [...new Set([...names, name])] });
      return { item, name };
    });
    const counted = new Map(
      await Promise.all(
        [...items].map(async ([item, together]) => [item, await countIn(table, together)] as const),
      ),
    );
    return placed.map(({ item, name }) => counted.get(item)?.[name] ?? 0);
  };
}

async function countIn(table: Table, together: Together): Promise<Readonly<Record<string, number>>> {
  const { pk, names, window, endsAt } = together;
  const Key = { pk, sk: window };
  const now = ttlNow(table.now());
  const added = await held(
    table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key,
        UpdateExpression: `SET #ttl = :ttl ADD ${names.map((_, at) => `#n${at} :one`).join(', ')}`,
        ConditionExpression: 'attribute_not_exists(pk) OR #ttl > :now',
        ExpressionAttributeNames: {
          '#ttl': 'ttl',
          ...Object.fromEntries(names.map((name, at) => [`#n${at}`, name])),
        },
        ExpressionAttributeValues: { ':ttl': ttlOf(endsAt), ':one': 1, ':now': now },
        ReturnValues: 'UPDATED_NEW',
      }),
    ),
  );
  if (added) return counts.parse(added.Attributes);
  // Counters of an ended window that TTL has not deleted yet: they start again, once for all who count now.
  const ones = Object.fromEntries(names.map((name) => [name, 1]));
  const restarted = await held(
    table.client.send(
      new PutCommand({
        TableName: table.name,
        Item: { ...Key, ...ones, ttl: ttlOf(endsAt) },
        ConditionExpression: 'attribute_not_exists(pk) OR #ttl <= :now',
        ExpressionAttributeNames: { '#ttl': 'ttl' },
        ExpressionAttributeValues: { ':now': now },
      }),
    ),
  );
  return restarted ? ones : countIn(table, together);
}
