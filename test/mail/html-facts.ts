/** What a reader of a mail's html gets, and how it is built: for comparing it with the text part. */

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

const decode = (html: string) => html.replace(/&(#?\w+);/gu, (whole, name: string) => named[name] ?? whole);

const visible = (html: string) => html.replace(/<!--.*?-->/gsu, '').replace(/<head[\s>].*?<\/head\s*>/su, '');

/** The same words, however they are wrapped, quoted or set off. */
export const bare = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[\s\u00a0—–()\u2068\u2069]/gu, '');

export const textNodes = (html: string): string[] =>
  visible(html)
    .replace(/<wbr\s*>/gu, '')
    .split(/<[^>]*>/u)
    .map(decode)
    .filter((node) => bare(node) !== '');

export const hrefs = (html: string): string[] =>
  [...visible(html).matchAll(/href="([^"]*)"/gu)].map(([, href]) => decode(href ?? ''));

/** Every tag with the names of its attributes, but for the breaks that words bring with them. */
export const skeleton = (html: string): string[] =>
  [...html.replace(/<!--.*?-->/gsu, '').matchAll(/<(\/?[a-z0-9!]+)([^>]*)>/giu)]
    .filter(([, name]) => !/^\/?(br|wbr)$/u.test(name ?? ''))
    .map(
      ([, name, rest]) =>
        `${name} ${[...(rest ?? '').matchAll(/([a-z-]+)="/giu)].map(([, a]) => a).join(' ')}`,
    );
