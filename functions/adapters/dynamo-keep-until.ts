import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { KeepUntil } from '../app/ports.ts';
import { ttlOf } from './dynamo-expiry.ts';
import { headKey } from './dynamo-head.ts';
import { collect, held, queryItems, type Table } from './dynamo-table.ts';
import { updateOf } from './dynamo-update.ts';

const AT_ONCE = 25;
const itemsSchema = z.array(
  z.object({ sk: z.string(), ttl: z.optional(z.number()), keepUntil: z.optional(z.number()) }),
);

export function makeKeepUntil(table: Table): KeepUntil {
  const mark = (id: string, sk: string, set: Record<string, unknown>) =>
    held(
      table.client.send(
        new UpdateCommand({
          TableName: table.name,
          Key: { pk: headKey(id).pk, sk },
          ...updateOf({ set }),
          ConditionExpression: 'attribute_exists(pk)',
        }),
      ),
    );
  return async (id, until) => {
    const ttl = until === undefined ? undefined : ttlOf(until);
    const found = await collect(
      queryItems(table, {
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': headKey(id).pk },
        ExpressionAttributeNames: { '#ttl': 'ttl' },
        ProjectionExpression: 'sk, #ttl, keepUntil',
        ConsistentRead: true,
      }),
    );
    const items = itemsSchema.parse(found);
    const late = items.filter((item) => item.sk !== 'HEAD' && item.ttl !== ttl);
    for (let at = 0; at < late.length; at += AT_ONCE) {
      await Promise.all(late.slice(at, at + AT_ONCE).map(({ sk }) => mark(id, sk, { ttl })));
    }
    const head = items.find((item) => item.sk === 'HEAD');
    if (head && head.keepUntil !== until) await mark(id, 'HEAD', { ttl, keepUntil: until });
  };
}
