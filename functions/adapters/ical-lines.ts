export type Line = { name: string; parameters: Readonly<Record<string, string>>; value: string };

const LONGEST = 64 * 1024;
const MOST_LINES = 2000;
const NAME = /^[A-Za-z0-9-]{1,40}(?=[;:])/u;

/** Where a parameter's value ends: at the next ";" or ":" outside of quotation marks. */
function endOfPart(line: string, from: number): number {
  let quoted = false;
  for (let at = from; at < line.length; at++) {
    const sign = line[at];
    if (sign === '"') quoted = !quoted;
    else if (!quoted && (sign === ';' || sign === ':')) return at;
  }
  return line.length;
}

function readLine(line: string): Line | undefined {
  const name = NAME.exec(line)?.[0];
  if (name === undefined) return undefined;
  const parameters: Record<string, string> = Object.create(null);
  let at = name.length;
  while (line[at] === ';') {
    const end = endOfPart(line, at + 1);
    const [key = '', ...rest] = line.slice(at + 1, end).split('=');
    parameters[key.trim().toUpperCase()] ??= rest.join('=').replaceAll('"', '').trim();
    at = end;
  }
  return { name: name.toUpperCase(), parameters, value: line.slice(at + 1).trim() };
}

/**
 * The content lines of an iCalendar text (RFC 5545 §3.1), unfolded, for reading what others wrote: whatever line ends they
 * use, and without the lines that are none. Only the first 64 KB.
 */
export function readLines(text: string): Line[] {
  return text
    .slice(0, LONGEST)
    .replace(/^\ufeff/u, '')
    .replace(/\r\n?/gu, '\n')
    .replace(/\n[ \t]/gu, '')
    .split('\n', MOST_LINES)
    .flatMap((line) => readLine(line.trimStart()) ?? []);
}

/** A TEXT value as it was before it was escaped (RFC 5545 §3.3.11). */
export function unescaped(value: string): string {
  return value.replace(/\\([\\;,nN])/gu, (_, sign) => (sign === 'n' || sign === 'N' ? '\n' : sign));
}
