import * as z from 'zod';
import { isExpired, ttlOf } from '../../functions/adapters/dynamo-expiry.ts';
import { OUTCOMES, type Receipt, type Store, type Stored } from '../../functions/app/ports.ts';
import { type Fact, factSchema } from '../../functions/domain/facts.ts';
import type { Instant } from '../../functions/domain/instant.ts';

type Kept = Omit<Stored, 'receipts' | 'keepUntil'> & {
  receipts: Map<string, Receipt>;
  until: Instant | undefined;
  partly: boolean;
};
type Conversations = Pick<
  Store,
  'load' | 'saveWords' | 'create' | 'append' | 'recordOutcome' | 'keepUntil' | 'findOverdue' | 'findAhead'
>;

const checked = (facts: readonly Fact[]) => z.array(factSchema).parse(structuredClone(facts));
const hasWords = (facts: readonly Fact[]) => facts.some((fact) => Object.keys(fact.words ?? {}).length > 0);

/** The conversations of a store without a table; see `makeMemoryStore`. */
export function makeMemoryConversations(now: () => Instant): Conversations {
  const all = new Map<string, Kept>();
  const live = (id: string) => {
    const kept = all.get(id);
    const ended = kept?.until !== undefined && isExpired({ ttl: ttlOf(kept.until) }, now());
    return ended ? undefined : kept;
  };
  return {
    load: async (id) => {
      const kept = live(id);
      if (!kept) return undefined;
      const { receipts, until, partly, ...stored } = kept;
      const inOrder = [...receipts.values()].sort((a, b) => (a.mail < b.mail ? -1 : 1));
      return structuredClone({ ...stored, receipts: inOrder, keepUntil: partly ? 'partly' : until });
    },
    saveWords: async () => undefined,
    create: async ({ id, fingerprint, facts, wakeAt }) => {
      const fresh = checked(facts);
      if (live(id)) return 'exists';
      all.set(id, {
        id,
        revision: 1,
        facts: fresh,
        claims: {},
        receipts: new Map(),
        wakeAt,
        fingerprint,
        until: undefined,
        partly: false,
      });
      return 'created';
    },
    append: async ({ id, revision, facts, claims, wakeAt }) => {
      const fresh = checked(facts);
      const kept = live(id);
      if (kept?.revision !== revision) return 'conflict';
      all.set(id, {
        ...kept,
        revision: revision + 1,
        facts: [...kept.facts, ...fresh],
        claims: { ...kept.claims, ...structuredClone(claims) },
        wakeAt,
        partly: kept.partly || (kept.until !== undefined && hasWords(fresh)),
      });
      return 'stored';
    },
    recordOutcome: async (id, receipt) => {
      const kept = all.get(id);
      if (!kept) return;
      const old = kept.receipts.get(receipt.mail);
      kept.receipts.set(receipt.mail, structuredClone(old ? climb(old, receipt) : receipt));
      if (!old && kept.until !== undefined) kept.partly = true;
    },
    keepUntil: async (id, until) => {
      const kept = all.get(id);
      if (kept) all.set(id, { ...kept, until, partly: false });
    },
    findOverdue: async (moment, limit) =>
      [...all.values()]
        .flatMap(({ id, wakeAt }) => (wakeAt !== undefined && wakeAt <= moment ? [{ id, wakeAt }] : []))
        .sort((a, b) => a.wakeAt - b.wakeAt || (a.id < b.id ? -1 : 1))
        .slice(0, limit)
        .map(({ id }) => id),
    findAhead: async (after, limit) =>
      [...all.values()]
        .flatMap(({ id, wakeAt }) => (wakeAt !== undefined && wakeAt > after ? [{ id, wakeAt }] : []))
        .sort((a, b) => a.wakeAt - b.wakeAt || (a.id < b.id ? -1 : 1))
        .slice(0, limit),
  };
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
