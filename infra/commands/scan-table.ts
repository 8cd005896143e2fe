import { ScanCommand, type ScanCommandInput } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Table } from '../../functions/adapters/dynamo-table.ts';

const PREFIX = 'CONVERSATION#';
const headSchema = z.object({ pk: z.string().startsWith(PREFIX) });

/** Every item of a table, page after page. For commands only: the system itself never scans. */
export async function* scanTable(
  table: Pick<Table, 'client' | 'name'>,
  scan: Omit<ScanCommandInput, 'TableName'> = {},
): AsyncGenerator<Record<string, unknown>> {
  let from: Record<string, unknown> | undefined;
  do {
    const page = await table.client.send(
      new ScanCommand({ ...scan, TableName: table.name, ConsistentRead: true, ExclusiveStartKey: from }),
    );
    yield* page.Items ?? [];
    from = page.LastEvaluatedKey;
  } while (from);
}

/** The ids of all conversations of a table. */
export async function* conversationIds(table: Pick<Table, 'client' | 'name'>): AsyncGenerator<string> {
  const heads = scanTable(table, {
    FilterExpression: 'sk = :head AND begins_with(pk, :prefix)',
    ExpressionAttributeValues: { ':head': 'HEAD', ':prefix': PREFIX },
    ProjectionExpression: 'pk',
  });
  for await (const item of heads) yield headSchema.parse(item).pk.slice(PREFIX.length);
}
