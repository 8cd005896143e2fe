const most = 900;
const longest = most / 2;
const encoder = new TextEncoder();
const octets = (text: string) => encoder.encode(text).length;

/** One run of text without white space, in pieces that fit a line; a character reference stays whole. */
function chop(run: string): string {
  let line = 0;
  let chopped = '';
  for (const piece of run.match(/&#?\w+;|\P{M}[\p{M}\u200d]*/gsu) ?? []) {
    const size = octets(piece);
    if (line + size > longest) chopped += '<wbr\n>';
    line = line + size > longest ? size : line + size;
    chopped += piece;
  }
  return chopped;
}

/** Where white space may stand without being seen: after a tag's name. */
const broken = (token: string) =>
  token.startsWith('<') ? token.replace(/\s|\/?>$/u, (end) => (end.trim() === '' ? '\n' : `\n${end}`)) : '\n';

function foldLine(line: string): string {
  const tokens = line.match(/<[^>]*>|[^<\s]+|\s+/gu) ?? [];
  let column = 0;
  let folded = '';
  tokens.forEach((token, i) => {
    const next = tokens[i + 1] ?? '';
    const isText = !/^[<\s]/u.test(token);
    const ahead = /^[<\s]/u.test(next) ? 0 : Math.min(octets(next), longest);
    const mayBreak = !isText && column > 0 && column + octets(token) + ahead > most;
    const put = mayBreak ? broken(token) : isText && octets(token) > longest ? chop(token) : token;
    folded += put;
    const at = put.lastIndexOf('\n');
    column = at === -1 ? column + octets(put) : octets(put.slice(at + 1));
  });
  return folded;
}

/**
 * Html with no line above 998 octets (RFC 5322 §2.1.1), without changing what it shows: breaks stand where white
 * space is, inside a tag, or, in a word longer than a line, at a place where it may break anyway.
 */
export function foldLines(html: string): string {
  return html
    .replace(/<\/(?:tr|table|tbody|td|head|title|div)>/gu, '$&\n')
    .split('\n')
    .map((line) => (line.length * 3 <= most || octets(line) <= most ? line : foldLine(line)))
    .join('\n');
}
