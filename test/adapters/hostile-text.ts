import * as fc from 'fast-check';

const NASTY = [
  '\r\n',
  '\r',
  '\n',
  '\r\nBcc: eve@evil.example\r\n',
  '\nATTENDEE:mailto:eve@evil.example\n',
  '\r\n\r\n<b>body</b>',
  '"',
  "'",
  '\\',
  '\\n',
  ',',
  ';',
  ':',
  '^n',
  "^'",
  '<eve@evil.example>',
  '=?utf-8?Q?=0D=0ABcc:_eve=40evil.example?=',
  '=',
  '.',
  '\u0000',
  '\u007f',
  '\u0085',
  '\u2028',
  '\u202e',
  '\u2067مرحبا\u2069',
  'שלום',
  '👩‍👩‍👧‍👦',
  '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  '\ud83d',
  '\udc00',
  '日本語',
  'é',
  '\ufeff',
  ' ',
  '\t',
  '--_NmP',
  'END:VCALENDAR',
];

/** Whatever a person or an attacker could type: line breaks, quotes, lone surrogates, any script, up to 2,000 chars. */
export const hostileText = fc.oneof(
  fc
    .array(
      fc.oneof(
        fc.constantFrom(...NASTY),
        fc.nat(0xffff).map((code) => String.fromCharCode(code)),
      ),
      {
        maxLength: 60,
      },
    )
    .map((pieces) => pieces.join('')),
  fc
    .tuple(fc.constantFrom('a', 'é', '"', '👩‍👧', '\\', 'word ', '漢', '\r\n'), fc.nat(2_000))
    .map(([unit, length]) => unit.repeat(length).slice(0, 2_000)),
);

/** What honest people type in one line, in any script, trimmed, up to 200 code points. */
export const plainLine = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .filter(
    (line) => line === line.trim() && line.length <= 200 && !/[\p{Cc}\u202a-\u202e^"]|\s\s|=\?/u.test(line),
  )
  .map((line) => line.replace(/\s/gu, ' '));

/** What honest people type in many lines. */
export const plainText = fc
  .array(fc.string({ unit: 'grapheme', maxLength: 60 }), { minLength: 1, maxLength: 20 })
  .map((lines) => lines.map((line) => line.replace(/\p{Cc}/gu, '')).join('\n'))
  .filter((text) => text.trim() !== '');
