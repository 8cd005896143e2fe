import { setTimeout as wait } from 'node:timers/promises';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Store } from '../app/ports.ts';
import type { Instant } from '../domain/instant.ts';
import { makeFindByMoment } from './dynamo-by-moment.ts';
import { makeAppend, makeCreate, makeLoad } from './dynamo-conversation.ts';
import { makeCountUp } from './dynamo-counters.ts';
import { makeFeeds } from './dynamo-feeds.ts';
import { makeKeepUntil } from './dynamo-keep-until.ts';
import { makePeople } from './dynamo-people.ts';
import { makeRecordOutcome } from './dynamo-receipts.ts';
import { makeReflections } from './dynamo-reflections.ts';
import { makeReplies } from './dynamo-replies.ts';
import { makeRows } from './dynamo-rows.ts';
import { makeSendEvents } from './dynamo-send-events.ts';
import { makeTokens } from './dynamo-tokens.ts';
import { makeSaveWords } from './dynamo-words.ts';
import { makeZoneData } from './dynamo-zone-data.ts';

type StoreConfig = {
  table: string;
  /** What TTL has not deleted yet is filtered by this clock. */
  now: () => Instant;
  /** Pauses (ms) between attempts at what a throttled table left out. */
  wait?: (ms: number) => Promise<void>;
};

/** The tenant's table as a store. Throws on an outage; a condition that does not hold is an answer. */
export function makeDynamoStore(client: DynamoDBClient, config: StoreConfig): Store {
  const table = {
    client: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }),
    name: config.table,
    now: config.now,
    wait: config.wait ?? ((ms: number) => wait(ms)),
  };
  const saveWords = makeSaveWords(table);
  return {
    load: makeLoad(table),
    saveWords,
    create: makeCreate(table, saveWords),
    append: makeAppend(table, saveWords),
    recordOutcome: makeRecordOutcome(table),
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
