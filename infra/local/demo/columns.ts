const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

// Half-width and full-width forms as terminals draw them (Unicode TR11), and pictographs.
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;
// What could move the cursor, turn the line round or hide in it: shown text is somebody else's.
const UNSHOWABLE = /[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]+/gu;

/** One line that a terminal shows as it is. */
export function showable(text: string): string {
  return text.replace(/\s+/g, ' ').replace(UNSHOWABLE, '').trim();
}

/** How many columns a terminal needs for a text. */
export function widthOf(text: string): number {
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += WIDE.test(segment) ? 2 : 1;
  return width;
}

export function padded(text: string, columns: number): string {
  return `${text}${' '.repeat(Math.max(0, columns - widthOf(text)))}`;
}

/** The text itself, or as much of it as fits with an ellipsis behind it. */
export function cut(text: string, columns: number): string {
  return widthOf(text) <= columns ? text : `${fitting(text, columns - 1).trimEnd()}…`;
}

function fitting(text: string, columns: number): string {
  let fits = '';
  let width = 0;
  for (const { segment } of graphemes.segment(text)) {
    width += WIDE.test(segment) ? 2 : 1;
    if (width > columns) break;
    fits += segment;
  }
  return fits;
}

/** Breaks a text into lines: at a space where there is one in the last half of a line, else where the line is full. */
export function wrapped(text: string, columns: number, mostLines: number): string[] {
  if (mostLines <= 1 || widthOf(text) <= columns) return [cut(text, columns)];
  const full = fitting(text, columns);
  const isWordEnd = text.charAt(full.length) === ' ';
  const space = isWordEnd ? full.length : full.lastIndexOf(' ');
  const end = space > full.length / 2 ? space : full.length;
  return [text.slice(0, end).trimEnd(), ...wrapped(text.slice(end).trimStart(), columns, mostLines - 1)];
}
