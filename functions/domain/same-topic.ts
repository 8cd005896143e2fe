import { diceCoefficient } from 'dice-coefficient';
import { stemmer } from 'stemmer';
import { folded } from './find-text.ts';

const LETTERS = /[\p{L}\p{N}]+/gu;
/** Shorter words are mostly glue: "the", "and", "for"; so are some longer ones. */
const SHORTEST = 4;
/** "Line 3" is not "Line 4". */
const NUMBER = /\p{N}/u;
const GLUE = new Set(
  'about after again against also away because been before being could done from given have into just more much never nobody not once only other over should still than that their them then there they this were what when which will with without would your'.split(
    ' ',
  ),
);
/** Two words this alike are one, mistyped; shorter ones are too easily alike. */
const ALIKE = 0.8;
const LONG = 5;
/** A text is compared by so many of its words, the longest first: they say most. */
const TEXT_WORDS = 24;
/** Of less than that a text says too little to be compared. */
const ENOUGH_WORDS = 4;

/** The words that a topic is told in, without their endings: "delivery" and "deliveries" are one. */
export function topicWords(topic: string): ReadonlySet<string> {
  const all = folded(topic).match(LETTERS) ?? [];
  const telling = all.filter((word) => NUMBER.test(word) || (word.length >= SHORTEST && !GLUE.has(word)));
  return new Set((telling.length > 0 ? telling : all).map((word) => stemmer(word)));
}

/** A longer text as it is compared: the words that tell most of it but who, in one short line. */
export function gistOf(text: string, names: readonly string[]): string {
  const who = topicWords(names.join(' '));
  const words = [...topicWords(text)].filter(
    (word) => word.length >= SHORTEST && !NUMBER.test(word) && !who.has(word),
  );
  return words
    .sort((a, b) => b.length - a.length)
    .slice(0, TEXT_WORDS)
    .join(' ');
}

/** What a conversation was about: the words of its title, and of what happened (from `gistOf`). */
export type Topic = { title: ReadonlySet<string>; text: ReadonlySet<string> };

export function topicOf(title: string, gist: string): Topic {
  return { title: topicWords(title), text: new Set(gist.split(' ').filter((word) => word !== '')) };
}

function isIn(word: string, words: ReadonlySet<string>): boolean {
  if (words.has(word)) return true;
  if (word.length < LONG || NUMBER.test(word)) return false;
  return [...words].some((other) => other.length >= LONG && diceCoefficient(word, other) >= ALIKE);
}

function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return [...one].filter((word) => isIn(word, other)).length;
}

/** Of all words of both, how many stand in both, from 0 to 1. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const both = shared(one, other);
  return both === 0 ? 0 : both / (one.size + other.size - both);
}

/** Of the words of the shorter one, how many stand in the other, from 0 to 1. */
function covered(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [few, many] = one.size <= other.size ? [one, other] : [other, one];
  return few.size === 0 ? 0 : shared(few, many) / few.size;
}

/** Both name something by a number, and not the same. */
function isOtherNumber(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const numbers = [...one].filter((word) => NUMBER.test(word));
  return (
    numbers.length > 0 &&
    [...other].some((word) => NUMBER.test(word)) &&
    !numbers.some((word) => other.has(word))
  );
}

const saysEnough = (one: Topic, other: Topic) => Math.min(one.text.size, other.text.size) >= ENOUGH_WORDS;

/** Whether two conversations count as one topic: by their titles alone, or by a word of them and what happened. */
export function areSameTopic(one: Topic, other: Topic): boolean {
  if (likeness(one.title, other.title) >= 0.5) return true;
  if (shared(one.title, other.title) === 0 || isOtherNumber(one.title, other.title)) return false;
  return saysEnough(one, other) && likeness(one.text, other.text) >= 0.5;
}

/** Whether a topic may be one that was talked about, by title or by what happened. Enough to ask about, not to count. */
export function remindsOf(one: Topic, other: Topic): boolean {
  if (covered(one.title, other.title) >= 0.5) return true;
  return saysEnough(one, other) && covered(one.text, other.text) >= 0.5;
}
