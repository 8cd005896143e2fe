import type { Inline, Phrase } from '../../parts/phrase.ts';

function Piece({ piece }: { piece: Inline }) {
  switch (piece.is) {
    case 'own':
      return <>{piece.text}</>;
    case 'given':
      return <bdi>{piece.text}</bdi>;
    case 'quote':
      return <Quote words={piece.words} marked={piece.marked} />;
    case 'strong':
      return (
        <strong>
          <Told phrase={piece.of} />
        </strong>
      );
    case 'by':
      return (
        <span class="by">
          <Told phrase={piece.of} />
        </span>
      );
    case 'marked':
      return (
        <span class="marked">
          <Told phrase={piece.of} />
        </span>
      );
    case 'link':
      return (
        <a href={piece.to}>
          <Told phrase={piece.of} />
        </a>
      );
  }
}

/** A sentence of the catalogue; names and places in it keep their own direction. */
export function Told({ phrase }: { phrase: Phrase }) {
  return (
    <>
      {phrase.map((piece) => (
        <Piece key={piece.is} piece={piece} />
      ))}
    </>
  );
}

/** Somebody's words as typed, in quotation marks. */
export function Quote({ words, marked }: { words: string; marked?: boolean }) {
  return (
    <q dir="auto" class={marked ? 'marked' : undefined}>
      {words}
    </q>
  );
}
