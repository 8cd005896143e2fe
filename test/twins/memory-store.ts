import { isExpired, ttlOf } from '../../functions/adapters/dynamo-expiry.ts';
import { isPlace, listOf, placeOf } from '../../functions/adapters/dynamo-rows.ts';
import type {
  ApiToken,
  PersonStatus,
  Pointer,
  ReplyTo,
  Store,
  ZoneDataMark,
} from '../../functions/app/ports.ts';
import { type RowPage, SEARCHED_ROWS } from '../../functions/app/row-ports.ts';
import { type Instant, instant } from '../../functions/domain/instant.ts';
import type { Reflection } from '../../functions/domain/reflection.ts';
import type { Row } from '../../functions/domain/row.ts';
import { frozen } from './frozen.ts';
import { type Lags, makeMemoryConversations } from './memory-conversations.ts';

/** `row` is left out once it was removed. */
type ListedRow = { version: number; row?: Row };

const NO_LAGS: Lags = { index: () => 0, ttl: () => Number.MAX_SAFE_INTEGER / 2 };
const NOBODY: PersonStatus = frozen({ optedOut: [], failed: undefined });

/**
 * The store without a table, for tests that are not about the table. Nobody can change what it keeps, and `now` filters what has
 * ended; the contract suite proves that it behaves as DynamoDB does.
 */
