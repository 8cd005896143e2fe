import { randomUUID } from 'node:crypto';
import { DeleteCommand, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { PAST } from '../../functions/adapters/dynamo-aside.ts';
import { headKey, storedClaims, storedFacts } from '../../functions/adapters/dynamo-head.ts';
import { collect, held, queryItems } from '../../functions/adapters/dynamo-table.ts';
import { erasedAt } from '../../functions/app/change-conversation.ts';
import { openConversation } from '../../functions/app/open-conversation.ts';
import { putPointers } from '../../functions/app/pointers.ts';
import type { Stored } from '../../functions/app/ports.ts';
import { listedUnder, rowOf } from '../../functions/app/row.ts';
import type { Fact } from '../../functions/domain/facts.ts';
import type { OpenTable } from './open-table.ts';
import { scanTable } from './scan-table.ts';

const TEXT = 'TEXT#';
const itemKeys = z.array(z.object({ sk: z.string() }));
const textsSchema = z.array(z.looseObject({ texts: z.array(z.string()).optional() }));
const headSchema = z.object({
  aside: z.array(z.string()).default([]),
  erasing: z.array(z.string()).default([]),
});
const pendingSchema = z.object({ pk: z.string() });

/**
 * Puts other words into a conversation that was just read; all its facts stand in HEAD again. What falls out of use is noted there
 * by the same conditional write, so that a run that dies here is finished by the next one.
 */
export async function rewriteWords(
  { table, store }: OpenTable,
  stored: Stored,
  facts: readonly Fact[],
): Promise<'rewritten' | 'conflict'> {
  const items = itemKeys.parse(
    await collect(
      queryItems(table, {
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': headKey(stored.id).pk },
        ProjectionExpression: 'sk',
        ConsistentRead: true,
      }),
    ),
  );
  await store.saveWords(stored.id, facts);
  const rewritten = storedFacts(facts);
  const used = referencesOf(rewritten);
  const erasing = items
    .map(({ sk }) => sk)
    .filter((sk) => sk.startsWith(PAST) || (sk.startsWith(TEXT) && !used.has(sk)));
  const written = await held(
    table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: headKey(stored.id),
        UpdateExpression:
          'SET facts = :facts, mails = :mails, aside = :none, erasing = :erasing, revision = :next, #write = :write',
        ConditionExpression: 'revision = :read',
        ExpressionAttributeNames: { '#write': 'write' },
        ExpressionAttributeValues: {
          ':facts': rewritten,
          ':mails': storedClaims(stored.claims),
          ':none': [],
          ':erasing': erasing,
          ':next': stored.revision + 1,
          ':read': stored.revision,
          ':write': randomUUID(),
        },
      }),
    ),
  );
  return written ? 'rewritten' : 'conflict';
}

function referencesOf(stored: readonly object[]): Set<string> {
  return new Set(textsSchema.parse(stored).flatMap(({ texts = [] }) => texts.map((ref) => TEXT + ref)));
}

/** Deletes what fell out of use, and puts the list row and the retention of what was written anew. */
export async function finishRewrite({ table, store }: OpenTable, id: string): Promise<void> {
  const Key = headKey(id);
  const { Item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key, ConsistentRead: true }),
  );
  const stored = await store.load(id);
  if (!stored) return;
  const conversation = openConversation(stored);
  const manager = listedUnder(conversation);
  const until = erasedAt(conversation);
  if (manager !== undefined) await store.putRow(manager, rowOf(conversation, until));
  await putPointers({ store }, conversation, until);
  if (until !== undefined) await store.keepUntil(id, until);
  const { aside, erasing } = headSchema.parse(Item);
  const used = new Set([...referencesOf(storedFacts(stored.facts)), ...aside.map((ref) => PAST + ref)]);
  const gone = erasing.filter((sk) => !used.has(sk));
  await Promise.all(
    gone.map((sk) =>
      table.client.send(new DeleteCommand({ TableName: table.name, Key: { pk: Key.pk, sk } })),
    ),
  );
  await table.client.send(
    new UpdateCommand({ TableName: table.name, Key, UpdateExpression: 'REMOVE erasing' }),
  );
}

/** Conversations whose rewriting was begun and not finished. */
export async function unfinishedRewrites({ table }: Pick<OpenTable, 'table'>): Promise<string[]> {
  const heads = await collect(
    scanTable(table, {
      FilterExpression: 'sk = :head AND attribute_exists(erasing)',
      ExpressionAttributeValues: { ':head': 'HEAD' },
      ProjectionExpression: 'pk',
    }),
  );
  return z
    .array(pendingSchema)
    .parse(heads)
    .map(({ pk }) => pk.slice('CONVERSATION#'.length));
}
