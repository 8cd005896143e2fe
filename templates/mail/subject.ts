import { cleanLine } from '../parts/clean.ts';
import { cut } from '../parts/cut.ts';
import type { Inline, Phrase } from '../parts/phrase.ts';
import { phraseText } from './phrase-text.ts';

/** What a phone shows of a subject, roughly twice over; more is never read. */
const most = 78;

function oneLine(inline: Inline): Inline {
  if (inline.is === 'quote') return { ...inline, words: cleanLine(inline.words) };
  return inline.is === 'given' ? { ...inline, text: cleanLine(inline.text) } : inline;
}

const lengthOf = (inline: Inline): number => {
  if (inline.is === 'quote') return inline.words.length;
  return inline.is === 'given' ? inline.text.length : 0;
};

function shortened(inline: Inline, by: number): Inline {
  const room = Math.max(lengthOf(inline) - by, 12);
  if (inline.is === 'quote') return { ...inline, words: cut(inline.words, room) };
  return inline.is === 'given' ? { ...inline, text: cut(inline.text, room) } : inline;
}

/** One line of at most 78 characters with `suffix`; what is too long is somebody's longest words, cut with an ellipsis. */
export function subjectLine(phrase: Phrase, suffix: string): string {
  const room = most - suffix.length;
  let inlines = phrase.map(oneLine);
  for (let round = 0; round < 3; round += 1) {
    const over = phraseText(inlines).length - room;
    if (over <= 0) break;
    const longest = inlines.reduce((a, b) => (lengthOf(b) > lengthOf(a) ? b : a));
    inlines = inlines.map((inline) => (inline === longest ? shortened(inline, over) : inline));
  }
  return cut(cleanSubject(phraseText(inlines)), room) + suffix;
}

/** Isolates stay, everything that could end a header line goes. */
const cleanSubject = (line: string) => line.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
