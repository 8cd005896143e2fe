/**
 * A commitment as far as it is typed. `owner`: whatever tells one owner from another; `days`: from today to its due date,
 * both in its owner's calendar; undefined where there is none (a habit).
 */
export type Draft = {
  owner: string | undefined;
  action: string;
  evidence: string;
  consequence: string;
  days: number | undefined;
};

/** A text as the rules read it: one line, straight quotes, no capitals. As long as what was typed. */
export function readable(text: string): string {
  return text
    .replace(/\s/gu, ' ')
    .replace(/[‘’]/gu, "'")
    .replace(/[A-Z]/gu, (letter) => letter.toLowerCase());
}

/** A clause as somebody would have written it alone: a capital first, no separators at its ends. */
export function asSentence(clause: string): string {
  return clause
    .replace(/\s+/gu, ' ')
    .replace(/^[\s,;:.&–—-]+|[\s,;:&–—-]+$/gu, '')
    .replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
