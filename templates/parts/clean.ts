// Embeddings, overrides and isolates (UAX #9) are removed: direction is set around each person's words,
// so none typed inside them may reach what stands next to them. Marks such as U+200E stay.
const directions = /[\u202a-\u202e\u2066-\u2069]/gu;
const controls = /[^\P{Cc}\n\t]|\ufeff/gu;
const lineEnds = /\r\n?|[\u0085\u2028\u2029]/gu;

/** What a person typed, several lines: no control and no direction-changing characters, line ends as \n, trimmed. */
export function cleanText(typed: string): string {
  return typed.replace(lineEnds, '\n').replace(controls, '').replace(directions, '').trim();
}

/** What a person typed, one line: as `cleanText`, and every run of white space is one space. */
export function cleanLine(typed: string): string {
  return cleanText(typed).replace(/\s+/gu, ' ');
}
