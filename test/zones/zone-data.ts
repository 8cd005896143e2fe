import type { Change, Rules } from './rules.ts';

const DAY = 86_400_000;
const HALF_AN_HOUR = 1_800_000;

/** What is decreed: every change sooner or later by days; or of two in a row one abolished, or made to lead to a new offset. */
export type Decree = 'sooner' | 'later' | 'abolished-even' | 'abolished-odd' | 'offset-even' | 'offset-odd';
/** Time-zone data by the name of the zone. */
export type ZoneData = ReadonlyMap<string, Rules>;
/** The rules of every zone, and of each an ordinary moment (epoch ms) for those whose clocks never change. */
export type Atlas = { rules: Record<string, Rules>; ordinary: Record<string, number> };

type Stretch = { at: number; offset: number };

function rulesOf(first: number, stretches: readonly Stretch[]): Rules {
  const changes: Change[] = [];
  let from = first;
  for (const { at, offset } of stretches) {
    if (offset !== from) changes.push({ at, from, to: offset });
    from = offset;
  }
  return { first, changes };
}

/** The offset that a decree gives to the time after a change, and when it begins. */
function decreed(decree: Decree, change: Change, index: number): Stretch {
  const { at, from, to } = change;
  const parity = index % 2 === 0 ? 'even' : 'odd';
  switch (decree) {
    case 'sooner':
      return { at: at - 2 * DAY, offset: to };
    case 'later':
      return { at: at + 3 * DAY, offset: to };
    case 'abolished-even':
    case 'abolished-odd':
      return { at, offset: decree.endsWith(parity) ? from : to };
    case 'offset-even':
    case 'offset-odd':
      return { at, offset: decree.endsWith(parity) ? to + HALF_AN_HOUR : to };
  }
}

/**
 * The rules after a decree. A zone whose clocks never change puts them forward by an hour at an ordinary moment. Before a
 * change that is abolished or leads to a new offset, the wall shows what it showed before the decree.
 */
function afterDecree(by: Decree, { first, changes }: Rules, ordinary: number): Rules {
  if (changes.length === 0) return rulesOf(first, [{ at: ordinary, offset: first + 2 * HALF_AN_HOUR }]);
  return rulesOf(
    first,
    changes.map((change, index) => decreed(by, change, index)),
  );
}

/** The data as they are, or after a decree everywhere. Nobody decrees over UTC itself. */
export function zoneData({ rules, ordinary }: Atlas, by?: Decree): ZoneData {
  return new Map(
    Object.entries(rules).map(([zone, of]) => {
      const kept = by === undefined || zone === 'UTC';
      return [zone, kept ? of : afterDecree(by, of, ordinary[zone] ?? 0)];
    }),
  );
}

/** Data by which every clock is an hour ahead of what it is. */
export function anHourAhead(data: ZoneData): ZoneData {
  const ahead = (offset: number) => offset + 2 * HALF_AN_HOUR;
  return new Map(
    [...data].map(([zone, { first, changes }]) => [
      zone,
      {
        first: ahead(first),
        changes: changes.map(({ at, from, to }) => ({ at, from: ahead(from), to: ahead(to) })),
      },
    ]),
  );
}
