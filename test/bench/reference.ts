import { spreadOf } from './spread.ts';

/** Makes one unit about a millisecond of a quiet core of 2026. */
const REPEATS = 2;
const UNITS_A_RUN = 20;
const PEOPLE = 60;
const WORDS =
  'call before any discount over fifteen percent and write down what was agreed on that day'.split(' ');
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

type Person = { id: string; at: number; said: string[] };

const word = (number: number) => WORDS[number % WORDS.length] ?? '';

/** Always the same: sixty people with twelve words each, in no order. */
const TEXT = JSON.stringify(
  Array.from({ length: PEOPLE }, (_, number): Person => {
    const id = `p${(number * 37) % PEOPLE}`;
    const said = Array.from({ length: 12 }, (_, nth) => `${word(number * nth + nth)} "${nth}" & <more>`);
    return { id, at: (number * 7919) % 1000, said };
  }),
);

/**
 * One unit of work: a fixed text of JSON parsed, walked, counted, sorted, escaped and put together again. Nothing but
 * the language, and what programs that write mails and plans do most: small objects, maps, strings. Returns what it
 * came to, so that nothing of it can be left out.
 */
export function oneUnit(): number {
  let octets = 0;
  for (let round = 0; round < REPEATS; round++) {
    const people: Person[] = JSON.parse(TEXT);
    const counts = new Map<string, number>();
    for (const { said } of people) {
      for (const one of said) counts.set(one, (counts.get(one) ?? 0) + 1);
    }
    const lines = people
      .toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
      .map(({ id, said }) => ({ id, words: said.map((one) => `${one} ${counts.get(one)}`).join(' ') }))
      .map(({ id, words }) => `<p id="${id}">${words.replace(/[&<>"]/gu, (one) => ESCAPES[one] ?? one)}</p>`);
    octets += JSON.stringify(lines).length;
  }
  return octets;
}

/** Processor time of all threads of this process, in ms, so that what else the machine does counts little. */
async function spent(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function referenceRun(): number {
  return Array.from({ length: UNITS_A_RUN }, oneUnit).reduce((sum, octets) => sum + octets, 0);
}

/** What one thing costs, in units of the reference; `ms`: its processor time in this run. */
export type Cost = { units: number; spread: readonly [low: number, high: number]; ms: number };

/**
 * What one thing costs. `work` does it `times` times; it runs between two runs of the reference, again and again, and each time
 * is compared with the mean of its neighbours: what slows the machine slows both. The first runs warm up.
 */
export async function costOf(
  work: () => unknown,
  { times, runs = 15, warm = 3 }: { times: number; runs?: number; warm?: number },
): Promise<Cost> {
  const ratios: number[] = [];
  const each: number[] = [];
  let before = await spent(referenceRun);
  for (let run = -warm; run < runs; run++) {
    const ms = (await spent(work)) / times;
    const after = await spent(referenceRun);
    if (run >= 0) {
      each.push(ms);
      ratios.push(ms / ((before + after) / 2 / UNITS_A_RUN));
    }
    before = after;
  }
  const { median, low, high } = spreadOf(ratios);
  return { units: median, spread: [low, high], ms: spreadOf(each).median };
}
