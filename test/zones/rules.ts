const DAY = 86_400_000;
// Far enough around the years asked for that a conversation at their ends has its rules.
const AROUND_MS = 200 * DAY;
// The shortest stretch between two changes of any zone, a Ramadan, is a month.
const STEP_MS = 4 * DAY;

/** A change of the clocks: from `at` (epoch ms) on they run `to` instead of `from` ms ahead of UTC. */
export type Change = { at: number; from: number; to: number };
/** What the clocks of a zone do: their offset before the first change, and every change. */
export type Rules = { first: number; changes: readonly Change[] };
/** One choice of two moments for a wall time that happens twice or never. */
export type Reading = 'earlier' | 'later';

/** Reads how far ahead of UTC a zone is, from the name that Intl gives its offset: "GMT+05:30". */
function reader(zone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  const known = new Map<string, number>();
  return (at) => {
    const text = format.format(at);
    const name = text.slice(text.indexOf('GMT') + 3);
    const found = known.get(name);
    if (found !== undefined) return found;
    const [, sign, hours = 0, minutes = 0] = /^([+-])(\d\d):(\d\d)$/.exec(name) ?? [];
    if (sign === undefined && name !== '') throw new Error(`${zone} is at GMT${name}`);
    const ms = (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === '-' ? -1 : 1);
    known.set(name, ms);
    return ms;
  };
}

/** Reads a zone's rules from Intl by looking every fourth day, and between two that differ at every second. */
export function readRules(zone: string, years: { from: number; to: number }): Rules {
  const offsetAt = reader(zone);
  const start = Date.UTC(years.from, 0, 1) - AROUND_MS;
  const end = Date.UTC(years.to + 1, 0, 1) + AROUND_MS;
  const first = offsetAt(start);
  const changes: Change[] = [];
  let from = first;
  for (let day = start + STEP_MS; day <= end; day += STEP_MS) {
    const to = offsetAt(day);
    if (to === from) continue;
    let before = (day - STEP_MS) / 1000;
    let after = day / 1000;
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2);
      if (offsetAt(middle * 1000) === from) before = middle;
      else after = middle;
    }
    changes.push({ at: after * 1000, from, to });
    from = to;
  }
  return { first, changes };
}

/** How far ahead of UTC the clocks are at a moment. */
export function offsetBy({ first, changes }: Rules, at: number): number {
  return changes.findLast((change) => change.at <= at)?.to ?? first;
}

/** What the wall shows at a moment, as if it were UTC. */
export function wallBy(rules: Rules, at: number): number {
  return at + offsetBy(rules, at);
}

/** Every moment at which the wall shows this: one, two where the clocks go back over it, none where they skip it. */
function momentsOf(rules: Rules, wall: number): number[] {
  const offsets = new Set([rules.first, ...rules.changes.map(({ to }) => to)]);
  return [...offsets]
    .map((offset) => wall - offset)
    .filter((moment) => wallBy(rules, moment) === wall)
    .sort((a, b) => a - b);
}

/**
 * The moment that a wall time means: of two the first, and one that is skipped as if the clocks had not changed yet
 * (RFC 5545 §3.3.5), unless a reading was chosen.
 */
export function momentBy(rules: Rules, wall: number, reading?: Reading): number {
  const moments = momentsOf(rules, wall);
  const found = reading === 'later' ? moments.at(-1) : moments[0];
  if (found !== undefined) return found;
  const over = rules.changes.find(({ at, from, to }) => at + from <= wall && wall < at + to);
  if (!over) throw new Error(`no clock ever shows ${new Date(wall).toISOString().slice(0, 16)}`);
  return wall - (reading === 'earlier' ? over.to : over.from);
}

/** How often the wall shows this. */
export function timesBy(rules: Rules, wall: number): number {
  return momentsOf(rules, wall).length;
}
