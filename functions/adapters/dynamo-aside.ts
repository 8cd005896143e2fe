import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Grown, SetAside } from '../app/ports.ts';
import { claimSchema, headKey, storedFact } from './dynamo-head.ts';
import type { Table } from './dynamo-table.ts';

/** The items to which facts and claims move, so that they are not written again with each that follows. */
export const PAST = 'PAST#';
// Every write of HEAD costs all of it, a unit for each KB: as much as leaves it below one, with what else stands there.
const ROOM_BYTES = 700;

const pastItem = z.object({ sk: z.string(), past: z.instanceof(Uint8Array) });
const pastSchema = z.object({ facts: z.array(storedFact), mails: z.record(z.string(), claimSchema) });
type Past = z.infer<typeof pastSchema>;

/** What HEAD itself holds, once it is worth an item of its own; nothing is moved any more once its erasure is arranged. */
export function grownOf(
  head: Past & { revision: number; aside: readonly string[]; keepUntil?: unknown },
): Grown | undefined {
  const { revision, facts, mails: claims, aside, keepUntil } = head;
  const bytes = Buffer.byteLength(JSON.stringify([facts, claims]));
  return keepUntil === undefined && bytes > ROOM_BYTES ? { revision, facts, claims, aside } : undefined;
}

/** What moved out of HEAD, by the reference that stands there; takes it out of a conversation's items. */
export function readPast(items: readonly unknown[]): (ref: string) => Past {
  const pasts = new Map(
    items.flatMap((item) => {
      const past = pastItem.safeParse(item);
      return past.success && past.data.sk.startsWith(PAST) ? [[past.data.sk, past.data.past] as const] : [];
    }),
  );
  return (ref) => {
    const past = pasts.get(PAST + ref);
    if (past === undefined) throw new Error(`facts that were set aside are missing: ${ref}`);
    return pastSchema.parse(JSON.parse(inflateRawSync(past).toString()));
  };
}

/**
 * Packed, for it is only ever read, with every wake. Named by the hash of its content, as words are: a retry rewrites the same bytes,
 * and no later revision has the same.
 */
export function makeSetAside(table: Table): SetAside {
  return async (id, { revision, facts, claims: mails, aside }) => {
    const past = JSON.stringify({ revision, facts, mails });
    const ref = createHash('sha256').update(past).digest('base64url').slice(0, 22);
    const Item = { pk: headKey(id).pk, sk: PAST + ref, past: deflateRawSync(past) };
    await table.client.send(new PutCommand({ TableName: table.name, Item }));
    return [...aside, ref];
  };
}
