import { randomUUID } from 'node:crypto';
import { GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { AppendFacts, CreateConversation, LoadConversation, SaveWords } from '../app/ports.ts';
import { grownOf, readPast } from './dynamo-aside.ts';
import { isExpired, ttlNow, ttlOf } from './dynamo-expiry.ts';
import { headKey, headSchema, storedClaims, storedFacts, wholeFacts } from './dynamo-head.ts';
import { receiptsOf } from './dynamo-receipts.ts';
import { collect, held, queryItems, type Table } from './dynamo-table.ts';
import { updateOf } from './dynamo-update.ts';
import { wakeAttributes } from './dynamo-wake-index.ts';
import { readTexts } from './dynamo-words.ts';

const anyItem = z.looseObject({ sk: z.string(), ttl: z.optional(z.number()) });
type AnyItem = z.infer<typeof anyItem>;

export function makeLoad(table: Table): LoadConversation {
  return async (id) => {
    const found = await collect(
      queryItems(table, {
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': headKey(id).pk },
        ConsistentRead: true,
      }),
    );
    const now = table.now();
    const items = z
      .array(anyItem)
      .parse(found)
      .filter((item) => !isExpired(item, now));
    const item = items.find(({ sk }) => sk === 'HEAD');
    if (!item) return undefined;
    const head = headSchema.parse(item);
    const past = head.aside.map(readPast(items));
    const facts = [...past, head].flatMap((part) => part.facts);
    return {
      id,
      revision: head.revision,
      facts: wholeFacts(facts, readTexts(items)),
      claims: Object.assign({}, ...[...past, head].map(({ mails }) => mails)),
      receipts: receiptsOf(items),
      wakeAt: head.wakeAt,
      fingerprint: head.fingerprint,
      keepUntil: keptUntil(items, head.keepUntil),
      grown: grownOf(head),
    };
  };
}

function keptUntil(items: readonly AnyItem[], wanted: z.infer<typeof headSchema>['keepUntil']) {
  const ttl = wanted === undefined ? undefined : ttlOf(wanted);
  return items.every((item) => item.ttl === ttl) ? wanted : 'partly';
}

export function makeCreate(table: Table, saveWords: SaveWords): CreateConversation {
  return async ({ id, fingerprint, facts, wakeAt, wordsSaved }) => {
    if (!wordsSaved) await saveWords(id, facts);
    const write = randomUUID();
    const created = await held(
      table.client.send(
        new PutCommand({
          TableName: table.name,
          Item: {
            ...headKey(id),
            revision: 1,
            write,
            fingerprint,
            facts: storedFacts(facts),
            mails: {},
            ...wakeAttributes(id, wakeAt),
          },
          ConditionExpression: 'attribute_not_exists(pk) OR #ttl <= :now',
          ExpressionAttributeNames: { '#ttl': 'ttl' },
          ExpressionAttributeValues: { ':now': ttlNow(table.now()) },
        }),
      ),
    );
    return created || (await isLastWrite(table, id, write)) ? 'created' : 'exists';
  };
}

export function makeAppend(table: Table, saveWords: SaveWords): AppendFacts {
  return async ({ id, revision, facts, claims, wakeAt, wordsSaved, aside }) => {
    if (!wordsSaved) await saveWords(id, facts);
    const write = randomUUID();
    const set = { revision: revision + 1, write, ...wakeAttributes(id, wakeAt) };
    const fresh = { facts: storedFacts(facts), mails: storedClaims(claims) };
    const change = updateOf(
      aside
        ? { set: { ...set, ...fresh, aside } }
        : { set, append: { facts: fresh.facts }, put: { mails: fresh.mails } },
    );
    const stored = await held(
      table.client.send(
        new UpdateCommand({
          TableName: table.name,
          Key: headKey(id),
          UpdateExpression: change.UpdateExpression,
          ConditionExpression: '#revision = :read AND (attribute_not_exists(#ttl) OR #ttl > :now)',
          ExpressionAttributeNames: { ...change.ExpressionAttributeNames, '#ttl': 'ttl' },
          ExpressionAttributeValues: {
            ...change.ExpressionAttributeValues,
            ':read': revision,
            ':now': ttlNow(table.now()),
          },
        }),
      ),
    );
    return stored || (await isLastWrite(table, id, write)) ? 'stored' : 'conflict';
  };
}

// The SDK repeats a write whose reply was lost, and the repetition then fails on its own condition: a claim that did
// happen would be taken for somebody else's and its mail would wait for its outcome to be unknown.
async function isLastWrite(table: Table, id: string, write: string): Promise<boolean> {
  const { Item } = await table.client.send(
    new GetCommand({
      TableName: table.name,
      Key: headKey(id),
      ConsistentRead: true,
      ProjectionExpression: '#write',
      ExpressionAttributeNames: { '#write': 'write' },
    }),
  );
  return Item?.write === write;
}
