import { beforeEach, expect, it } from 'vitest';
import type { Store } from '../../functions/app/ports.ts';
import { SEARCHED_ROWS } from '../../functions/app/row-ports.ts';
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
      { code: 'declined', checkIn: 'k1', person: 'p2', from: NOW, until: plus(NOW, DAY) },
      { code: 'time-proposed', checkIn: 'k1', person: 'p3', proposed: plus(NOW, 2 * DAY), from: NOW },
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

/** What a store promises about the list of a manager's conversations. */
export function rowsContract(makeStore: MakeStore): void {
  let clock: StoreUnderTest['setNow'];
  let store: Store;
  beforeEach(async () => {
    ({ store, setNow: clock } = await makeStore());
  });

  const listed = async (manager = 'm') =>
    (await store.listRows(manager, { limit: 50 })).rows.map((one) => one.conversation);

  it('stand beside the tokens of their manager, and neither is taken for the other', async () => {
    await store.saveToken('m', 'hash', { email: 'm@acme.example', name: 'laptop', createdAt: NOW });
    await store.putRow('m', row('a', 0));
    expect((await store.listRows('m', { limit: 5 })).rows.map(({ conversation }) => conversation)).toEqual([
      'a',
    ]);
    expect(await store.listTokens('m')).toHaveLength(1);
  });

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

  it('are mended where they are missing or older', async () => {
    const titles = async () => (await store.listRows('m', { limit: 5 })).rows.map(({ title }) => title);
    await store.freshenRow('m', row('a', 0, { version: 2, title: 'two' }));
    await store.freshenRow('m', row('a', 0, { version: 1, title: 'one' }));
    expect(await titles()).toEqual(['two']);
    await store.freshenRow('m', row('a', 0, { version: 3, title: 'three' }));
    expect(await titles()).toEqual(['three']);
    await store.freshenRow('m', row('a', 0, { version: 4, title: 'over', status: 'closed' }));
    expect(await titles()).toEqual(['over']);
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

  it('of shares stand in a list of their own, page by page, and in no other', async () => {
    const share = (id: string, minute: number) => row(id, minute, { kind: 'share', status: 'closed' });
    await Promise.all([
      ...[share('s', 0), share('t', 1), share('u', 2)].map((one) => store.putRow('m', one)),
      store.putRow('m', row('a', 3)),
      store.putRow('m', row('b', 4, { status: 'closed' })),
    ]);
    expect(await listed()).toEqual(['a', 'b']);
    expect(
      (await store.listRows('m', { limit: 9, find: ['bill'] })).rows.map((one) => one.conversation),
    ).toEqual(['a', 'b']);
    const first = await store.listRows('m', { limit: 2, of: 'shared' });
    expect(first.rows).toEqual([share('u', 2), share('t', 1)]);
    const rest = await store.listRows('m', { limit: 2, of: 'shared', after: first.after });
    expect(rest).toEqual({ rows: [share('s', 0)], after: undefined });
    expect((await store.listRows('m', { limit: 2, after: first.after })).rows).toEqual([]);
  });

  it('end when their conversation is erased', async () => {
    await store.putRow('m', row('a', 0, { keepUntil: plus(NOW, HOUR) }));
    await store.putRow('m', row('b', 1));
    expect(await listed()).toEqual(['b', 'a']);
    clock(plus(NOW, HOUR));
    expect(await listed()).toEqual(['b']);
    expect(await store.listRows('m', { limit: 1 })).toEqual({ rows: [row('b', 1)], after: undefined });
  });
}
