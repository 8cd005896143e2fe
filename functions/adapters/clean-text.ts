const LONGEST_LINE = 250;

/**
 * Text for a mail header or a one-line calendar field: no line break, control character or lone surrogate, and none
 * of the bidirectional overrides (U+202A–U+202E) that could make a name read as another. At most 250 code points.
 */
export function oneLine(value: string): string {
  const line = value
    .toWellFormed()
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/[\u202a-\u202e]/gu, '')
    .trim();
  const points = Array.from(line);
  return points.length <= LONGEST_LINE ? line : `${points.slice(0, LONGEST_LINE - 1).join('')}…`;
}

/** Text of any length whose lines end in LF, with tabs but no other control character or lone surrogate. */
export function manyLines(value: string): string {
  return value
    .toWellFormed()
    .replace(/\r\n?/gu, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '');
}
