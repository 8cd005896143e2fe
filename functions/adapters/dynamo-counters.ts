import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { CountUp } from '../app/ports.ts';
import { ttlNow, ttlOf } from './dynamo-expiry.ts';
import { held, type Table } from './dynamo-table.ts';

type Counter = Parameters<CountUp>[0][number];

const counted = z.object({ count: z.int() });

export function makeCountUp(table: Table): CountUp {
  return (counters) => Promise.all(counters.map((counter) => countOne(table, counter)));
}

async function countOne(table: Table, { scope, window, endsAt }: Counter): Promise<number> {
  const Key = { pk: `LIMIT#${scope}`, sk: window };
  const now = ttlNow(table.now());
  const added = await held(
    table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key,
        UpdateExpression: 'SET #ttl = :ttl ADD #count :one',
        ConditionExpression: 'attribute_not_exists(pk) OR #ttl > :now',
        ExpressionAttributeNames: { '#ttl': 'ttl', '#count': 'count' },
        ExpressionAttributeValues: { ':ttl': ttlOf(endsAt), ':one': 1, ':now': now },
        ReturnValues: 'UPDATED_NEW',
      }),
    ),
  );
  if (added) return counted.parse(added.Attributes).count;
  // The counter of an ended window that TTL has not deleted yet: it starts again, once for all who count now.
  const restarted = await held(
    table.client.send(
      new PutCommand({
        TableName: table.name,
        Item: { ...Key, count: 1, ttl: ttlOf(endsAt) },
        ConditionExpression: 'attribute_not_exists(pk) OR #ttl <= :now',
        ExpressionAttributeNames: { '#ttl': 'ttl' },
        ExpressionAttributeValues: { ':now': now },
      }),
    ),
  );
  return restarted ? 1 : countOne(table, { scope, window, endsAt });
}
