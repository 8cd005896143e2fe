import { DAY, type Instant } from './instant.ts';
import { areSameTopic, type Topic, topicOf } from './same-topic.ts';

/**
 * A conversation as far as it can come back. `gist`: what happened, from `gistOf`; `people`: the participants' tenant-wide
 * ids. `repeats`: the one that its manager said it is again; `isNew`: they said that it is none.
 */
export type Had = {
  id: string;
  title: string;
  gist: string;
  people: readonly string[];
  recordedAt: Instant;
  repeats?: string | undefined;
  isNew?: boolean;
};

/** Later than this it counts as a new one (method A7). */
export const WITHIN_MS = 90 * DAY;

/** Everybody of the smaller group is in the larger one. */
function isSamePeople(one: readonly string[], other: readonly string[]): boolean {
  const [fewer, more] = one.length <= other.length ? [one, other] : [other, one];
  return fewer.length > 0 && fewer.every((person) => more.includes(person));
}

type Told<T extends Had> = { one: T; topic: Topic };

const told = <T extends Had>(one: T): Told<T> => ({ one, topic: topicOf(one.title, one.gist) });

function looksAlike(earlier: Told<Had>, later: Told<Had>): boolean {
  const gap = later.one.recordedAt - earlier.one.recordedAt;
  return (
    gap > 0 &&
    gap <= WITHIN_MS &&
    isSamePeople(earlier.one.people, later.one.people) &&
    areSameTopic(earlier.topic, later.topic)
  );
}

/** The manager knows best; where they were not asked, their words are compared. */
function isAgain(earlier: Told<Had>, later: Told<Had>): boolean {
  if (later.one.isNew) return false;
  return later.one.repeats === earlier.one.id || looksAlike(earlier, later);
}

/** Whether a conversation is an earlier one again: the same topic with the same people within 90 days (method A7). */
export function isRepeatOf(earlier: Had, later: Had): boolean {
  return isAgain(told(earlier), told(later));
}

/** Conversations in the order they were had; each that came back stands behind the first of its kind. */
export function topicsHad<T extends Had>(conversations: readonly T[]): { first: T; again: readonly T[] }[] {
  const topics: Told<T>[][] = [];
  for (const next of [...conversations].sort((a, b) => a.recordedAt - b.recordedAt).map(told)) {
    const topic =
      topics.find((known) => known.some(({ one }) => one.id === next.one.repeats)) ??
      topics.find((known) => known.some((earlier) => isAgain(earlier, next)));
    if (topic) topic.push(next);
    else topics.push([next]);
  }
  return topics.flatMap(([first, ...again]) =>
    first ? [{ first: first.one, again: again.map(({ one }) => one) }] : [],
  );
}
