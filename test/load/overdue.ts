import type { Store } from '../../functions/app/ports.ts';
import type { Instant } from '../../functions/domain/instant.ts';
import { makeHeap } from './heap.ts';

type Entry = { id: string; wakeAt: Instant };

/** The same store, whose sweep costs what it finds and not what there is, as an index does. */
export function indexed(store: Store): Store {
  const wakes = new Map<string, Instant | undefined>();
  const entries = makeHeap<Entry>((one, other) => one.wakeAt < other.wakeAt);
  const note = (id: string, wakeAt: Instant | undefined) => {
    if (wakes.get(id) === wakeAt) return;
    wakes.set(id, wakeAt);
    if (wakeAt !== undefined) entries.add({ id, wakeAt });
  };
  return {
    ...store,
    create: async (fresh) => {
      const outcome = await store.create(fresh);
      if (outcome === 'created') note(fresh.id, fresh.wakeAt);
      return outcome;
    },
    append: async (change) => {
      const outcome = await store.append(change);
      if (outcome === 'stored') note(change.id, change.wakeAt);
      return outcome;
    },
    findOverdue: async (moment, limit) => {
      const found = new Map<string, Entry>();
      for (let first = entries.first(); first && first.wakeAt <= moment; first = entries.first()) {
        if (found.size >= limit) break;
        entries.take();
        // An older entry of one that was woken or moved since.
        if (wakes.get(first.id) === first.wakeAt) found.set(first.id, first);
      }
      for (const entry of found.values()) entries.add(entry);
      return [...found.keys()];
    },
  };
}
