import { cut } from '../../templates/parts/cut.ts';

const WORDS_LIMIT = 2000;
// Of a longer mail nobody types more before the quotation begins.
const LINES_LIMIT = 2000;
const LONGEST_ATTRIBUTION = 3;

const QUOTED = /^\s?>/u;
const ATTRIBUTION =
  /^(?:On|Am|Le|El|Il|Op|Em|Den|På|W dniu|Dnia|Dne) .{4,300}(?:wrote|schrieb|a écrit|escribió|ha scritto|schreef|escreveu|skrev|napisał\(a\)|napisał|napsal).{0,100}:$/u;
const SEPARATOR =
  /^-{2,} ?(?:Original Message|Original Appointment|Ursprüngliche Nachricht|Oorspronkelijk bericht|Message d'origine|Mensaje original|Messaggio originale|Forwarded message) ?-{2,}$/iu;
const RULE = /^_{10,}$/u;
const HEADER = /^\*?(?:From|Von|De|Van|Da|Fra|Från)\*?: ?.{1,300}$/u;
const HEADER_DATE =
  /^\*?(?:Sent|Date|Gesendet|Datum|Envoyé|Verzonden|Enviado|Inviato|Sendt|Skickat)\*?: ?.{1,300}$/u;
const SIGNATURE = /^--\s?$/u;
const FROM_A_PHONE =
  /^(?:Sent from my .{1,60}|Sent from Outlook.{0,60}|Get Outlook for .{1,80}|Von meinem .{1,60} gesendet|Verstuurd vanaf mijn .{1,60}|Envoyé de mon .{1,60}|Enviado desde mi .{1,60}|Inviato da .{1,60})$/u;

const isBlank = (line: string) => line.trim() === '';

/** Whether the history of an Outlook begins at a line: its own rule or heading, or From and Sent below each other. */
function isSeparator(lines: readonly string[], at: number): boolean {
  const line = lines[at]?.trim() ?? '';
  if (SEPARATOR.test(line)) return true;
  const from = RULE.test(line) ? lines.findIndex((next, i) => i > at && !isBlank(next)) : at;
  const near = lines.slice(from + 1, from + 4);
  return HEADER.test(lines[from]?.trim() ?? '') && near.some((next) => HEADER_DATE.test(next.trim()));
}

/** How many lines from here on say who wrote what is quoted below; 0 for none. Programs wrap them. */
function attribution(lines: readonly string[], at: number): number {
  for (let count = 1; count <= LONGEST_ATTRIBUTION; count++) {
    const line = lines
      .slice(at, at + count)
      .map((part) => part.trim())
      .join(' ');
    if (line.length <= 500 && ATTRIBUTION.test(line)) return count;
  }
  return 0;
}

function withoutHistory(lines: readonly string[]): string[] {
  const own: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const written = own.some((earlier) => !isBlank(earlier));
    if (written && isSeparator(lines, at)) return own;
    const says = attribution(lines, at);
    const below = says === 0 ? [] : lines.slice(at + says).filter((next) => !isBlank(next));
    if (says > 0 && (below.length === 0 || QUOTED.test(below[0] ?? ''))) at += says - 1;
    else if (!QUOTED.test(line)) own.push(line);
  }
  return own;
}

function withoutSignature(lines: readonly string[]): string[] {
  const signature = lines.findIndex((line, at) => at > 0 && SIGNATURE.test(line));
  const kept = signature === -1 ? [...lines] : lines.slice(0, signature);
  const last = kept.findLastIndex((line) => !isBlank(line));
  return last > 0 && FROM_A_PHONE.test(kept[last]?.trim() ?? '') ? kept.slice(0, last) : kept;
}

/**
 * What somebody wrote in an answer to a mail, without the mail it answers and without a signature. What is not surely either
 * stays; at most 2,000 characters.
 */
export function ownWords(text: string): string {
  const lines = text
    .replace(/\r\n?|[\u2028\u2029]/gu, '\n')
    .split('\n', LINES_LIMIT)
    .map((line) => line.trimEnd());
  const own = withoutSignature(withoutHistory(lines))
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
  return cut(own, WORDS_LIMIT);
}
