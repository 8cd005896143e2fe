import { join, own, type Phrase, say } from '../../parts/phrase.ts';

/** Somebody as the reader calls them; `you` is the reader. */
export type Named = { name: string; you?: boolean | undefined };

export const who = (one: Named): Phrase => (one.you ? say`you` : say`${one.name}`);
export const Who = (one: Named): Phrase => (one.you ? say`You` : say`${one.name}`);
export const whose = (one: Named): Phrase => (one.you ? say`your` : say`${one.name}’s`);

/** "Dana, Bill and you"; from seven on, five and a number. */
function listed(people: readonly Named[]): Phrase {
  const named = people.length > 6 ? people.slice(0, 5).map(who) : people.map(who);
  const all = people.length > 6 ? [...named, say`${own(inWords(people.length - 5))} others`] : named;
  const last = all.at(-1);
  return last === undefined || all.length === 1
    ? all.flat()
    : say`${join(all.slice(0, -1), ', ')} and ${last}`;
}

/** Everybody by name, the reader last. */
export const everybody = (people: readonly Named[]): Phrase =>
  listed([...people.filter((one) => !one.you), ...people.filter((one) => one.you)]);

export const youAnd = (others: readonly Named[]): Phrase => listed([{ name: '', you: true }, ...others]);

/** "sees" for one by name, "see" for you or several. */
export const verb = (people: readonly Named[], one: string, several: string): Phrase =>
  own(people.length === 1 && !people[0]?.you ? one : several);

const spelled = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');

export const inWords = (count: number): string => spelled[count] ?? String(count);
export const InWords = (count: number): string =>
  inWords(count).replace(/^./u, (first) => first.toUpperCase());

const lengths: Record<number, string> = { 10: 'ten minutes', 15: 'fifteen minutes', 20: 'twenty minutes' };
lengths[30] = 'half an hour';
lengths[45] = 'three quarters of an hour';
lengths[60] = 'an hour';

export const duration = (minutes: number): string => lengths[minutes] ?? `${minutes} minutes`;
