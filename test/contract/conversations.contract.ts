import { beforeEach, describe, expect, it } from 'vitest';
import type { Claim, Store } from '../../functions/app/ports.ts';
import { DAY, MINUTE, plus } from '../../functions/domain/instant.ts';
import { recorded, reported } from './sample-facts.ts';
import { type MakeStore, NOW, type StoreUnderTest } from './store-under-test.ts';

const claim: Claim = { keys: ['recap_all_p2_1', 'start_c1_p2_1'], to: 'p2', at: NOW };

async function create(store: Store, id: string, wakeAt = NOW) {
  return store.create({ id, fingerprint: 'f1', facts: [recorded({ title: 'Late' })], wakeAt });
}

async function loaded(store: Store, id: string) {
  const stored = await store.load(id);
  if (!stored) throw new Error(`${id} is not there`);
  return stored;
}

/** What a store promises about conversations: facts, claims, when to wake, when to forget. */
export function conversationsContract(makeStore: MakeStore): void {
  let setNow: StoreUnderTest['setNow'];
  let store: Store;
  beforeEach(async () => {
    ({ store, setNow } = await makeStore());
  });

  describe('creating', () => {
    it('knows nothing of a conversation that nobody recorded', async () => {
      expect(await store.load('none')).toBeUndefined();
    });

    it('reads back what was recorded', async () => {
      const facts = [recorded({ title: 'Late', 'p2.email': 'dana@acme.example' })];
      expect(await store.create({ id: 'a', fingerprint: 'f1', facts, wakeAt: NOW })).toBe('created');
      const { grown: _, ...read } = await loaded(store, 'a');
      expect(read).toEqual({
        id: 'a',
        revision: 1,
        facts,
        claims: {},
        receipts: [],
        wakeAt: NOW,
        fingerprint: 'f1',
        keepUntil: undefined,
      });
    });

    it('leaves the first as it was when the same id is created twice', async () => {
      await create(store, 'a');
      const again = { id: 'a', fingerprint: 'f2', facts: [recorded({ title: 'Other' })], wakeAt: NOW };
      expect(await store.create(again)).toBe('exists');
      expect(await loaded(store, 'a')).toMatchObject({
        fingerprint: 'f1',
        facts: [{ words: { title: 'Late' } }],
      });
    });

    it('lets exactly one of ten that create at once win', async () => {
      const made = await Promise.all(Array.from({ length: 10 }, () => create(store, 'a')));
      expect(made.filter((outcome) => outcome === 'created')).toHaveLength(1);
    });

    it('refuses a fact that is none', async () => {
      const broken = { ...recorded(), no: 1.5 };
      await expect(
        store.create({ id: 'a', fingerprint: 'f', facts: [broken], wakeAt: NOW }),
      ).rejects.toThrow();
      expect(await store.load('a')).toBeUndefined();
    });
  });

  describe('appending', () => {
    it('adds facts and claims, and keeps the earlier ones', async () => {
      await create(store, 'a');
      const mails = { m1: claim, m2: { ...claim, keys: ['recap_all_p1_1'] } };
      const change = { id: 'a', revision: 1, facts: [reported(2)], claims: mails, wakeAt: plus(NOW, DAY) };
      expect(await store.append(change)).toBe('stored');
      const more = { ...change, revision: 2, facts: [reported(3)], claims: { m3: claim } };
      expect(await store.append(more)).toBe('stored');
      expect(await loaded(store, 'a')).toMatchObject({
        revision: 3,
        facts: [{ no: 1 }, reported(2), reported(3)],
        claims: { ...mails, m3: claim },
        wakeAt: plus(NOW, DAY),
      });
    });

    it('can claim without a new fact, and more mails than one conversation ever owes at once', async () => {
      await create(store, 'a');
      const mails = Object.fromEntries(Array.from({ length: 120 }, (_, n) => [`m-${n}`, claim]));
      await store.append({ id: 'a', revision: 1, facts: [], claims: mails, wakeAt: undefined });
      expect(await loaded(store, 'a')).toMatchObject({ revision: 2, facts: [{ no: 1 }], claims: mails });
    });

    it('reads everything back in its order, whatever was set aside on the way', async () => {
      await create(store, 'a');
      const facts = Array.from({ length: 20 }, (_, n) => reported(n + 2, { n: `${n}` }));
      for (const [n, fact] of facts.entries()) {
        const { revision, grown } = await loaded(store, 'a');
        const aside = grown && (await store.setAside('a', grown));
        const claims = { [`m${n}`]: claim };
        const change = { id: 'a', revision, facts: [fact], claims, wakeAt: NOW, aside };
        expect(await store.append(change)).toBe('stored');
      }
      const { facts: all, claims } = await loaded(store, 'a');
      expect(all).toEqual([recorded({ title: 'Late' }), ...facts]);
      expect(claims).toEqual(Object.fromEntries(facts.map((_, n) => [`m${n}`, claim])));
    });

    it('is not changed by what was set aside for nothing', async () => {
      await create(store, 'a');
      const before = await loaded(store, 'a');
      const aside = before.grown && (await store.setAside('a', before.grown));
      expect(await loaded(store, 'a')).toEqual(before);
      const change = { id: 'a', revision: 1, facts: [reported(2)], claims: {}, wakeAt: NOW };
      await store.append(change);
      expect(await store.append({ ...change, aside })).toBe('conflict');
      expect((await loaded(store, 'a')).facts).toEqual([recorded({ title: 'Late' }), reported(2)]);
    });

    it('loses with a revision that has passed, and changes nothing', async () => {
      await create(store, 'a');
      await store.append({ id: 'a', revision: 1, facts: [reported(2)], claims: {}, wakeAt: NOW });
      const before = await store.load('a');
      const stale = { id: 'a', revision: 1, facts: [reported(2)], claims: { m1: claim }, wakeAt: undefined };
      expect(await store.append(stale)).toBe('conflict');
      expect(await store.load('a')).toEqual(before);
    });

    it('loses where there is no conversation', async () => {
      expect(await store.append({ id: 'a', revision: 1, facts: [], claims: {}, wakeAt: NOW })).toBe(
        'conflict',
      );
      expect(await store.load('a')).toBeUndefined();
    });

    it('lets exactly one of ten that append at once win', async () => {
      await create(store, 'a');
      const tries = Array.from({ length: 10 }, (_, n) =>
        store.append({
          id: 'a',
          revision: 1,
          facts: [reported(2, { n: `${n}` })],
          claims: { [`m${n}`]: claim },
          wakeAt: NOW,
        }),
      );
      const winner = (await Promise.all(tries)).flatMap((outcome, n) => (outcome === 'stored' ? [n] : []));
      expect(winner).toHaveLength(1);
      const { facts, claims } = await loaded(store, 'a');
      expect(facts.slice(1)).toEqual([reported(2, { n: `${winner[0]}` })]);
      expect(Object.keys(claims)).toEqual([`m${winner[0]}`]);
    });
  });

  describe('waking', () => {
    it('finds those whose moment has passed, oldest first', async () => {
      const ids = ['h', 'c', 'e', 'a', 'g', 'b', 'f', 'd'];
      await Promise.all(ids.map((id, minute) => create(store, id, plus(NOW, minute * MINUTE))));
      expect(await store.findOverdue(plus(NOW, 4 * MINUTE), 100)).toEqual(ids.slice(0, 5));
      expect(await store.findOverdue(plus(NOW, 9 * MINUTE), 3)).toEqual(ids.slice(0, 3));
      expect(await store.findOverdue(plus(NOW, 9 * MINUTE), 0)).toEqual([]);
      expect(await store.findOverdue(plus(NOW, -1), 100)).toEqual([]);
    });

    it('finds those ahead, soonest first, strictly after a moment', async () => {
      const ids = ['c', 'a', 'b'];
      await Promise.all(ids.map((id, minute) => create(store, id, plus(NOW, minute * MINUTE))));
      const ahead = ids.map((id, minute) => ({ id, wakeAt: plus(NOW, minute * MINUTE) }));
      expect(await store.findAhead(plus(NOW, -1), 10)).toEqual(ahead);
      expect(await store.findAhead(NOW, 1)).toEqual(ahead.slice(1, 2));
      expect(await store.findAhead(plus(NOW, 2 * MINUTE), 10)).toEqual([]);
    });

    it('moves, and ends when there is nothing to wake for', async () => {
      await create(store, 'a');
      const later = plus(NOW, DAY);
      await store.append({ id: 'a', revision: 1, facts: [], claims: {}, wakeAt: later });
      expect(await store.findOverdue(NOW, 10)).toEqual([]);
      expect(await store.findOverdue(later, 10)).toEqual(['a']);
      await store.append({ id: 'a', revision: 2, facts: [], claims: {}, wakeAt: undefined });
      expect(await store.findOverdue(later, 10)).toEqual([]);
      expect((await loaded(store, 'a')).wakeAt).toBeUndefined();
      await store.append({ id: 'a', revision: 3, facts: [], claims: {}, wakeAt: NOW });
      expect(await store.findOverdue(NOW, 10)).toEqual(['a']);
    });
  });

  describe('forgetting', () => {
    const until = plus(NOW, 90 * DAY + 1);

    it('is over at its moment, even when the table deletes late', async () => {
      await create(store, 'a');
      await store.keepUntil('a', until);
      expect((await loaded(store, 'a')).keepUntil).toBe(until);
      setNow(until);
      expect(await store.load('a')).toBeDefined();
      setNow(plus(until, 1000));
      expect(await store.load('a')).toBeUndefined();
      expect(await store.append({ id: 'a', revision: 1, facts: [], claims: {}, wakeAt: NOW })).toBe(
        'conflict',
      );
      expect(await create(store, 'a')).toBe('created');
    });

    it('can be taken back', async () => {
      await create(store, 'a');
      await store.keepUntil('a', until);
      await store.keepUntil('a', until);
      await store.keepUntil('a', undefined);
      setNow(plus(until, DAY));
      expect(await loaded(store, 'a')).toMatchObject({
        keepUntil: undefined,
        facts: [{ words: { title: 'Late' } }],
      });
    });

    it('shows that what came later is not covered yet', async () => {
      await create(store, 'a');
      await store.keepUntil('a', until);
      await store.append({ id: 'a', revision: 1, facts: [reported(2)], claims: {}, wakeAt: undefined });
      expect((await loaded(store, 'a')).keepUntil).toBe(until);
      await store.append({
        id: 'a',
        revision: 2,
        facts: [reported(3, { x: 'y' })],
        claims: {},
        wakeAt: undefined,
      });
      expect((await loaded(store, 'a')).keepUntil).toBe('partly');
      await store.keepUntil('a', until);
      expect((await loaded(store, 'a')).keepUntil).toBe(until);
      const times = { delivered: NOW };
      await store.recordOutcome('a', { mail: 'm1', keys: ['k'], to: 'p1', outcome: 'delivered', times });
      expect((await loaded(store, 'a')).keepUntil).toBe('partly');
    });

    it('does nothing to a conversation that is gone', async () => {
      await store.keepUntil('a', until);
      expect(await store.load('a')).toBeUndefined();
    });
  });

  it('hands out copies', async () => {
    const claims = { m1: { ...claim, keys: ['a'] } };
    await create(store, 'a');
    await store.append({ id: 'a', revision: 1, facts: [], claims, wakeAt: NOW });
    claims.m1.keys.push('b');
    expect((await loaded(store, 'a')).claims).toEqual({ m1: { ...claim, keys: ['a'] } });
  });
}
