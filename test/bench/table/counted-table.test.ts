import { describe } from 'vitest';
import { makeDynamoStore } from '../../../functions/adapters/dynamo-store.ts';
import { conversationsContract } from '../../contract/conversations.contract.ts';
import { makeStoppedClock } from '../../contract/store-under-test.ts';
import { makeCountedTable } from './counted-table.ts';

const makeStore = async () => {
  const { now, setNow } = makeStoppedClock();
  return { store: makeDynamoStore(makeCountedTable().client, { table: 'counted', now }), setNow };
};

describe('the counted table: conversations', () => conversationsContract(makeStore));
