import { DAY, type Instant } from './instant.ts';
import { areSameTopic, topicWords } from './same-topic.ts';

/** A conversation as far as it can come back: `people` are the participants' tenant-wide ids. */
export type Had = { title: string; people: readonly string[]; recordedAt: Instant };

/** Later than this it counts as a new one (method A7). */
export const WITHIN_MS = 90 * DAY;

/** Everybody of the smaller group is in the larger one. */
function isSamePeople(one: readonly string[], other: readonly string[]): boolean {
  const [fewer, more] = one.length <= other.length ? [one, other] : [other, one];
  return fewer.length > 0 && fewer.every((person) => more.includes(person));
}

type Titled<T extends Had> = { one: T; words: ReadonlySet<string> };

const titled = <T extends Had>(one: T): Titled<T> => ({ one, words: topicWords(one.title) });

function isAgain(earlier: Titled<Had>, later: Titled<Had>): boolean {
  const gap = later.one.recordedAt - earlier.one.recordedAt;
  return (
    gap > 0 &&
    gap <= WITHIN_MS &&
    isSamePeople(earlier.one.people, later.one.people) &&
    areSameTopic(earlier.words, later.words)
  );
}

/** Whether a conversation is an earlier one again: the same topic with the same people within 90 days (method A7). */
export function isRepeatOf(earlier: Had, later: Had): boolean {
  return isAgain(titled(earlier), titled(later));
}

/** Conversations in the order they were had; each that came back stands behind the first of its kind. */
export function topicsHad<T extends Had>(conversations: readonly T[]): { first: T; again: readonly T[] }[] {
  const topics: Titled<T>[][] = [];
  for (const next of [...conversations].sort((a, b) => a.recordedAt - b.recordedAt).map(titled)) {
    const topic = topics.find((known) => known.some((earlier) => isAgain(earlier, next)));
    if (topic) topic.push(next);
    else topics.push([next]);
  }
  return topics.flatMap(([first, ...again]) =>
    first ? [{ first: first.one, again: again.map(({ one }) => one) }] : [],
  );
}
