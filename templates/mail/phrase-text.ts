import { isolate } from '../parts/direction.ts';
import type { Inline, Phrase } from '../parts/phrase.ts';

/** The catalogue's typographic apostrophes would make every subject an encoded word. */
const plain = (text: string): string => text.replaceAll('’', "'");

function textOf(inline: Inline): string {
  switch (inline.is) {
    case 'own':
      return plain(inline.text);
    case 'given':
      return isolate(inline.text);
    case 'quote':
      return isolate(`“${inline.words}”`);
    case 'strong':
    case 'marked':
      return phraseText(inline.of);
    case 'by':
      return `(${phraseText(inline.of)})`;
    case 'link':
      return `${phraseText(inline.of)}: ${inline.to}`;
  }
}

export function phraseText(phrase: Phrase): string {
  return phrase.map(textOf).join('');
}