export function makeMemoryStore(config: { now?: () => Instant; lags?: Lags } = {}): Store {
  const now = config.now ?? (() => instant(0));
  const statuses = new Map<string, PersonStatus>();
  const people = new Map<string, string>();
  const rows = new Map<string, Map<string, ListedRow>>();
  const pointers = new Map<string, Map<string, Pointer>>();
  const replies = new Map<string, ReplyTo>();
  const counters = new Map<string, { count: number; ttl: number }>();
  const tokens = new Map<string, { manager: string; hash: string; token: ApiToken; ended: boolean }>();
  const reflections = new Map<string, { reflection: Reflection; until: Instant | undefined }>();
  const conversations = makeMemoryConversations(now, config.lags ?? NO_LAGS);
  let newestSendEvent: Instant | undefined;
  let held: Awaited<ReturnType<Store['readHeld']>>;
  let zoneData: ZoneDataMark | undefined;

  const setStatus = (person: string, change: Partial<PersonStatus>) => {
    statuses.set(person, frozen({ ...(statuses.get(person) ?? NOBODY), ...change }));
  };
  const setRow = (manager: string, conversation: string, listed: ListedRow) => {
    const list = rows.get(manager) ?? new Map<string, ListedRow>();
    const old = list.get(conversation);
    if (old && old.version > listed.version) return;
    rows.set(manager, list.set(conversation, frozen(listed)));
  };

  return {
    ...conversations,
    readStatuses: async (asked) =>
      Object.fromEntries(asked.map((person) => [person, statuses.get(person) ?? NOBODY])),
    saveOptOut: async (person, kinds) => setStatus(person, { optedOut: kinds }),
    markFailed: async (person, failed) => setStatus(person, { failed }),
    clearFailed: async (person) => setStatus(person, { failed: undefined }),
    findPeople: async (hashes) =>
      Object.fromEntries(
        hashes.flatMap((hash) => {
          const person = people.get(hash);
          return person === undefined ? [] : [[hash, person]];
        }),
      ),
    linkAddress: async (hash, person) => {
      people.set(hash, person);
    },
    putPointer: async (person, pointer) => {
      const own = pointers.get(person) ?? new Map<string, Pointer>();
      if ((own.get(pointer.conversation)?.version ?? 0) > pointer.version) return;
      pointers.set(person, own.set(pointer.conversation, frozen(pointer)));
    },
    readFeed: async (person, limit) => {
      const open = [...(pointers.get(person)?.values() ?? [])].filter(
        ({ keepUntil }) => keepUntil === undefined,
      );
      const newest = open.sort((a, b) => b.recordedAt - a.recordedAt).slice(0, limit);
      return {
        revision: statuses.get(person)?.feedRevision ?? 0,
        conversations: newest.map(({ conversation }) => conversation),
      };
    },
    renewFeed: async (person, from) => {
      if ((statuses.get(person)?.feedRevision ?? 0) === from) setStatus(person, { feedRevision: from + 1 });
    },
    putReply: async (reply, to) => {
      if ((replies.get(reply)?.version ?? 0) <= to.version) replies.set(reply, frozen(to));
    },
    findReply: async (reply) => {
      const to = replies.get(reply);
      const ended = to?.keepUntil !== undefined && isExpired({ ttl: ttlOf(to.keepUntil) }, now());
      return ended ? undefined : to;
    },
    keepUntil: async (id, until) => {
      await conversations.keepUntil(id, until);
      for (const [key, kept] of reflections)
        if (key.startsWith(`${id} `)) reflections.set(key, { ...kept, until });
    },
    saveReflection: async (conversation, manager, reflection, until) => {
      reflections.set(`${conversation} ${manager}`, { reflection: frozen(reflection), until });
    },
    readReflection: async (conversation, manager) => {
      const kept = reflections.get(`${conversation} ${manager}`);
      const ended = kept?.until !== undefined && isExpired({ ttl: ttlOf(kept.until) }, now());
      return ended ? undefined : kept?.reflection;
    },
    putRow: async (manager, row) => setRow(manager, row.conversation, { version: row.version, row }),
    freshenRow: async (manager, row) => setRow(manager, row.conversation, { version: row.version, row }),
    removeRow: async (manager, { conversation, version }) => setRow(manager, conversation, { version }),
    listRows: async (manager, page) => {
      const live = [...(rows.get(manager)?.values() ?? [])].flatMap(({ row }) =>
        row && !hasEnded(row, now()) ? [row] : [],
      );
      return pageOf(live, page);
    },
    countUp: async (asked) =>
      asked.map(({ scope, window, endsAt }) => {
        const key = JSON.stringify([scope, window]);
        const old = counters.get(key);
        const count = old && !isExpired(old, now()) ? old.count + 1 : 1;
        counters.set(key, { count, ttl: ttlOf(endsAt) });
        return count;
      }),
    saveToken: async (manager, hash, token) => {
      const key = `${manager} ${hash}`;
      if (tokens.has(key)) return 'exists';
      tokens.set(key, { manager, hash, token: frozen(token), ended: false });
      return 'saved';
    },
    findToken: async (manager, hash) => {
      const found = tokens.get(`${manager} ${hash}`);
      return found && !found.ended ? found.token : undefined;
    },
    listTokens: async (manager) =>
      [...tokens.values()]
        .filter((one) => one.manager === manager && !one.ended)
        .map(({ hash, token }) => ({ ...token, hash }))
        .toSorted((a, b) => b.createdAt - a.createdAt),
    endToken: async (manager, hash) => {
      const found = tokens.get(`${manager} ${hash}`);
      if (found) found.ended = true;
    },
    noteTokenUse: async (manager, hash, at) => {
      const found = tokens.get(`${manager} ${hash}`);
      if (found && (found.token.usedAt ?? at) <= at) found.token = { ...found.token, usedAt: at };
    },
    noteSendEvent: async (claimedAt) => {
      newestSendEvent = instant(Math.max(claimedAt, newestSendEvent ?? claimedAt));
    },
    newestSendEvent: async () => newestSendEvent,
    noteHeld: async ({ claimedAt, why }) => {
      const begins = held === undefined || held.since < (newestSendEvent ?? held.since);
      const { since, last } = begins || held === undefined ? { since: claimedAt, last: claimedAt } : held;
      held = { since, last: instant(Math.max(last, claimedAt)), why };
    },
    readHeld: async () =>
      held && newestSendEvent !== undefined && held.last < newestSendEvent ? undefined : held,
    readZoneData: async () => zoneData,
    saveZoneData: async (mark) => {
      zoneData = { ...mark };
    },
  };
}

function pageOf(live: readonly Row[], { limit, after, of, find = [] }: RowPage) {
  const rows = live
    .filter((row) => (of === undefined ? listOf(row) !== 'shared' : listOf(row) === of))
    .filter((row) => after === undefined || (isPlace(after, of) && placeOf(row) < after))
    .sort((a, b) => (placeOf(a) < placeOf(b) ? 1 : -1));
  const looked = find.length > 0 ? rows.slice(0, SEARCHED_ROWS) : rows;
  const found = looked.filter((row) => find.every((word) => row.find.includes(word)));
  const page = found.slice(0, limit);
  const last = found.length > limit ? page.at(-1) : rows.length > looked.length ? looked.at(-1) : undefined;
  return { rows: page, after: last && placeOf(last) };
}

function hasEnded(row: Row, now: Instant): boolean {
  return row.keepUntil !== undefined && isExpired({ ttl: ttlOf(row.keepUntil) }, now);
}
