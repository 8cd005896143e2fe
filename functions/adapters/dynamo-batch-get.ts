import { BatchGetCommand } from '@aws-sdk/lib-dynamodb';
import type { Table } from './dynamo-table.ts';

type Key = { pk: string; sk: string };
type AnyKey = Record<string, unknown>;

const AT_MOST = 100;
const PAUSES_MS = [50, 100, 200, 400, 800];

/** Reads many items at once, strongly consistent, in no order; throws when the table keeps leaving some unread. */
export async function batchGet(table: Table, keys: readonly Key[]): Promise<readonly unknown[]> {
  const distinct = [...new Map(keys.map((key) => [`${key.pk} ${key.sk}`, key])).values()];
  const chunks = Array.from({ length: Math.ceil(distinct.length / AT_MOST) }, (_, at) =>
    distinct.slice(at * AT_MOST, (at + 1) * AT_MOST),
  );
  const found = await Promise.all(chunks.map((chunk) => readChunk(table, chunk)));
  return found.flat();
}

async function readChunk(table: Table, keys: readonly AnyKey[]): Promise<unknown[]> {
  const items: unknown[] = [];
  let left = [...keys];
  for (const pause of [...PAUSES_MS, undefined]) {
    const answer = await table.client.send(
      new BatchGetCommand({ RequestItems: { [table.name]: { Keys: left, ConsistentRead: true } } }),
    );
    items.push(...(answer.Responses?.[table.name] ?? []));
    left = answer.UnprocessedKeys?.[table.name]?.Keys ?? [];
    if (left.length === 0) return items;
    if (pause !== undefined) await table.wait(pause);
  }
  throw new Error(`the table left ${left.length} keys unread after ${PAUSES_MS.length + 1} attempts`);
}
