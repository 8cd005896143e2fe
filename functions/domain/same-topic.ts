import { folded } from './find-text.ts';

const LETTERS = /[\p{L}\p{N}]+/gu;
/** Shorter words are mostly glue: "the", "and", "for"; so are some longer ones. */
const SHORTEST = 4;
const GLUE = new Set(
  'about after again against also away been before being done from given have into just more much never nobody not once only other over still than that them then there they this when which with without your'.split(
    ' ',
  ),
);

/** The words that a topic is told in. */
export function topicWords(topic: string): ReadonlySet<string> {
  const all = folded(topic).match(LETTERS) ?? [];
  const telling = all.filter((word) => word.length >= SHORTEST && !GLUE.has(word));
  // A plural is the same topic.
  return new Set((telling.length > 0 ? telling : all).map((word) => word.replace(/s$/, '')));
}

/** Whether two topics are told in mostly the same words (`topicWords`): half of those of the shorter one. */
export function areSameTopic(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const [few, many] = one.size <= other.size ? [one, other] : [other, one];
  const shared = [...few].filter((word) => many.has(word)).length;
  return few.size > 0 && shared * 2 >= few.size;
}

export function isSameTopic(one: string, other: string): boolean {
  return areSameTopic(topicWords(one), topicWords(other));
}
