// Made by the first text that needs it: its tables are a tenth of a Lambda's start, and few texts are cut inside a word.
let graphemes: Intl.Segmenter | undefined;

/** At most `length` UTF-16 units with the ellipsis, cut between words where there is a gap, never inside a character. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const room = Math.max(length - 1, 1);
  const gap = text.lastIndexOf(' ', room);
  if (gap > room * 0.6) return `${text.slice(0, gap).replace(/[\s,;:.–-]+$/u, '')}…`;
  graphemes ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  let kept = '';
  for (const { segment } of graphemes.segment(text.slice(0, room + 32))) {
    if (kept.length + segment.length > room) break;
    kept += segment;
  }
  return `${kept}…`;
}
