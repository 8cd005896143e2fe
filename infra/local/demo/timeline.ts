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
};

export type Paint = { heading(text: string): string; quiet(text: string): string };

const COLUMNS = 100;
const CLOCK = 8;
const WHO = 15;

/** Entries of one moment with the same words become one. */
function grouped(zone: string, entries: readonly Entry[]): { first: Entry; who: string[] }[] {
  const groups = new Map<string, { first: Entry; who: string[] }>();
  for (const entry of entries) {
    const minute = `${dayIn(zone, entry.at)} ${clockIn(zone, entry.at)}`;
    const key = entry.mail ? `${minute}\n${entry.text}` : `${minute}\n${entry.text}\n${groups.size}`;
    const group = groups.get(key);
    if (group) group.who.push(entry.who);
    else groups.set(key, { first: entry, who: [entry.who] });
  }
  return [...groups.values()];
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
  const sorted = entries.toSorted((one, other) => one.at - other.at);
  let day = '';
  let clock = '';
  return grouped(zone, sorted).flatMap(({ first, who }) => {
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
    const [top = '', ...rest] = wrapped(text, COLUMNS - CLOCK - WHO, first.lines);
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
