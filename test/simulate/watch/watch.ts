import type { EntryPut } from '../../../functions/app/calendar-provider.ts';
import { type Claim, PARKED, type Receipt, type Store } from '../../../functions/app/ports.ts';
import type { Fact } from '../../../functions/domain/facts.ts';
import type { Instant } from '../../../functions/domain/instant.ts';
import type { MemoryRings } from '../../twins/memory-rings.ts';
import { ledgerOf } from './keep-ledger.ts';
import { readAsProgram } from './read-as-program.ts';
import type { Invariant, Violation, Watched } from './watched.ts';

export type Watch = {
  all: Map<string, Watched>;
  violations: Violation[];
  appended: (id: string, facts: readonly Fact[], claims: Readonly<Record<string, Claim>>) => void;
  recorded: (id: string, receipt: Receipt) => void;
  left: (mail: { conversation: string; mail: string; to: string }) => void;
  /** A fault hit something of this conversation, or, undefined, of all of them. */
  broke: (id: string | undefined) => void;
  /** After each step: looks at what it changed. */
  stepped: () => Promise<void>;
  look: () => Promise<void>;
  end: () => Promise<void>;
};

type Watching = {
  now: () => Instant;
  store: Pick<Store, 'load'>;
  rings: Pick<MemoryRings, 'queued'>;
  invariants: readonly Invariant[];
  numberOf: (id: string) => number;
  entries: () => readonly EntryPut[];
};

function newlyWatched(number: number, id: string, facts: readonly Fact[]): Watched {
  return {
    number,
    id,
    facts: [],
    ledger: ledgerOf(facts),
    claims: new Map(),
    left: new Map(),
    sendEvents: new Map(),
    arrived: new Set(),
    open: new Map(),
    doubted: new Set(),
    refused: new Map(),
    brokenAt: undefined,
    wakeAt: undefined,
    conversation: undefined,
    deliveries: [],
    owed: undefined,
    isErased: false,
  };
}

function noteOutcome(of: Watched, { mail, outcome, detail, retryAt }: Receipt, now: Instant): void {
  const isOpen = outcome === 'unknown' || outcome === 'claimed';
  if (outcome === 'unknown' || detail === 'no-send-event') of.doubted.add(mail);
  if (outcome === 'unknown' && detail === PARKED && of.open.has(mail)) of.open.set(mail, 'parked');
  if (!isOpen) of.open.delete(mail);
  if (outcome === 'refused') of.refused.set(mail, { at: now, isFinal: retryAt === undefined });
  else if (!isOpen) of.sendEvents.set(mail, 'taken');
}

/** Stands beside the services, notes what they really did, and holds every invariant against it. */
export function makeWatch({ now, store, rings, invariants, numberOf, entries }: Watching): Watch {
  const all = new Map<string, Watched>();
  const changed = new Set<Watched>();
  const violations: Violation[] = [];
  const looking = invariants.filter(({ looked }) => looked);
  const report = (of: Watched, invariant: Invariant, wrong: readonly string[] = []) => {
    for (const what of wrong) {
      const known = violations.some(
        (one) => one.invariant === invariant.name && one.id === of.id && one.what === what,
      );
      if (!known)
        violations.push({ invariant: invariant.name, number: of.number, id: of.id, at: now(), what });
    }
  };
  const ask = (of: Watched, look: (invariant: Invariant) => readonly string[] | undefined) => {
    for (const invariant of invariants) report(of, invariant, look(invariant));
  };
  const complain = async (of: Watched, invariant: Invariant, wrong: readonly string[]) => {
    if (of.isErased) return;
    // What was erased owes nothing any more.
    of.isErased = (await store.load(of.id)) === undefined;
    if (!of.isErased) report(of, invariant, wrong);
  };
  const begin = (id: string, facts: readonly Fact[]) => {
    const of = newlyWatched(numberOf(id), id, facts);
    all.set(id, of);
    return of;
  };
  return {
    all,
    violations,
    appended: (id, facts, claims) => {
      const of = all.get(id) ?? begin(id, facts);
      of.facts.push(...facts);
      if (facts.length > 0) of.ledger = ledgerOf(of.facts);
      const mails = Object.entries(claims).map(([mail, claim]) => ({ ...claim, mail }));
      for (const { mail, ...claim } of mails) {
        of.claims.set(mail, claim);
        of.open.set(mail, 'silent');
      }
      changed.add(of);
      ask(of, (invariant) => invariant.appended?.({ of, now: now(), facts, claims: mails }));
    },
    recorded: (id, receipt) => {
      const of = all.get(id);
      if (!of) return;
      noteOutcome(of, receipt, now());
      changed.add(of);
    },
    left: ({ conversation, mail, to }) => {
      const of = all.get(conversation);
      if (!of) return;
      const keys = of.claims.get(mail)?.keys ?? [];
      ask(of, (invariant) => invariant.left?.({ of, now: now(), mail, email: to, keys }));
      for (const key of keys) of.left.set(key, [...(of.left.get(key) ?? []), { mail, at: now() }]);
    },
    broke: (id) => {
      for (const of of id === undefined ? all.values() : [all.get(id)]) if (of) of.brokenAt = now();
    },
    stepped: async () => {
      for (const of of changed) {
        const stored = await store.load(of.id);
        if (stored) readAsProgram(of, stored, now());
        else of.isErased = true;
        const sight = { of, now: now(), rings: rings.queued(of.id) };
        if (stored) ask(of, (invariant) => invariant.changed?.(sight));
      }
      changed.clear();
    },
    look: async () => {
      for (const of of all.values()) {
        const isAtRest = of.owed === undefined && of.wakeAt === undefined && of.open.size === 0;
        if (isAtRest) continue;
        const sight = { of, now: now(), rings: [] };
        for (const invariant of looking) {
          const wrong = invariant.looked?.(sight) ?? [];
          // Waiting for nothing half a million times would take as long as all the rest of it.
          if (wrong.length > 0) await complain(of, invariant, wrong);
        }
      }
    },
    end: async () => {
      const standing = entries();
      for (const of of all.values()) {
        const stored = await store.load(of.id);
        if (!stored) continue;
        const sight = {
          of,
          now: now(),
          receipts: stored.receipts,
          entries: standing.filter(({ conversation }) => conversation === of.id),
        };
        ask(of, (invariant) => invariant.ended?.(sight));
      }
    },
  };
}
