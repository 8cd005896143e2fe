import { GetCommand, PutCommand, UpdateCommand, type UpdateCommandInput } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { EndToken, FindToken, ListTokens, NoteTokenUse, SaveToken } from '../app/ports.ts';
import { moment } from '../domain/moment.ts';
import { isExpired, ttlNow } from './dynamo-expiry.ts';
import { collect, held, queryItems, type Table } from './dynamo-table.ts';

const PREFIX = 'TOKEN#';

const tokenSchema = z.object({
  email: z.string(),
  name: z.string(),
  createdAt: moment,
  usedAt: z.optional(moment),
});
const stored = z.extend(tokenSchema, { sk: z.string(), ttl: z.optional(z.number()) });

const keyOf = (manager: string, hash: string) => ({ pk: `MANAGER#${manager}`, sk: `${PREFIX}${hash}` });

type Tokens = {
  saveToken: SaveToken;
  findToken: FindToken;
  listTokens: ListTokens;
  endToken: EndToken;
  noteTokenUse: NoteTokenUse;
};

/** A token stands once, beside its manager's conversations: found by key, listed by query, and no second item to fall behind. */
export function makeTokens(table: Table): Tokens {
  const update = (manager: string, hash: string, change: Omit<UpdateCommandInput, 'TableName' | 'Key'>) =>
    held(
      table.client.send(new UpdateCommand({ TableName: table.name, Key: keyOf(manager, hash), ...change })),
    );
  return {
    saveToken: async (manager, hash, token) => {
      const saved = await held(
        table.client.send(
          new PutCommand({
            TableName: table.name,
            Item: { ...keyOf(manager, hash), ...tokenSchema.parse(token) },
            ConditionExpression: 'attribute_not_exists(pk)',
          }),
        ),
      );
      return saved ? 'saved' : 'exists';
    },
    findToken: async (manager, hash) => {
      const { Item } = await table.client.send(
        new GetCommand({ TableName: table.name, Key: keyOf(manager, hash), ConsistentRead: true }),
      );
      const found = Item && stored.parse(Item);
      return found && !isExpired(found, table.now()) ? tokenSchema.parse(found) : undefined;
    },
    listTokens: async (manager) => {
      const items = await collect(
        queryItems(table, {
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
          ExpressionAttributeValues: { ':pk': `MANAGER#${manager}`, ':prefix': PREFIX },
          ConsistentRead: true,
        }),
      );
      return z
        .array(stored)
        .parse(items)
        .filter((item) => !isExpired(item, table.now()))
        .map((item) => ({ ...tokenSchema.parse(item), hash: item.sk.slice(PREFIX.length) }))
        .toSorted((a, b) => b.createdAt - a.createdAt);
    },
    endToken: async (manager, hash) => {
      // It ends by what every read asks for anyway; the table deletes it in its own time.
      await update(manager, hash, {
        UpdateExpression: 'SET #ttl = :now',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeNames: { '#ttl': 'ttl' },
        ExpressionAttributeValues: { ':now': ttlNow(table.now()) },
      });
    },
    noteTokenUse: async (manager, hash, at) => {
      await update(manager, hash, {
        UpdateExpression: 'SET usedAt = :at',
        ConditionExpression: 'attribute_exists(pk) AND (attribute_not_exists(usedAt) OR usedAt < :at)',
        ExpressionAttributeValues: { ':at': at },
      });
    },
  };
}
