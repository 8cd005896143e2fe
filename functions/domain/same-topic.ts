import { folded } from './find-text.ts';

const LETTERS = /[\p{L}\p{N}]+/gu;
/** Shorter words are mostly glue: "the", "and", "for"; so are some longer ones. */
const SHORTEST = 4;
/** "Line 3" is not "Line 4". */
const NUMBER = /\p{N}/u;
const GLUE = new Set(
  'about after again against also away been before being done from given have into just more much never nobody not once only other over still than that them then there they this when which with without your'.split(
    ' ',
  ),
);

/** The words that a topic is told in. */
export function topicWords(topic: string): ReadonlySet<string> {
  const all = folded(topic).match(LETTERS) ?? [];
  const telling = all.filter((word) => NUMBER.test(word) || (word.length >= SHORTEST && !GLUE.has(word)));
  // A plural is the same topic.
  return new Set((telling.length > 0 ? telling : all).map((word) => word.replace(/s$/, '')));
}

function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return [...one].filter((word) => other.has(word)).length;
}

/** Whether two topics (`topicWords`) count as one: half of all their words stand in both. */
export function areSameTopic(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const both = shared(one, other);
  return both > 0 && 2 * both >= one.size + other.size - both;
}

/** Whether a topic may be one that was talked about: half of the shorter one's words. Enough to ask about, not to count. */
export function remindsOf(one: string, other: string): boolean {
  const [few, many] = [topicWords(one), topicWords(other)].sort((a, b) => a.size - b.size);
  return few !== undefined && many !== undefined && few.size > 0 && shared(few, many) * 2 >= few.size;
}
