import { beforeEach, describe, expect, it } from 'vitest';
import { SEARCHED_ROWS, type Store } from '../../functions/app/ports.ts';
import { DAY, HOUR, MINUTE, plus } from '../../functions/domain/instant.ts';
import type { Row } from '../../functions/domain/row.ts';
import { type MakeStore, NOW, type StoreUnderTest } from './store-under-test.ts';

function row(conversation: string, minute: number, more: Partial<Row> = {}): Row {
  return {
    conversation,
    version: 1,
    title: `Title of ${conversation}`,
    status: 'open',
    recordedAt: plus(NOW, minute * MINUTE),
    zone: 'Europe/Amsterdam',
    manager: 'p1',
    people: [
      { id: 'p2', person: 'p-bill', name: 'Bill' },
      { id: 'p3', person: 'p-pat', name: 'Pat', partner: true },
    ],
    checkIns: [{ id: 'k1', at: plus(NOW, DAY), minutes: 15 }],
    needs: [
      { code: 'wrap-up', checkIn: 'k1', from: plus(NOW, DAY) },
      { code: 'unanswered', person: 'p2', from: NOW, until: plus(NOW, HOUR) },
      {
        code: 'change-asked',
        commitment: 'c1',
        request: 3,
        kind: 'date',
        by: 'p2',
        words: 'Later.',
        isWhole: true,
        due: { at: plus(NOW, DAY), zone: 'Asia/Tokyo' },
        from: NOW,
      },
    ],
    commitments: [
      {
        id: 'c1',
        owner: 'p2',
        action: 'Call first.',
        due: { at: NOW, zone: 'Asia/Tokyo', dateOnly: true },
        state: 'agreed',
        verdict: 'missed',
        judgedAt: NOW,
        reason: 'in-the-way',
        helped: 'A list.',
      },
    ],
    hides: ['figures'],
    find: `p-bill title of ${conversation} bill`,
    ...more,
  };
}

