const MARKS = /\p{M}/gu;
const WORDS_LIMIT = 5;
const WORD_LIMIT = 40;

/** A text as it is compared: without accents, capitals and the widths and ligatures that only look different. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** The words that somebody looks for, folded; at most five, each of at most 40 characters. */
export function searchWords(typed: string): string[] {
  const words = folded(typed)
    .split(' ')
    .filter((word) => word !== '');
  return [...new Set(words)].slice(0, WORDS_LIMIT).map((word) => word.slice(0, WORD_LIMIT));
}
