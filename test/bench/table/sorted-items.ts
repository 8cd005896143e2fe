/** An item as it goes over the wire: each value under the letter of its type. */
export type Item = { readonly [attribute: string]: { readonly [type: string]: unknown } };

/** Items that are there from the beginning and made when they are read, sorted by key. */
export type Backdrop = {
  readonly size: number;
  readonly keyAt: (place: number) => string;
  readonly itemAt: (place: number) => Item;
};

/** Bounds of keys as LevelDB names them; `limit` -1 for all. */
type Range = {
  gt?: string;
  gte?: string;
  lt?: string;
  lte?: string;
  reverse: boolean;
  limit: number;
};

export type SortedItems = {
  get: (key: string) => Item | undefined;
  put: (key: string, item: Item) => void;
  remove: (key: string) => void;
  within: (range: Range) => Item[];
};

type Own = { keys: string[]; items: Map<string, Item | undefined> };

const NOTHING: Backdrop = {
  size: 0,
  keyAt: () => '',
  itemAt: () => {
    throw new RangeError('there is nothing');
  },
};

/** The first place in `size` sorted keys that is not before `key`, or not up to it. */
function placeOf(size: number, keyAt: (place: number) => string, key: string, isAfter: boolean): number {
  let [low, high] = [0, size];
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = keyAt(middle);
    if (at < key || (isAfter && at === key)) low = middle + 1;
    else high = middle;
  }
  return low;
}

type Found = { key: string; item: () => Item | undefined };
type Sorted = { size: number; keyAt: (place: number) => string; itemAt: (place: number) => Item | undefined };

function* foundIn({ size, keyAt, itemAt }: Sorted, range: Range): Generator<Found> {
  const { gt, gte = '', lt, lte = '\uffff', reverse } = range;
  const from = placeOf(size, keyAt, gt ?? gte, gt !== undefined);
  const until = placeOf(size, keyAt, lt ?? lte, lt === undefined);
  for (let step = 0; step < until - from; step++) {
    const place = reverse ? until - 1 - step : from + step;
    yield { key: keyAt(place), item: () => itemAt(place) };
  }
}

/** Both in order; of two with one key only the first's. */
function* merged(one: Generator<Found>, other: Generator<Found>, reverse: boolean): Generator<Found> {
  let [a, b] = [one.next(), other.next()];
  while (!a.done || !b.done) {
    if (!a.done && !b.done && a.value.key === b.value.key) b = other.next();
    else if (!a.done && (b.done || a.value.key < b.value.key !== reverse)) {
      yield a.value;
      a = one.next();
    } else if (!b.done) {
      yield b.value;
      b = other.next();
    }
  }
}

/** A key of dynalite is `hash/pk/sk/`, pk and sk as hex: everything before its last part is one partition. */
function partitionOf(key: string): string {
  return key.slice(0, key.indexOf('/', key.indexOf('/') + 1) + 1);
}

function hashKeyOf(partition: string): string {
  return Buffer.from(partition.split('/')[1] ?? '', 'hex').toString();
}

/**
 * Sorted items by partition, over a backdrop: finding one costs the same however many there are, and a range costs what is
 * taken out of it.
 */
export function makeSortedItems(backdropOf: (hashKey: string) => Backdrop | undefined): SortedItems {
  const partitions = new Map<string, Own>();
  const behind = (key: string) => backdropOf(hashKeyOf(partitionOf(key))) ?? NOTHING;
  const ownOf = (key: string): Own => {
    const partition = partitionOf(key);
    const own = partitions.get(partition) ?? { keys: [], items: new Map() };
    partitions.set(partition, own);
    return own;
  };
  const set = (key: string, item: Item | undefined) => {
    const own = ownOf(key);
    if (!own.items.has(key)) {
      const place = placeOf(own.keys.length, (at) => own.keys[at] ?? '', key, false);
      own.keys.splice(place, 0, key);
    }
    own.items.set(key, item);
  };
  const get = (key: string) => {
    const own = partitions.get(partitionOf(key));
    if (own?.items.has(key)) return own.items.get(key);
    const { size, keyAt, itemAt } = behind(key);
    const place = placeOf(size, keyAt, key, false);
    return place < size && keyAt(place) === key ? itemAt(place) : undefined;
  };
  return {
    get,
    put: set,
    remove: (key) => set(key, undefined),
    within: (range) => {
      const start = range.gte ?? range.gt ?? '';
      const { keys, items } = partitions.get(partitionOf(start)) ?? { keys: [], items: new Map() };
      const keyAt = (place: number) => keys[place] ?? '';
      const own = { size: keys.length, keyAt, itemAt: (place: number) => items.get(keyAt(place)) };
      const found: Item[] = [];
      for (const { item } of merged(foundIn(own, range), foundIn(behind(start), range), range.reverse)) {
        if (range.limit >= 0 && found.length >= range.limit) break;
        const taken = item();
        if (taken) found.push(taken);
      }
      return found;
    },
  };
}
