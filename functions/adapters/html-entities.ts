const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  // Joiners and soft hyphens, which nobody sees.
  zwnj: '',
  zwj: '',
  shy: '',
};
const LAST_CODE_POINT = 0x10ffff;

function character(code: number): string {
  return code > 0 && code <= LAST_CODE_POINT ? String.fromCodePoint(code) : '';
}

/** Text of html with its character references read: those by number, and the names that mails use. Others stay as they are. */
export function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-zA-Z]{2,8}));/gu,
    (whole, dec, hex, name) => {
      if (dec !== undefined) return character(Number(dec));
      if (hex !== undefined) return character(Number.parseInt(hex, 16));
      return NAMED[name] ?? whole;
    },
  );
}
