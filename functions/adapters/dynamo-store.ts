import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Store } from '../app/ports.ts';
import { makeSetAside } from './dynamo-aside.ts';
import { makeFindByMoment } from './dynamo-by-moment.ts';
import { makeAppend, makeCreate, makeLoad } from './dynamo-conversation.ts';
import { makeCountUp } from './dynamo-counters.ts';
import { makeFeeds } from './dynamo-feeds.ts';
import { makeKeepUntil } from './dynamo-keep-until.ts';
import { makePeople } from './dynamo-people.ts';
import { makeReadReceipt, makeRecordOutcome } from './dynamo-receipts.ts';
import { makeReflections } from './dynamo-reflections.ts';
import { makeReplies } from './dynamo-replies.ts';
import { makeRows } from './dynamo-rows.ts';
import { makeSendEvents } from './dynamo-send-events.ts';
import { makeTable, type TableConfig } from './dynamo-table.ts';
import { makeTokens } from './dynamo-tokens.ts';
import { makeSaveWords } from './dynamo-words.ts';
import { makeZoneData } from './dynamo-zone-data.ts';

/** The tenant's table as a store. Throws on an outage; a condition that does not hold is an answer. */
export function makeDynamoStore(client: DynamoDBClient, config: TableConfig): Store {
  const table = makeTable(client, config);
  const saveWords = makeSaveWords(table);
  return {
    load: makeLoad(table),
    saveWords,
    create: makeCreate(table, saveWords),
    setAside: makeSetAside(table),
    append: makeAppend(table, saveWords),
    recordOutcome: makeRecordOutcome(table),
    readReceipt: makeReadReceipt(table),
    keepUntil: makeKeepUntil(table),
    ...makeFindByMoment(table),
    ...makeZoneData(table),
    ...makePeople(table),
    ...makeFeeds(table),
    ...makeReplies(table),
    ...makeReflections(table),
    ...makeRows(table),
    countUp: makeCountUp(table),
    ...makeTokens(table),
    ...makeSendEvents(table),
  };
}
