import * as z from 'zod';
import { sharedPlace } from '../../functions/adapters/dynamo-counters.ts';
import { recipientScope, submitterScope } from '../../functions/app/limits.ts';
import type { OpenTable } from './open-table.ts';
import { scanTable } from './scan-table.ts';

const keyed = z.object({ pk: z.string(), sk: z.string() });
export type Key = z.infer<typeof keyed>;
/** `attribute`: only this one of the item is theirs. */
export type Counter = Key & { attribute?: string };

const tokenItem = keyed.extend({ email: z.string(), name: z.string(), createdAt: z.number() });
const rowItem = keyed.extend({ removed: z.boolean().optional() });
const replyItem = keyed.extend({ reader: z.string() });
const linkItem = keyed.extend({ person: z.string() });

/** What a table holds of a person outside of conversations: by their ids, by hash of their addresses, by address. */
export type TenantItems = {
  status: Key[];
  /** What leads their calendar to conversations. */
  pointers: Key[];
  links: Key[];
  /** What leads mail to their reply addresses to conversations. */
  replies: Key[];
  tokens: z.infer<typeof tokenItem>[];
  /** `removed`: only keeps an older row from coming back. */
  rows: z.infer<typeof rowItem>[];
  counters: Counter[];
};

type Person = { address: string; hash: string; ids: ReadonlySet<string> };

/** Finds them by going through everything but conversations. `hash`: of the address; `ids`: all the tenant knows them by. */
export async function tenantItems({ table }: Pick<OpenTable, 'table'>, person: Person): Promise<TenantItems> {
  const found: TenantItems = {
    status: [],
    pointers: [],
    links: [],
    replies: [],
    tokens: [],
    rows: [],
    counters: [],
  };
  const scan = {
    FilterExpression: 'NOT begins_with(pk, :prefix)',
    ExpressionAttributeValues: { ':prefix': 'CONVERSATION#' },
  };
  for await (const item of scanTable(table, scan)) sort(item, person, found);
  return found;
}

function isReadBy(item: unknown, hash: string): boolean {
  return replyItem.parse(item).reader === hash;
}

function leadsTo(item: unknown, isTheirs: boolean, ids: ReadonlySet<string>): boolean {
  const link = linkItem.safeParse(item);
  return isTheirs || (link.success && ids.has(link.data.person));
}

function sort(item: unknown, { address, hash, ids }: Person, found: TenantItems): void {
  const { pk, sk } = keyed.parse(item);
  const [kind = '', name = ''] = pk.split('#');
  const token = tokenItem.safeParse(item);
  const isToken = sk.startsWith('TOKEN#') && token.success;
  if (isToken && token.data.email === address) found.tokens.push(token.data);
  if (kind === 'PERSON' && ids.has(name)) (sk === 'STATUS' ? found.status : found.pointers).push({ pk, sk });
  if (kind === 'REPLY' && isReadBy(item, hash)) found.replies.push({ pk, sk });
  if (kind === 'ADDRESS' && leadsTo(item, name === hash, ids)) found.links.push({ pk, sk });
  if (kind === 'MANAGER' && !isToken && name === hash) found.rows.push(rowItem.parse(item));
  if (kind === 'LIMIT' && name.split('.').some((part) => ids.has(part) || part === address))
    found.counters.push({ pk, sk });
  found.counters.push(...sharedCounters(item, { pk, sk }, ids));
}

function sharedCounters(item: unknown, key: Key, ids: ReadonlySet<string>): Counter[] {
  const attributes = z.looseObject({}).parse(item);
  const scopes = [...ids].flatMap((id) => [submitterScope(id), recipientScope(id)]);
  return scopes
    .map(sharedPlace)
    .filter(({ pk, name }) => pk === key.pk && name in attributes)
    .map(({ name }) => ({ ...key, attribute: name }));
}
