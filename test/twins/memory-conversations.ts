import * as z from 'zod';
import { isExpired, ttlOf } from '../../functions/adapters/dynamo-expiry.ts';
import { OUTCOMES, type Receipt, type Store, type Stored } from '../../functions/app/ports.ts';
import { type Fact, factSchema } from '../../functions/domain/facts.ts';
import { type Instant, plus } from '../../functions/domain/instant.ts';
import { frozen } from './frozen.ts';

/** How a table falls behind, in milliseconds, asked anew each time; nothing lags unless it is said. */
export type Lags = {
  /** Until the index shows what was written. */
  index: () => number;
  /** Until what has ended is deleted. */
  ttl: () => number;
};

/** So many facts and claims stand where every write rewrites them; more is worth setting aside. */
const ROOM = 4;

type Indexed = { wakeAt: Instant | undefined; shownAt: Instant };
type Part = Pick<Stored, 'facts' | 'claims'>;
/** `facts` and `claims`: those that were not set aside. */
type Kept = Omit<Stored, 'receipts' | 'keepUntil' | 'grown'> & {
  /** What was set aside, also for a write that then lost its race; `aside` names what counts. */
  pasts: Map<string, Part>;
  aside: readonly string[];
  receipts: Map<string, Receipt>;
  until: Instant | undefined;
  partly: boolean;
  /** What the index shows and is about to show, in the order it was written. */
  indexed: readonly Indexed[];
  deletedAt: Instant | undefined;
};
type Conversations = Pick<
  Store,
  | 'load'
  | 'saveWords'
  | 'create'
  | 'setAside'
  | 'append'
  | 'recordOutcome'
  | 'readReceipt'
  | 'keepUntil'
  | 'findOverdue'
  | 'findAhead'
>;

const factsSchema = z.array(factSchema);
const checked = (facts: readonly Fact[]) => frozen(factsSchema.parse(facts));
const hasWords = (facts: readonly Fact[]) => facts.some((fact) => Object.keys(fact.words ?? {}).length > 0);

/** The conversations of a store without a table; see `makeMemoryStore`. */
export function makeMemoryConversations(now: () => Instant, lags: Lags): Conversations {
  const all = new Map<string, Kept>();
  const index = (wakeAt: Instant | undefined, older: readonly Indexed[] = []): readonly Indexed[] => {
    const shown = older.findLastIndex(({ shownAt }) => shownAt <= now());
    return [...older.slice(Math.max(0, shown)), { wakeAt, shownAt: plus(now(), lags.index()) }];
  };
  /** What the index shows now of everything that is not deleted. */
  const shown = (isWanted: (wakeAt: Instant) => boolean): { id: string; wakeAt: Instant }[] => {
    const moment = now();
    const found: { id: string; wakeAt: Instant }[] = [];
    for (const { id, indexed, deletedAt } of all.values()) {
      if (deletedAt !== undefined && deletedAt <= moment) continue;
      const wakeAt = indexed.findLast(({ shownAt }) => shownAt <= moment)?.wakeAt;
      if (wakeAt !== undefined && isWanted(wakeAt)) found.push({ id, wakeAt });
    }
    return found.sort((a, b) => a.wakeAt - b.wakeAt || (a.id < b.id ? -1 : 1));
  };
  const live = (id: string) => {
    const kept = all.get(id);
    const ended = kept?.until !== undefined && isExpired({ ttl: ttlOf(kept.until) }, now());
    return ended ? undefined : kept;
  };
  return {
    load: async (id) => {
      const kept = live(id);
      if (!kept) return undefined;
      const { receipts, until, partly, indexed: _, deletedAt: __, pasts, aside, ...stored } = kept;
      const inOrder = [...receipts.values()].sort((a, b) => (a.mail < b.mail ? -1 : 1));
      const { revision, facts, claims } = stored;
      const parts = [...aside.map((ref) => pastOf(pasts, ref)), stored];
      const isGrown = until === undefined && facts.length + Object.keys(claims).length > ROOM;
      return {
        ...stored,
        facts: Object.freeze(parts.flatMap((part) => part.facts)),
        claims: Object.freeze(Object.assign({}, ...parts.map((part) => part.claims))),
        receipts: inOrder,
        keepUntil: partly ? 'partly' : until,
        grown: isGrown ? { revision, facts, claims, aside } : undefined,
      };
    },
    saveWords: async () => undefined,
    setAside: async (id, { revision, facts, claims, aside }) => {
      const ref = `past-${revision}`;
      live(id)?.pasts.set(ref, { facts: checked(factsSchema.parse(facts)), claims: frozen({ ...claims }) });
      return [...aside, ref];
    },
    create: async ({ id, fingerprint, facts, wakeAt }) => {
      const fresh = checked(facts);
      if (live(id)) return 'exists';
      all.set(id, {
        id,
        revision: 1,
        facts: fresh,
        claims: {},
        pasts: new Map(),
        aside: [],
        receipts: new Map(),
        wakeAt,
        fingerprint,
        until: undefined,
        partly: false,
        indexed: index(wakeAt),
        deletedAt: undefined,
      });
      return 'created';
    },
    append: async ({ id, revision, facts, claims, wakeAt, aside }) => {
      const fresh = checked(facts);
      const kept = live(id);
      if (kept?.revision !== revision) return 'conflict';
      all.set(id, {
        ...kept,
        revision: revision + 1,
        facts: Object.freeze([...(aside ? [] : kept.facts), ...fresh]),
        claims: Object.freeze({ ...(aside ? {} : kept.claims), ...frozen(structuredClone(claims)) }),
        aside: aside ?? kept.aside,
        wakeAt,
        indexed: index(wakeAt, kept.indexed),
        partly: kept.partly || (kept.until !== undefined && hasWords(fresh)),
      });
      return 'stored';
    },
    recordOutcome: async (id, receipt) => {
      const kept = all.get(id);
      if (!kept) return;
      const old = kept.receipts.get(receipt.mail);
      kept.receipts.set(receipt.mail, frozen(old ? climb(old, receipt) : receipt));
      if (!old && kept.until !== undefined) kept.partly = true;
    },
    readReceipt: async (id, mail) => live(id)?.receipts.get(mail),
    keepUntil: async (id, until) => {
      const kept = all.get(id);
      const deletedAt = until === undefined ? undefined : plus(until, lags.ttl());
      if (kept) all.set(id, { ...kept, until, partly: false, deletedAt });
    },
    findOverdue: async (moment, limit) =>
      shown((wakeAt) => wakeAt <= moment)
        .slice(0, limit)
        .map(({ id }) => id),
    findAhead: async (after, limit) => shown((wakeAt) => wakeAt > after).slice(0, limit),
  };
}

function pastOf(pasts: ReadonlyMap<string, Part>, ref: string): Part {
  const past = pasts.get(ref);
  if (!past) throw new Error(`facts that were set aside are missing: ${ref}`);
  return past;
}

function climb(old: Receipt, next: Receipt): Receipt {
  const higher = OUTCOMES.indexOf(next.outcome) > OUTCOMES.indexOf(old.outcome);
  return {
    ...(higher ? next : old),
    times: { ...next.times, ...old.times },
    sesId: old.sesId ?? next.sesId,
    otherSesId: old.otherSesId ?? next.otherSesId,
  };
}
