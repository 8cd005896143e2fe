import * as z from 'zod';
import type { FindOverdue } from '../app/ports.ts';
import { SHARDS } from './dynamo-head.ts';
import { collect, queryItems, type Table } from './dynamo-table.ts';

const wakeItem = z.object({
  pk: z.templateLiteral(['CONVERSATION#', z.string()]).transform((pk) => pk.slice('CONVERSATION#'.length)),
  wakeAt: z.number(),
});

export function makeFindOverdue(table: Table): FindOverdue {
  return async (now, limit) => {
    const shards = await Promise.all(
      SHARDS.map((shard) =>
        collect(
          queryItems(table, {
            IndexName: 'wake',
            KeyConditionExpression: 'wakeShard = :shard AND wakeAt <= :now',
            ExpressionAttributeValues: { ':shard': shard, ':now': now },
            Limit: Math.max(1, limit),
          }),
          limit,
        ),
      ),
    );
    return z
      .array(wakeItem)
      .parse(shards.flat())
      .sort((a, b) => a.wakeAt - b.wakeAt || (a.pk < b.pk ? -1 : 1))
      .slice(0, limit)
      .map((item) => item.pk);
  };
}
