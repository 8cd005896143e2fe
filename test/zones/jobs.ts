import links from './links.json' with { type: 'json' };
import { type Change, type Rules, readRules } from './rules.ts';
import { ELSEWHERE } from './scene.ts';
import type { Atlas, Decree } from './zone-data.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const IN_ONE_WORLD = 25;
const RENDERED_EVERY = 10;
// In time, or when the clocks have changed, or should have, already: from the change as it was known before.
const LEARNS_HOURS = { sooner: [-20, -36, -8], others: [10, -36, 2] };
const MOVES = ['sooner', 'later'] as const;
const OTHERS = ['abolished', 'offset'] as const;

/** A conversation around the `index`th change of its zone's clocks, or around its ordinary moment without one. */
export type Place = { zone: string; index?: number | undefined; turn: number };
export const PLANTS = ['off-by-one-hour', 'deaf-to-zone-data', 'process-zone'] as const;
export type Plant = (typeof PLANTS)[number];

/** Conversations of one world: lived, and through a decree if there is one; or only planned. */
export type Job = {
  places: readonly Place[];
  planned?: boolean;
  /** Has the mails of its first conversation laid out as people see them, which costs more than all the rest. */
  rendered?: boolean;
  decree?: Decree;
  /** When the program learns of the decree (epoch ms). */
  learnsAt?: number;
  plant?: Plant | undefined;
};
export type Years = { from: number; to: number };
export type Survey = {
  atlas: Atlas;
  places: readonly Place[];
  sets: readonly Place[];
  names: readonly string[];
};

/** Every name of a zone that this runtime knows: those it lists, and those that browsers and people send besides. */
export function allNames(): string[] {
  return [...Intl.supportedValuesOf('timeZone'), ...links];
}

function isWithin({ at }: Change, { from, to }: Years): boolean {
  return at >= Date.UTC(from, 0, 1) && at < Date.UTC(to + 1, 0, 1);
}

/** Any moment of the years: a different one for each number. */
function ordinaryMoment(number: number, { from, to }: Years): number {
  const months = (to - from + 1) * 12;
  return Date.UTC(from, (number * 7) % months, 5 + (number % 20), number % 24, (number * 13) % 60);
}

/** Reads the rules of zones, and finds every change in the years. `sets`: one zone of each set of rules. */
export function survey(names: readonly string[], years: Years, seed: number): Survey {
  const rules: Record<string, Rules> = {};
  const ordinary: Record<string, number> = {};
  for (const [number, zone] of [...new Set([...names, ...ELSEWHERE])].entries()) {
    rules[zone] = readRules(zone, years);
    ordinary[zone] = ordinaryMoment(number, years);
  }
  const places = names.flatMap((zone, number): Place[] => {
    const found = (rules[zone]?.changes ?? []).flatMap((change, index) =>
      isWithin(change, years) ? [{ zone, index, turn: seed + number * 5 + index }] : [],
    );
    return found.length > 0 ? found : [{ zone, turn: seed + number * 5 }];
  });
  const firstOf = new Map(names.toReversed().map((zone) => [JSON.stringify(rules[zone]), zone]));
  const chosen = new Set(firstOf.values());
  return { atlas: { rules, ordinary }, places, sets: places.filter(({ zone }) => chosen.has(zone)), names };
}

/** The moment a place is about. */
export function momentOf({ rules, ordinary }: Atlas, { zone, index }: Place): number {
  const change = index === undefined ? undefined : rules[zone]?.changes[index];
  return change?.at ?? ordinary[zone] ?? 0;
}

/** What is decreed over a place: over the years of a zone, and with another seed, everything once. */
function decreeOver({ index = 0, turn }: Place): Decree {
  const parity = index % 2 === 0 ? 'even' : 'odd';
  const way = Math.floor(turn / 2) % 2;
  if (turn % 2 === 0) return MOVES[way] ?? 'later';
  return `${OTHERS[way] ?? 'abolished'}-${parity}`;
}

function inWorlds(atlas: Atlas, places: readonly Place[]): Place[][] {
  const worlds: Place[][] = [];
  for (const place of places.toSorted((a, b) => momentOf(atlas, a) - momentOf(atlas, b))) {
    const open = worlds.at(-1);
    const [first] = open ?? [];
    const fits = first && momentOf(atlas, place) - momentOf(atlas, first) < DAY;
    if (open && fits && open.length < IN_ONE_WORLD) open.push(place);
    else worlds.push([place]);
  }
  return worlds;
}

function decreed(atlas: Atlas, places: readonly Place[]): Job[] {
  const byDecree = Map.groupBy(places, decreeOver);
  return [...byDecree].flatMap(([decree, of]) =>
    inWorlds(atlas, of).map((world, number): Job => {
      const first = Math.min(...world.map((place) => momentOf(atlas, place)));
      const hours = LEARNS_HOURS[decree === 'sooner' ? 'sooner' : 'others'][number % 3] ?? 0;
      return { places: world, decree, learnsAt: first + hours * HOUR + 2_000 };
    }),
  );
}

/** Everything to be done: one zone of each set of rules lived, once as it is and once through a decree; all others planned. */
export function jobsOf({ atlas, places, sets }: Survey): Job[] {
  const lived = new Set(sets);
  return [
    ...inWorlds(
      atlas,
      places.filter((place) => !lived.has(place)),
    ).map((world): Job => ({ places: world, planned: true })),
    ...inWorlds(atlas, sets).map(
      (world, number): Job => ({ places: world, rendered: number % RENDERED_EVERY === 0 }),
    ),
    ...decreed(atlas, sets),
  ];
}
