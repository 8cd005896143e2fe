import type { Delivery } from './delivery.ts';
import type { PersonId } from './ids.ts';
import type { Instant } from './instant.ts';

type State = 'left' | 'ahead' | 'if-agreed' | 'skipped' | 'expired';
type Planned = { delivery: Delivery; state: State };

/**
 * What a change does to one thing that somebody gets: it is `new`, goes out `again` (its first one has left: a calendar
 * entry moves along), is `dropped`, `moved` to another moment, or from now on `waits` for a yes or no longer does
 * (`settled`). `atOnce`: it leaves as soon as the change is made.
 */
export type PlanChange<P extends Planned> = { to: PersonId; atOnce: boolean } & (
  | { what: 'new'; is: P; was?: undefined }
  | { what: 'dropped'; was: P; is?: undefined }
  | { what: 'again' | 'moved' | 'waits' | 'settled'; was: P; is: P }
);

/** Whatever fact numbers it: its date's new revision is the same mail at another moment. */
function thingOf({ delivery: { kind, subject, to } }: Planned): string {
  return `${kind} ${subject} ${to}`;
}

const isAhead = ({ state }: Planned) => state === 'ahead' || state === 'if-agreed';
const has = (list: readonly Planned[], { delivery }: Planned) =>
  list.some((other) => other.delivery.key === delivery.key);

/** The same key is the same mail; of what is left over, the first takes the place of the first. */
function pairs<P extends Planned>(olds: readonly P[], news: readonly P[]) {
  const gone = olds.filter((old) => !has(news, old));
  const come = news.filter((next) => !has(olds, next));
  const same = news.flatMap((is) => {
    const was = olds.find(({ delivery }) => delivery.key === is.delivery.key);
    return was ? [{ was, is }] : [];
  });
  const replaced = come.slice(0, gone.length).flatMap((is, index) => {
    const was = gone[index];
    return was ? [{ was, is }] : [];
  });
  return {
    both: [...same, ...replaced],
    gone: gone.slice(come.length),
    come: come.slice(gone.length),
  };
}

/** What differs between two plans of what is still to leave at `now`, in order of time. */
export function planChanges<P extends Planned>(
  before: readonly P[],
  after: readonly P[],
  now: Instant,
): PlanChange<P>[] {
  const told = (is: P) => ({ to: is.delivery.to, atOnce: is.state === 'ahead' && is.delivery.at <= now });

  function changed(was: P, is: P): PlanChange<P>[] {
    if (was.delivery.at !== is.delivery.at) return [{ ...told(is), what: 'moved', was, is }];
    if (was.state === is.state) return [];
    return [{ ...told(is), what: is.state === 'if-agreed' ? 'waits' : 'settled', was, is }];
  }

  function added(is: P): PlanChange<P> {
    const left = before.findLast((one) => one.state === 'left' && thingOf(one) === thingOf(is));
    return left ? { ...told(is), what: 'again', was: left, is } : { ...told(is), what: 'new', is };
  }

  function dropped(was: P): PlanChange<P> {
    return { what: 'dropped', was, to: was.delivery.to, atOnce: false };
  }

  const olds = Map.groupBy(before.filter(isAhead), thingOf);
  const news = Map.groupBy(after.filter(isAhead), thingOf);
  const changes = [...new Set([...olds.keys(), ...news.keys()])].flatMap((thing) => {
    const { both, gone, come } = pairs(olds.get(thing) ?? [], news.get(thing) ?? []);
    return [...both.flatMap(({ was, is }) => changed(was, is)), ...gone.map(dropped), ...come.map(added)];
  });
  const momentOf = ({ was, is }: PlanChange<P>) => (is ?? was)?.delivery.at ?? now;
  return changes.sort((a, b) => momentOf(a) - momentOf(b));
}
