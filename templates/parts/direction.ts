const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/**
 * Somebody's words inside a sentence of another direction: isolated (UAX #9, FSI … PDI) line by line,
 * if they hold right-to-left letters.
 */
export function isolate(words: string): string {
  return words
    .split('\n')
    .map((line) => (rightToLeft.test(line) ? `\u2068${line}\u2069` : line))
    .join('\n');
}
