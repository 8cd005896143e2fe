import { decodeEntities } from './html-entities.ts';

const SILENT = new Set(['script', 'style', 'head', 'title', 'template', 'noscript', 'svg', 'math']);
const LINES = new Set([
  'p',
  'div',
  'br',
  'tr',
  'li',
  'ul',
  'ol',
  'table',
  'blockquote',
  'pre',
  'h1',
  'h2',
  'h3',
]);
// Where Gmail and Outlook begin the mail that is answered.
const HISTORY =
  /\b(?:class="?[^">]{0,80}gmail_quote|id="?(?:divRplyFwdMsg|appendonsend|mail-editor-reference))/iu;
const LONGEST_HTML = 300_000;

type Tag = { name: string; closes: boolean; source: string; end: number };

/** The tag that begins at "<"; undefined when it is only a sign. A comment is a tag without a name. */
function tagAt(html: string, at: number): Tag | undefined {
  if (html.startsWith('<!--', at)) {
    const end = html.indexOf('-->', at + 4);
    return { name: '', closes: false, source: '', end: end === -1 ? html.length : end + 3 };
  }
  const name = /^<(\/?)([a-zA-Z!?][a-zA-Z0-9:]{0,30})/u.exec(html.slice(at, at + 34));
  if (!name) return undefined;
  const close = html.indexOf('>', at);
  const end = close === -1 ? html.length : close + 1;
  return {
    name: (name[2] ?? '').toLowerCase(),
    closes: name[1] === '/',
    source: html.slice(at, Math.min(end, at + 300)),
    end,
  };
}

/** Where what stands inside a silent element ends. */
function afterSilent(lower: string, { name, end }: Tag): number {
  const close = lower.indexOf(`</${name}`, end);
  return close === -1 ? lower.length : close;
}

/** Lower-case twin of the html, and what was written so far; what stands in a quotation is not added. */
type Reading = { html: string; lower: string; parts: string[]; quotes: number };

function add(reading: Reading, text: string): void {
  if (reading.quotes === 0 && text !== '') reading.parts.push(text);
}

/** Takes in what stands at "<" and answers where to go on. */
function takeTag(reading: Reading, at: number): number {
  const tag = tagAt(reading.html, at);
  if (!tag) {
    add(reading, '<');
    return at + 1;
  }
  const written = reading.parts.some((part) => part.trim() !== '');
  if (written && HISTORY.test(tag.source)) return reading.html.length;
  if (LINES.has(tag.name)) add(reading, '\n');
  if (tag.name === 'blockquote') reading.quotes = Math.max(0, reading.quotes + (tag.closes ? -1 : 1));
  return SILENT.has(tag.name) && !tag.closes ? afterSilent(reading.lower, tag) : tag.end;
}

/**
 * The words of an html mail: no markup, no scripts, nothing loaded, nothing of what it quotes. In one pass, so that no html
 * takes long; at most its first 300,000 characters.
 */
export function htmlText(whole: string): string {
  const html = whole.slice(0, LONGEST_HTML);
  const reading: Reading = { html, lower: html.toLowerCase(), parts: [], quotes: 0 };
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    const until = open === -1 ? html.length : open;
    add(reading, decodeEntities(html.slice(at, until).replace(/\s+/gu, ' ')));
    at = open === -1 ? html.length : takeTag(reading, open);
  }
  return reading.parts
    .join('')
    .replace(/[ \t]*\n[ \t]*/gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}
