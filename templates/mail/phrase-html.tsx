/** @jsxImportSource react */
import { Link } from '@react-email/link';
import { createElement, Fragment, type ReactNode } from 'react';
import { cut } from '../parts/cut.ts';
import { isolate } from '../parts/direction.ts';
import type { Inline, Phrase } from '../parts/phrase.ts';
import { fonts, light } from '../parts/tokens.ts';

/** How phrases are drawn: the accent for links; `cutAt` shortens people's words in a mail that would be clipped. */
export type Drawing = { accent: string; onAccent: string; cutAt: number | undefined };

/** Nodes side by side, without keys. */
export const row = (...nodes: ReactNode[]): ReactNode => createElement(Fragment, null, ...nodes);

/** Somebody's words with their line breaks and runs of spaces. */
export function typed(words: string, { cutAt }: Drawing): ReactNode {
  const lines = (cutAt === undefined ? words : cut(words, cutAt)).replaceAll('  ', '\u00a0 ').split('\n');
  return row(...lines.flatMap((line, i): ReactNode[] => (i === 0 ? [line] : [<br key="" />, line])));
}

/** In the shorthand that every mail program knows. */
export const underlined = { textDecoration: 'underline', textDecorationLine: undefined };
export const plain = { textDecoration: 'none', textDecorationLine: undefined };

const marker = { backgroundColor: light.marker, color: light.ink, padding: '1px 3px' };

function node(inline: Inline, drawing: Drawing): ReactNode {
  switch (inline.is) {
    case 'own':
      return inline.text;
    case 'given':
      return isolate(inline.text);
    case 'quote':
      return (
        <span
          dir="auto"
          className={inline.marked ? 'marker' : undefined}
          style={{ fontFamily: fonts.serif, ...(inline.marked ? marker : {}) }}
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
        <span className="marker" style={{ ...marker, padding: '0 5px' }}>
          {phraseHtml(inline.of, drawing)}
        </span>
      );
    case 'link':
      return (
        <Link className="link" href={inline.to} style={{ color: drawing.accent, ...underlined }}>
          {phraseHtml(inline.of, drawing)}
        </Link>
      );
  }
}

export function phraseHtml(phrase: Phrase, drawing: Drawing): ReactNode {
  return row(...phrase.map((inline) => node(inline, drawing)));
}
