import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { paginateScan } from '@aws-sdk/client-dynamodb';
import { makeDynamoClient } from '../../../functions/adapters/dynamo-client.ts';
import { makeDynamoStore } from '../../../functions/adapters/dynamo-store.ts';
import type { PersonStatus, Store, Stored } from '../../../functions/app/ports.ts';
import { DAY, type Instant, instant, plus } from '../../../functions/domain/instant.ts';
import { createCallLog } from '../../../infra/local/aws/call-log.ts';
import { startDynamoDb } from '../../../infra/local/aws/dynamodb-server.ts';
import { createFaultList } from '../../../infra/local/aws/fault-list.ts';
import { startFront } from '../../../infra/local/aws/front.ts';
import { REGION, TABLE } from '../../../infra/local/lambda-environment.ts';

const MOST = 1_000;
const CREDENTIALS = { accessKeyId: 'local', secretAccessKey: 'local' };

type Reading = { store: Store; client: ReturnType<typeof makeDynamoClient>; now: Instant };

async function idsIn({ client }: Reading): Promise<string[]> {
  const ids: string[] = [];
  const heads = paginateScan(
    { client },
    {
      TableName: TABLE,
      FilterExpression: 'sk = :head',
      ExpressionAttributeValues: { ':head': { S: 'HEAD' } },
    },
  );
  for await (const { Items = [] } of heads)
    for (const { pk } of Items) if (pk?.S) ids.push(pk.S.replace('CONVERSATION#', ''));
  return ids;
}

export type TableOnDisk = {
  stored: Map<string, Stored>;
  /** Whom the sweep would find, now or later. */
  found: ReadonlySet<string>;
  /** What is known of everybody across conversations. */
  statuses: Readonly<Record<string, PersonStatus>>;
};

function peopleIn({ facts }: Stored): string[] {
  return facts.flatMap((fact) => (fact.type === 'recorded' ? fact.people.map(({ person }) => person) : []));
}

async function readAll(reading: Reading): Promise<TableOnDisk> {
  const { store, now } = reading;
  const ids = await idsIn(reading);
  const loaded = (await Promise.all(ids.map((id) => store.load(id)))).filter((one) => one !== undefined);
  const overdue = await store.findOverdue(now, MOST);
  const ahead = await store.findAhead(plus(now, -DAY), MOST);
  return {
    stored: new Map(loaded.map((one) => [one.id, one])),
    statuses: await store.readStatuses([...new Set(loaded.flatMap(peopleIn))]),
    found: new Set([...overdue, ...ahead.map(({ id }) => id)]),
  };
}

/** Every conversation in a table that nobody serves, read by the program's own store from a copy of its folder. */
export async function readTable(folder: string, now: Instant): Promise<TableOnDisk> {
  const copy = await mkdtemp(join(tmpdir(), 'chaos-table-'));
  try {
    await cp(folder, copy, { recursive: true });
    const { backend, close } = await startDynamoDb({ folder: copy, tableName: TABLE, region: REGION });
    const clock = { now: () => now, advanceTo: () => undefined };
    const front = await startFront(backend, { clock, log: createCallLog(clock), faults: createFaultList() });
    const client = makeDynamoClient({ region: REGION, endpoint: front.url, credentials: CREDENTIALS });
    try {
      const store = makeDynamoStore(client, { table: TABLE, now: () => now });
      return await readAll({ store, client, now: instant(now) });
    } finally {
      client.destroy();
      await front.close();
      await close();
    }
  } finally {
    await rm(copy, { recursive: true });
  }
}
