import { PutCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { ListRows, PutRow, RemoveRow, Row } from '../app/ports.ts';
import { DAY, instant, plus, toIso } from '../domain/instant.ts';
import { isExpired, ttlOf } from './dynamo-expiry.ts';
import { collect, held, queryItems, type Table } from './dynamo-table.ts';

const PREFIX = 'CONVERSATION#';
/** Longer than a ring or a projection can be late. */
const REMOVAL_KEPT_MS = 7 * DAY;

const moment = z.number().transform(instant);
const rowSchema = z.object({
  conversation: z.string(),
  version: z.int(),
  title: z.string(),
  status: z.string(),
  recordedAt: moment,
  nextCheckInAt: moment.optional(),
  people: z.array(z.string()),
  contacts: z.array(z.object({ name: z.string(), email: z.string() })).optional(),
  needs: z.array(z.string()),
  keepUntil: moment.optional(),
});
const listed = z.looseObject({
  sk: z.string(),
  ttl: z.number().optional(),
  removed: z.boolean().optional(),
});

type Rows = { putRow: PutRow; removeRow: RemoveRow; listRows: ListRows };
type Place = Pick<Row, 'conversation' | 'version' | 'recordedAt'>;

// Pages are named in a URL, where anybody can write anything.
const PLACE = /^\d{4}-\d\d-\d\dT[\d:.]{12}Z#[\w-]{1,64}$/;

/** True for what `after` of a page can be. */
export function isPlace(after: string): boolean {
  return PLACE.test(after);
}

const placeOf = (row: Place) => `${toIso(row.recordedAt)}#${row.conversation}`;

export function makeRows(table: Table): Rows {
  const put = async (manager: string, row: Place & { ttl: number | undefined }) => {
    await held(
      table.client.send(
        new PutCommand({
          TableName: table.name,
          Item: { pk: `MANAGER#${manager}`, sk: PREFIX + placeOf(row), ...row },
          ConditionExpression: 'attribute_not_exists(pk) OR #version <= :version',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: { ':version': row.version },
        }),
      ),
    );
  };
  return {
    putRow: (manager, row) =>
      put(manager, {
        ...rowSchema.parse(row),
        ttl: row.keepUntil === undefined ? undefined : ttlOf(row.keepUntil),
      }),
    removeRow: (manager, { conversation, version, recordedAt }) => {
      const gone = { conversation, version, recordedAt, removed: true };
      return put(manager, { ...gone, ttl: ttlOf(plus(table.now(), REMOVAL_KEPT_MS)) });
    },
    listRows: async (manager, { limit, after }) => {
      if (after !== undefined && !isPlace(after)) return { rows: [], after: undefined };
      const pk = `MANAGER#${manager}`;
      const query: Omit<QueryCommandInput, 'TableName'> = {
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': pk, ':prefix': PREFIX },
        ScanIndexForward: false,
        Limit: limit + 1,
        ...(after === undefined ? {} : { ExclusiveStartKey: { pk, sk: PREFIX + after } }),
      };
      const rows = await collect(liveRows(table, query), limit + 1);
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      return { rows: page, after: last && rows.length > limit ? placeOf(last) : undefined };
    },
  };
}

async function* liveRows(table: Table, query: Omit<QueryCommandInput, 'TableName'>): AsyncGenerator<Row> {
  for await (const found of queryItems(table, query)) {
    const item = listed.parse(found);
    if (item.removed || isExpired(item, table.now())) continue;
    const row = rowSchema.parse(item);
    yield { ...row, nextCheckInAt: row.nextCheckInAt };
  }
}
