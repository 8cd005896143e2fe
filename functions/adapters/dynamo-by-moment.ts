import * as z from 'zod/mini';
import type { FindAhead, FindOverdue } from '../app/ports.ts';
import { moment } from '../domain/moment.ts';
import { collect, queryItems, type Table } from './dynamo-table.ts';
import { SHARDS } from './dynamo-wake-index.ts';

const wakeItem = z.object({
  pk: z.pipe(
    z.templateLiteral(['CONVERSATION#', z.string()]),
    z.transform((pk) => pk.slice('CONVERSATION#'.length)),
  ),
  wakeAt: moment,
});

type Range = { condition: string; bound: number; limit: number };

/** Ids and moments from all shards of the index, soonest first. */
async function findByMoment(
  table: Table,
  { condition, bound, limit }: Range,
): Promise<z.infer<typeof wakeItem>[]> {
  const shards = await Promise.all(
    SHARDS.map((shard) =>
      collect(
        queryItems(table, {
          IndexName: 'wake',
          KeyConditionExpression: `wakeShard = :shard AND ${condition}`,
          ExpressionAttributeValues: { ':shard': shard, ':bound': bound },
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
    .slice(0, limit);
}

export function makeFindByMoment(table: Table): { findOverdue: FindOverdue; findAhead: FindAhead } {
  return {
    findOverdue: async (now, limit) => {
      const found = await findByMoment(table, { condition: 'wakeAt <= :bound', bound: now, limit });
      return found.map((item) => item.pk);
    },
    findAhead: async (after, limit) => {
      const found = await findByMoment(table, { condition: 'wakeAt > :bound', bound: after, limit });
      return found.map((item) => ({ id: item.pk, wakeAt: item.wakeAt }));
    },
  };
}