/** What a store promises about all that is not a conversation: people, lists, counters, tokens, send events. */
export function listsContract(makeStore: MakeStore): void {
  let clock: StoreUnderTest['setNow'];
  let store: Store;
  beforeEach(async () => {
    ({ store, setNow: clock } = await makeStore());
  });

  const listed = async (manager = 'm') =>
    (await store.listRows(manager, { limit: 50 })).rows.map((one) => one.conversation);

  describe('people', () => {
    const failed = { why: 'bounced', addressHash: 'h1', at: NOW } as const;

    it('have stopped nothing until they do', async () => {
      await store.saveOptOut('dana', ['nudges', 'celebrations']);
      expect(await store.readStatuses(['dana', 'ben', 'dana'])).toEqual({
        dana: { optedOut: ['nudges', 'celebrations'], failed: undefined },
        ben: { optedOut: [], failed: undefined },
      });
      await store.saveOptOut('dana', []);
      expect(await store.readStatuses(['dana'])).toEqual({ dana: { optedOut: [], failed: undefined } });
      expect(await store.readStatuses([])).toEqual({});
    });

    it('keep what they stopped when their address fails, and the other way round', async () => {
      await store.markFailed('dana', failed);
      await store.saveOptOut('dana', ['nudges']);
      expect(await store.readStatuses(['dana'])).toEqual({ dana: { optedOut: ['nudges'], failed } });
      await store.clearFailed('dana');
      expect(await store.readStatuses(['dana'])).toEqual({
        dana: { optedOut: ['nudges'], failed: undefined },
      });
    });

    it('can be asked about in hundreds', async () => {
      const many = Array.from({ length: 230 }, (_, n) => `person${n}`);
      await store.markFailed('person229', failed);
      const statuses = await store.readStatuses(many);
      expect(Object.keys(statuses)).toHaveLength(230);
      expect(statuses.person229?.failed).toEqual(failed);
    });

    it('are found by a corrected address only', async () => {
      await store.linkAddress('new', 'dana');
      expect(await store.findPeople(['new', 'other', 'new'])).toEqual({ new: 'dana' });
      await store.linkAddress('new', 'ben');
      expect(await store.findPeople(['new'])).toEqual({ new: 'ben' });
      expect(await store.findPeople([])).toEqual({});
    });
  });

  describe('rows', () => {
    it('are listed newest first, page by page, for one manager', async () => {
      const all = Array.from({ length: 7 }, (_, n) => row(`id${n}`, n));
      for (const one of [3, 0, 6, 1, 5, 2, 4]) await store.putRow('m', row(`id${one}`, one));
      await store.putRow('m2', row('other', 3));
      const first = await store.listRows('m', { limit: 3 });
      const second = await store.listRows('m', { limit: 3, after: first.after });
      const third = await store.listRows('m', { limit: 3, after: second.after });
      expect([...first.rows, ...second.rows, ...third.rows]).toEqual(all.toReversed());
      expect([first.rows.length, second.rows.length, third.after]).toEqual([3, 3, undefined]);
      expect((await store.listRows('m', { limit: 7 })).after).toBeUndefined();
      expect(await store.listRows('nobody', { limit: 3 })).toEqual({ rows: [], after: undefined });
    });

    it('keep an order when recorded in the same moment, and may lack a check-in', async () => {
      await store.putRow('m', row('b', 0));
      await store.putRow('m', row('a', 0, { checkIns: [], needs: [] }));
      const { rows, after } = await store.listRows('m', { limit: 1 });
      expect([...rows, ...(await store.listRows('m', { limit: 1, after })).rows]).toEqual([
        row('b', 0),
        row('a', 0, { checkIns: [], needs: [] }),
      ]);
    });

    it('are listed apart once they have ended, and an older open one does not come back', async () => {
      for (const [n, id] of ['a', 'b', 'c', 'd'].entries()) await store.putRow('m', row(id, n));
      await store.putRow('m', row('d', 3, { version: 3, status: 'closed' }));
      await store.putRow('m', row('c', 2, { version: 2, status: 'cancelled' }));
      await store.putRow('m', row('d', 3, { version: 2 }));
      const idsOf = async (of?: 'open' | 'ended', limit = 9, after?: string) => {
        const page = await store.listRows('m', { limit, of, after });
        return { ids: page.rows.map(({ conversation }) => conversation).join(''), after: page.after };
      };
      expect(await idsOf('open')).toEqual({ ids: 'ba', after: undefined });
      expect(await idsOf('ended')).toEqual({ ids: 'dc', after: undefined });
      expect((await idsOf()).ids).toBe('badc');
      const first = await idsOf(undefined, 1);
      expect((await idsOf(undefined, 9, first.after)).ids).toBe('adc');
      // A place of one list means nothing in the other.
      expect(await idsOf('ended', 9, first.after)).toEqual({ ids: '', after: undefined });
    });

    it('are found by words and by people, in both lists', async () => {
      await store.putRow('m', row('a', 0));
      await store.putRow('m', row('b', 1, { find: 'p-mei spate rechnungen' }));
      await store.putRow('m', row('c', 2, { status: 'closed' }));
      const found = async (find: string[], of?: 'open') =>
        (await store.listRows('m', { limit: 9, find, of })).rows.map(({ conversation }) => conversation);
      expect(await found(['bill'])).toEqual(['a', 'c']);
      expect(await found(['title', 'of c'])).toEqual(['c']);
      expect(await found(['p-bill'], 'open')).toEqual(['a']);
      expect(await found(['p-mei', 'rechnung'])).toEqual(['b']);
      expect(await found(['nothing'])).toEqual([]);
      expect((await store.listRows('m', { limit: 1, find: ['p-bill'] })).after).toBeDefined();
    });

    it('are looked through so many at a time, and the search goes on where it stopped', async () => {
      const many = Array.from({ length: SEARCHED_ROWS + 5 }, (_, n) => row(`id${n}`, n));
      await Promise.all(many.map((one) => store.putRow('m', one)));
      await store.putRow('m', row('old', -1, { find: 'the needle' }));
      const first = await store.listRows('m', { limit: 9, find: ['needle'] });
      expect(first.rows).toEqual([]);
      const second = await store.listRows('m', { limit: 9, find: ['needle'], after: first.after });
      expect(second.rows.map(({ conversation }) => conversation)).toEqual(['old']);
      expect(second.after).toBeUndefined();
    });

    it('end at a page that nobody was given', async () => {
      await store.putRow('m', row('a', 0));
      for (const after of ['', 'z', 'OPEN#x', `2027-01-08T09:00:00.000Z#a`, 'z'.repeat(2000)]) {
        expect(await store.listRows('m', { limit: 5, after })).toEqual({ rows: [], after: undefined });
      }
    });

    it('follow the newest version, whichever is written last', async () => {
      await store.putRow('m', row('a', 0, { version: 2, title: 'two' }));
      await store.putRow('m', row('a', 0, { version: 1, title: 'one' }));
      expect((await store.listRows('m', { limit: 5 })).rows.map(({ title }) => title)).toEqual(['two']);
      await store.putRow('m', row('a', 0, { version: 2, title: 'two, rebuilt' }));
      expect((await store.listRows('m', { limit: 5 })).rows.map(({ title }) => title)).toEqual([
        'two, rebuilt',
      ]);
      await store.putRow('m', row('a', 0, { version: 10, title: 'ten' }));
      expect((await store.listRows('m', { limit: 5 })).rows.map(({ title }) => title)).toEqual(['ten']);
    });

    it('stay away once removed, unless a newer version brings them back', async () => {
      for (const [n, id] of ['a', 'b', 'c'].entries()) await store.putRow('m', row(id, n));
      await store.removeRow('m', row('b', 1, { version: 3 }));
      await store.removeRow('m', row('c', 2, { version: 0 }));
      await store.removeRow('m', row('never', 9));
      expect(await listed()).toEqual(['c', 'a']);
      expect((await store.listRows('m', { limit: 2 })).after).toBeUndefined();
      await store.putRow('m', row('b', 1, { version: 2 }));
      expect(await listed()).toEqual(['c', 'a']);
      await store.putRow('m', row('b', 1, { version: 4 }));
      expect(await listed()).toEqual(['c', 'b', 'a']);
    });

    it('end when their conversation is erased', async () => {
      await store.putRow('m', row('a', 0, { keepUntil: plus(NOW, HOUR) }));
      await store.putRow('m', row('b', 1));
      expect(await listed()).toEqual(['b', 'a']);
      clock(plus(NOW, HOUR));
      expect(await listed()).toEqual(['b']);
      expect(await store.listRows('m', { limit: 1 })).toEqual({ rows: [row('b', 1)], after: undefined });
    });
  });

  describe('counters', () => {
    const day = { scope: 'manager:m', window: '2027-01-08', endsAt: plus(NOW, HOUR) };

    it('count each scope and window for itself', async () => {
      const next = { ...day, window: '2027-01-09' };
      const other = { ...day, scope: 'tenant' };
      expect(await store.countUp([day, other])).toEqual([1, 1]);
      expect(await store.countUp([next, day, other])).toEqual([1, 2, 2]);
      expect(await store.countUp([])).toEqual([]);
    });

    it('lose nobody who counts at the same time', async () => {
      const counts = await Promise.all(Array.from({ length: 20 }, () => store.countUp([day])));
      expect(counts.flat().toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
    });

    it('start again when their window has ended, even if the table deletes late', async () => {
      await store.countUp([day]);
      await store.countUp([day]);
      clock(day.endsAt);
      const again = { ...day, endsAt: plus(day.endsAt, HOUR) };
      const counts = await Promise.all([
        store.countUp([again]),
        store.countUp([again]),
        store.countUp([again]),
      ]);
      expect(counts.flat().toSorted()).toEqual([1, 2, 3]);
    });
  });

  describe('API tokens', () => {
    const token = { email: 'm@acme.example', name: 'laptop', createdAt: NOW };

    it('are found by their manager and hash, and listed with the newest first', async () => {
      const newer = { ...token, name: 'server', createdAt: plus(NOW, HOUR) };
      expect(await store.saveToken('m', 'hash', token)).toBe('saved');
      await store.saveToken('m', 'newer', newer);
      await store.putRow('m', row('a', 0));
      expect(await store.findToken('m', 'hash')).toEqual(token);
      expect(await store.findToken('m', 'other')).toBeUndefined();
      expect(await store.findToken('n', 'hash')).toBeUndefined();
      expect(await store.listTokens('m')).toEqual([
        { ...newer, hash: 'newer' },
        { ...token, hash: 'hash' },
      ]);
      expect(await store.listTokens('n')).toEqual([]);
      expect(await listed()).toEqual(['a']);
    });

    it('end for good', async () => {
      await store.saveToken('m', 'hash', token);
      await store.endToken('m', 'hash');
      await store.endToken('m', 'never');
      expect(await store.findToken('m', 'hash')).toBeUndefined();
      expect(await store.saveToken('m', 'hash', token)).toBe('exists');
      await store.noteTokenUse('m', 'hash', plus(NOW, HOUR));
      await store.noteTokenUse('m', 'never', plus(NOW, HOUR));
      expect(await store.listTokens('m')).toEqual([]);
    });

    it('keep the latest use', async () => {
      await store.saveToken('m', 'hash', token);
      await store.noteTokenUse('m', 'hash', plus(NOW, 9));
      await store.noteTokenUse('m', 'hash', plus(NOW, 5));
      expect(await store.findToken('m', 'hash')).toEqual({ ...token, usedAt: plus(NOW, 9) });
    });
  });

  it('remembers which zone data alarms were set by', async () => {
    expect(await store.readZoneData()).toBeUndefined();
    await store.saveZoneData({ version: '2026a', rearmedUpTo: NOW });
    expect(await store.readZoneData()).toEqual({ version: '2026a', rearmedUpTo: NOW });
    await store.saveZoneData({ version: '2026b', rearmedUpTo: undefined });
    expect(await store.readZoneData()).toEqual({ version: '2026b', rearmedUpTo: undefined });
  });

  it('remembers the newest send event, in any order of arrival', async () => {
    expect(await store.newestSendEvent()).toBeUndefined();
    await store.noteSendEvent(plus(NOW, 2));
    await store.noteSendEvent(NOW);
    expect(await store.newestSendEvent()).toBe(plus(NOW, 2));
    await Promise.all([5, 9, 3].map((ms) => store.noteSendEvent(plus(NOW, ms))));
    expect(await store.newestSendEvent()).toBe(plus(NOW, 9));
  });
}
