import { DAY, type Instant } from './instant.ts';
import { isSameTopic } from './same-topic.ts';

/** A conversation as far as it can come back: `people` are the participants' tenant-wide ids. */
export type Had = { title: string; people: readonly string[]; recordedAt: Instant };

/** Later than this it counts as a new one (method A7). */
export const WITHIN_MS = 90 * DAY;

/** Everybody of the smaller group is in the larger one. */
function isSamePeople(one: readonly string[], other: readonly string[]): boolean {
  const [fewer, more] = one.length <= other.length ? [one, other] : [other, one];
  return fewer.length > 0 && fewer.every((person) => more.includes(person));
}

/** Whether a conversation is an earlier one again: the same topic with the same people within 90 days (method A7). */
export function isRepeatOf(earlier: Had, later: Had): boolean {
  const gap = later.recordedAt - earlier.recordedAt;
  return (
    gap > 0 &&
    gap <= WITHIN_MS &&
    isSamePeople(earlier.people, later.people) &&
    isSameTopic(earlier.title, later.title)
  );
}

/** Conversations in the order they were had; each that came back stands behind the first of its kind. */
export function topicsHad<T extends Had>(conversations: readonly T[]): { first: T; again: readonly T[] }[] {
  const topics: { first: T; again: T[] }[] = [];
  for (const one of [...conversations].sort((a, b) => a.recordedAt - b.recordedAt)) {
    const topic = topics.find(({ first, again }) =>
      [first, ...again].some((earlier) => isRepeatOf(earlier, one)),
    );
    if (topic) topic.again.push(one);
    else topics.push({ first: one, again: [] });
  }
  return topics;
}
