import { cut, padded, widthOf, wrapped } from './columns.ts';
import { clockIn, dayIn } from './times.ts';

/** One line of the timeline: what somebody did, or, with `mail`, what reached them. */
export type Entry = {
  at: number;
  who: string;
  text: string;
  mail: boolean;
  /** How many lines it may take. */
  lines: number;
  /** Mails of one minute stand in this order. */
  rank: number;
  /** The part of a mail's text that many people may share. */
  subject?: string;
};

export type Paint = { heading(text: string): string; quiet(text: string): string };

const COLUMNS = 100;
const CLOCK = 8;
const WHO = 15;

/** By time; mails that nothing stands between and that left in the same minute by their rank. */
function inOrder(entries: readonly Entry[]): Entry[] {
  const sorted = entries.toSorted((one, other) => one.at - other.at);
  const minuteOf = ({ at }: Entry) => Math.floor(at / 60_000);
  const runs: Entry[][] = [];
  for (const entry of sorted) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last?.mail && entry.mail && minuteOf(last) === minuteOf(entry)) run.push(entry);
    else runs.push([entry]);
  }
  return runs.flatMap((run) => run.toSorted((one, other) => one.rank - other.rank));
}

type Group = { first: Entry; who: string[] };

// From here on, mails that differ only in how they begin become one line.
const MANY = 5;

function groupedBy(entries: readonly Entry[], keyOf: (entry: Entry, index: number) => string): Group[] {
  const groups = new Map<string, Group>();
  for (const [index, entry] of entries.entries()) {
    const key = keyOf(entry, index);
    const group = groups.get(key);
    if (group) group.who.push(entry.who);
    else groups.set(key, { first: entry, who: [entry.who] });
  }
  return [...groups.values()];
}

/** Mails of one minute with the same words become one. */
function grouped(entries: readonly Entry[]): Group[] {
  const minuteOf = ({ at }: Entry) => Math.floor(at / 60_000);
  const topicOf = (entry: Entry) => `${minuteOf(entry)} ${entry.subject}`;
  const told = Map.groupBy(entries, topicOf);
  const differ = (entry: Entry) => {
    const alike = told.get(topicOf(entry)) ?? [];
    return alike.length >= MANY && alike.some(({ text }) => text !== entry.text);
  };
  const shortened = entries.map((entry) =>
    entry.subject !== undefined && differ(entry)
      ? { ...entry, text: `${entry.subject} — to each, what is theirs` }
      : entry,
  );
  return groupedBy(shortened, (entry, index) =>
    entry.mail ? `${minuteOf(entry)} ${entry.text}` : `step ${index}`,
  );
}

function whoAndText(first: Entry, who: readonly string[]): { shown: string; text: string } {
  if (!first.mail) return { shown: who.join(', '), text: first.text };
  const names = `→ ${who.join(', ')}`;
  return who.length === 1 || widthOf(names) < WHO
    ? { shown: names, text: first.text }
    : { shown: `→ ${who.length} people`, text: `${first.text} (${who.join(', ')})` };
}

/** The days of a conversation on its own clock, 100 columns wide. */
export function timelineOf(zone: string, entries: readonly Entry[], paint: Paint): string[] {
  let day = '';
  let clock = '';
  return grouped(inOrder(entries)).flatMap(({ first, who }) => {
    const heading: string[] = [];
    if (dayIn(zone, first.at) !== day) {
      day = dayIn(zone, first.at);
      clock = '';
      heading.push('', paint.heading(day));
    }
    const time = clockIn(zone, first.at);
    const shownClock = time === clock ? '' : time;
    clock = time;
    const { shown, text } = whoAndText(first, who);
    const lines = who.length > 1 ? first.lines + 1 : first.lines;
    const [top = '', ...rest] = wrapped(text, COLUMNS - CLOCK - WHO, lines);
    const margin = ' '.repeat(CLOCK + WHO);
    return [
      ...heading,
      `${padded(`  ${shownClock}`, CLOCK)}${padded(cut(shown, WHO - 1), WHO)}${top}`.trimEnd(),
      ...rest.map((line) => paint.quiet(`${margin}${line}`)),
    ];
  });
}

/** Two columns: what did not leave, by its reason. */
export function reasonsOf(skipped: ReadonlyMap<string, readonly string[]>, paint: Paint): string[] {
  if (skipped.size === 0) return [];
  const width = Math.min(44, Math.max(...[...skipped.keys()].map(widthOf)));
  const lines = [...skipped].flatMap(([reason, what]) =>
    wrapped(what.join(' · '), COLUMNS - width - 4, 4).map((line, index) =>
      paint.quiet(`  ${padded(index === 0 ? cut(reason, width) : '', width)}  ${line}`),
    ),
  );
  return ['', paint.heading('Not sent, and why'), ...lines];
}
