import { afterAll, beforeAll, describe } from 'vitest';
import { makeDynamoStore } from '../../functions/adapters/dynamo-store.ts';
import { hasJava } from '../requires.ts';
import { makeMemoryStore } from '../twins/memory-store.ts';
import { makeTable, startDynalite, startDynamoDbLocal } from './dynamo-servers.ts';
import { storeContract } from './store.contract.ts';
import { makeStoppedClock } from './store-under-test.ts';

function onServer(name: string, start: typeof startDynalite): void {
  let server: Awaited<ReturnType<typeof start>>;
  let tables = 0;
  beforeAll(async () => {
    server = await start();
  });
  afterAll(() => server.stop());

  storeContract(name, async () => {
    tables += 1;
    const table = `nevertwice-${tables}`;
    await makeTable(server.client, table);
    const { now, setNow } = makeStoppedClock();
    return { store: makeDynamoStore(server.client, { table, now }), setNow };
  });
}

storeContract('the twin in memory', async () => {
  const { now, setNow } = makeStoppedClock();
  return { store: makeMemoryStore({ now }), setNow };
});

describe('with dynalite', () => onServer('dynalite', startDynalite));

describe.skipIf(!hasJava)('with Java', () => onServer('DynamoDB Local', startDynamoDbLocal));
