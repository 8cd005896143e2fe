import type { Child } from 'hono/jsx';
import { cut } from '../parts/cut.ts';
import { isolate } from '../parts/direction.ts';
import type { Inline, Phrase } from '../parts/phrase.ts';
import { fonts, light } from '../parts/tokens.ts';

/** How phrases are drawn: the accent for links; `cutAt` shortens people's words in a mail that would be clipped. */
export type Drawing = { accent: string; onAccent: string; cutAt: number | undefined };

/** Nodes side by side, without keys. */
export const row = (...nodes: Child[]): Child => nodes;

/** Somebody's words with their line breaks and runs of spaces. */
export function typed(words: string, { cutAt }: Drawing): Child {
  const lines = (cutAt === undefined ? words : cut(words, cutAt)).replaceAll('  ', '\u00a0 ').split('\n');
  return lines.map((line, i) => (i === 0 ? line : row(<br />, line)));
}

/** A link in words. Styles are strings, because hono/jsx leaves out without a word what it does not like in an object. */
export function linked(to: string, words: Child, { accent }: Drawing): Child {
  return (
    <a
      class="link"
      href={to}
      style={`color:${accent};text-decoration:underline`}
      target="_blank"
      rel="noopener"
    >
      {words}
    </a>
  );
}

const marker = `background-color:${light.marker};color:${light.ink}`;

function node(inline: Inline, drawing: Drawing): Child {
  switch (inline.is) {
    case 'own':
      return inline.text;
    case 'given':
      return isolate(inline.text);
    case 'quote':
      return (
        <span
          dir="auto"
          class={inline.marked ? 'marker' : undefined}
          style={`font-family:${fonts.serif}${inline.marked ? `;${marker};padding:1px 3px` : ''}`}
        >
          “{typed(inline.words, drawing)}”
        </span>
      );
    case 'strong':
      return <strong>{phraseHtml(inline.of, drawing)}</strong>;
    case 'by':
      return row('— ', phraseHtml(inline.of, drawing));
    case 'marked':
      return (
        <span class="marker" style={`${marker};padding:0 5px`}>
          {phraseHtml(inline.of, drawing)}
        </span>
      );
    case 'link':
      return linked(inline.to, phraseHtml(inline.of, drawing), drawing);
  }
}

export function phraseHtml(phrase: Phrase, drawing: Drawing): Child {
  return phrase.map((inline) => node(inline, drawing));
}
