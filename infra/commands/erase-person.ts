import { randomBytes } from 'node:crypto';
import { DeleteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { reflectionKey } from '../../functions/adapters/dynamo-reflections.ts';
import { erasedFacts } from '../../functions/app/erased-facts.ts';
import { ClearError } from '../local/clear-error.ts';
import { type FoundPerson, findPerson } from './find-person.ts';
import type { OpenTable } from './open-table.ts';
import { finishRewrite, rewriteWords, unfinishedRewrites } from './rewrite-words.ts';
import { type Counter, type Key, tenantItems } from './tenant-items.ts';

// Each conflict is somebody else's write that went through.
const CONFLICTS_LIMIT = 8;

/** How much was erased, or would be. No names, no addresses. */
export type Erased = {
  conversations: number;
  mistakenAddresses: number;
  words: number;
  reflections: number;
  finished: number;
  status: number;
  pointers: number;
  addressLinks: number;
  replyAddresses: number;
  apiTokens: number;
  listRows: number;
  counters: number;
};

/**
 * Erases one person from a tenant's table (GDPR article 17); without `isMeant` it only counts. Running it again finishes
 * what a run that died left over, and finds nothing after one that did not. Throws `ClearError` while they manage an open
 * conversation.
 */
export async function eraseFromTable(open: OpenTable, typed: string, isMeant: boolean): Promise<Erased> {
  const person = await findPerson(open, typed);
  if (person.manages.length > 0)
    throw new ClearError(
      `They manage open conversations: hand over, close or cancel ${person.manages.join(', ')} first. Nothing was erased.`,
    );
  const unfinished = await unfinishedRewrites(open);
  if (isMeant) for (const id of unfinished) await finishRewrite(open, id);
  let words = 0;
  for (const id of [...person.conversations, ...person.mistaken])
    words += await eraseFromConversation(open, id, person.address, isMeant);
  const reflections = await reflectionKeys(open, person);
  const { status, pointers, links, replies, tokens, rows, counters } = await tenantItems(open, person);
  const erased: Erased = {
    conversations: person.conversations.length,
    mistakenAddresses: person.mistaken.length,
    words,
    reflections: reflections.length,
    finished: unfinished.length,
    status: status.length,
    pointers: pointers.length,
    addressLinks: links.length,
    replyAddresses: replies.length,
    apiTokens: tokens.length,
    listRows: rows.length,
    counters: counters.length,
  };
  if (!isMeant || Object.values(erased).every((count) => count === 0)) return erased;
  await countOne(open);
  for (const key of [
    ...status,
    ...pointers,
    ...tokens,
    ...rows,
    ...counters,
    ...links,
    ...replies,
    ...reflections,
  ])
    await remove(open, key);
  return erased;
}

async function reflectionKeys({ store }: OpenTable, { hash, conversations }: FoundPerson): Promise<Key[]> {
  const noted = await Promise.all(conversations.map((id) => store.readReflection(id, hash)));
  return conversations.filter((_, at) => noted[at]).map((id) => reflectionKey(id, hash));
}

async function eraseFromConversation(
  open: OpenTable,
  id: string,
  address: string,
  isMeant: boolean,
): Promise<number> {
  const anonymous = `erased-${randomBytes(12).toString('hex')}`;
  for (let attempt = 0; attempt < CONFLICTS_LIMIT; attempt++) {
    const stored = await open.store.load(id);
    if (!stored) return 0;
    const facts = erasedFacts(stored, address, anonymous);
    const changed = stored.facts.reduce(
      (sum, { words = {} }, at) =>
        sum + Object.entries(words).filter(([path, text]) => facts[at]?.words?.[path] !== text).length,
      0,
    );
    if (!isMeant) return changed;
    if ((await rewriteWords(open, stored, facts)) === 'rewritten') {
      await finishRewrite(open, id);
      return changed;
    }
  }
  throw new ClearError(`Somebody keeps writing to conversation ${id}. Run it again.`);
}

async function remove({ table }: OpenTable, { pk, sk, attribute }: Counter): Promise<void> {
  const item = { TableName: table.name, Key: { pk, sk } };
  if (attribute === undefined) {
    await table.client.send(new DeleteCommand(item));
    return;
  }
  const ExpressionAttributeNames = { '#theirs': attribute };
  await table.client.send(
    new UpdateCommand({ ...item, UpdateExpression: 'REMOVE #theirs', ExpressionAttributeNames }),
  );
}

/** How many people were erased is all that is kept of them. */
async function countOne({ table }: OpenTable): Promise<void> {
  await table.client.send(
    new UpdateCommand({
      TableName: table.name,
      Key: { pk: 'ERASED', sk: 'COUNT' },
      UpdateExpression: 'ADD people :one',
      ExpressionAttributeValues: { ':one': 1 },
    }),
  );
}
