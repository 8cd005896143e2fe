const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60]/u;
/** Where wide characters are at all: most text needs no second look. */
const eastern = /[\u1100-\u11ff\u2e80-\uffff\u{20000}-\u{3ffff}]/u;
const address = /^\S*https?:\/\//u;

/** Columns a terminal gives these words: East Asian characters take two. */
export function columns(words: string): number {
  if (!eastern.test(words)) return words.length;
  let count = 0;
  for (const character of words) count += wide.test(character) ? 2 : 1;
  return count;
}

/** Scripts without spaces break between characters; anything else stays whole up to a mail line's limit. */
function pieces(word: string, width: number): string[] {
  if (columns(word) <= width || address.test(word)) return [word];
  const most = wide.test(word) ? width : 400;
  const found: string[] = [];
  let piece = '';
  let filled = 0;
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(word)) {
    const size = columns(segment);
    if (filled + size > most) {
      found.push(piece);
      piece = '';
      filled = 0;
    }
    piece += segment;
    filled += size;
  }
  return [...found, piece];
}

/** Lines of at most `width` columns; line breaks stay, addresses are never broken. `hang` indents all but the first. */
export function wrap(text: string, width: number, hang = ''): string {
  const lines = text.split('\n').flatMap((paragraph, nth) => {
    const done: string[] = [];
    let line = '';
    for (const word of paragraph.split(' ').flatMap((one) => pieces(one, width - hang.length))) {
      const indent = nth === 0 && done.length === 0 ? 0 : hang.length;
      if (line !== '' && columns(line) + 1 + columns(word) + indent > width) {
        done.push(line);
        line = word;
      } else line = line === '' ? word : `${line} ${word}`;
    }
    return [...done, line];
  });
  return lines.map((line, i) => (i === 0 || line === '' ? line : hang + line)).join('\n');
}
