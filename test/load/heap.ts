/** What comes first is taken first; what is equal, in the order it was added. */
export type Heap<T> = { add: (item: T) => void; first: () => T | undefined; take: () => T | undefined };

/** A binary heap. `isBefore` must hold for one of two items at most. */
export function makeHeap<T>(isBefore: (one: T, other: T) => boolean): Heap<T> {
  const items: T[] = [];
  const swap = (one: number, other: number): boolean => {
    const [low, high] = [items[one], items[other]];
    if (low === undefined || high === undefined || !isBefore(high, low)) return false;
    items[one] = high;
    items[other] = low;
    return true;
  };
  const rise = (from: number) => {
    for (let place = from; place > 0; ) {
      const parent = (place - 1) >> 1;
      if (!swap(parent, place)) return;
      place = parent;
    }
  };
  const sink = () => {
    for (let place = 0; ; ) {
      const [left, right] = [items[2 * place + 1], items[2 * place + 2]];
      if (left === undefined) return;
      const child = 2 * place + (right !== undefined && isBefore(right, left) ? 2 : 1);
      if (!swap(place, child)) return;
      place = child;
    }
  };
  return {
    add: (item) => {
      rise(items.push(item) - 1);
    },
    first: () => items[0],
    take: () => {
      const [first] = items;
      const last = items.pop();
      if (last !== undefined && items.length > 0) {
        items[0] = last;
        sink();
      }
      return first;
    },
  };
}
