import type { Instant } from '../../../functions/domain/instant.ts';
import { plus, SECOND, toIso } from '../../../functions/domain/instant.ts';
import type { Backdrops } from '../table/counted-table.ts';
import { indexKeyOf, keyOf } from '../table/dynalite-actions.ts';
import type { Backdrop, Item } from '../table/sorted-items.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';
const CONVERSATION = 'CONVERSATION#';
const SHARDS = 4;

export type CrowdOptions = {
  /** How many open conversations there are. */
  size: number;
  /** So many of them should have been woken by `now`; the others are to be woken from a second later on, one a second. */
  overdue: number;
  now: Instant;
  /** Everything under one conversation's key, as the real program wrote it. */
  conversation: readonly Item[];
  /** A manager's key, one row of theirs, and how many like it there are. */
  list: { manager: string; row: Item; rows: number };
};

/** The id of the nth conversation of a crowd. */
export function idOf(number: number): string {
  const digits = Array.from({ length: 6 }, (_, place) => LETTERS.charAt((number >> (5 * place)) & 31));
  return `${'crowd'.padEnd(20, 'a')}${digits.reverse().join('')}`;
}

function numberOf(id: string): number | undefined {
  const digits = [...id.slice(20)].map((letter) => LETTERS.indexOf(letter));
  const number = digits.reduce((sum, digit) => sum * 32 + digit, 0);
  return idOf(number) === id ? number : undefined;
}

const text = (value: string) => ({ S: value });
const count = (value: number) => ({ N: String(value) });

export function inOrder(items: readonly Item[]): Backdrop {
  const sorted = items.map((item) => ({ item, key: keyOf(item) })).sort((a, b) => (a.key < b.key ? -1 : 1));
  const at = (place: number) => sorted[place] ?? { key: '', item: {} };
  return { size: sorted.length, keyAt: (place) => at(place).key, itemAt: (place) => at(place).item };
}

/**
 * Open conversations by the million: each is one that the real program recorded, under an id, a moment and a place in the index of its
 * own, and made when somebody asks for it. The same holds for one manager's rows. Rows of other managers, and what stands under
 * a key of its own (counters, people, reply addresses), are left out: no query can meet them on its way to something else.
 */
export function makeCrowd({ size, overdue, now, conversation, list }: CrowdOptions): Backdrops {
  const wakeAt = (number: number) => plus(now, (number - overdue + (number < overdue ? 0 : 1)) * SECOND);
  const wakeOf = (number: number): Item => ({
    wakeAt: count(wakeAt(number)),
    wakeShard: text(String(number % SHARDS)),
  });
  const conversationOf = (number: number): Backdrop => {
    const pk = text(CONVERSATION + idOf(number));
    return inOrder(
      conversation.map((item) => ({ ...item, pk, ...(item.sk?.S === 'HEAD' ? wakeOf(number) : {}) })),
    );
  };
  const rows = () =>
    inOrder(
      Array.from({ length: list.rows }, (_, number) => {
        const recordedAt = plus(now, -(number + 1) * SECOND);
        const sk = text(`${CONVERSATION}OPEN#${toIso(recordedAt)}#${idOf(number)}`);
        return { ...list.row, sk, conversation: text(idOf(number)), recordedAt: count(recordedAt) };
      }),
    );
  const made = new Map<string, Backdrop | undefined>();
  const backdropOf = (pk: string) => {
    if (pk === `MANAGER#${list.manager}`) return rows();
    const number = pk.startsWith(CONVERSATION) ? numberOf(pk.slice(CONVERSATION.length)) : undefined;
    return number !== undefined && number < size ? conversationOf(number) : undefined;
  };
  const entryOf = (number: number): Item => ({
    ...wakeOf(number),
    pk: text(CONVERSATION + idOf(number)),
    sk: text('HEAD'),
  });
  return {
    items: (pk) => {
      if (!made.has(pk)) made.set(pk, backdropOf(pk));
      return made.get(pk);
    },
    index: (shard) => {
      const first = Number(shard);
      const place = (at: number) => entryOf(first + at * SHARDS);
      return {
        size: Math.ceil((size - first) / SHARDS),
        keyAt: (at) => indexKeyOf(place(at)),
        itemAt: place,
      };
    },
  };
}
