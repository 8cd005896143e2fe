import type { Accents } from '../parts/accent.ts';
import { dark, onAccent } from '../parts/tokens.ts';

const wordFont = 'Segoe UI,Arial,sans-serif';

/**
 * The little that cannot stand inline: small screens, dark mode, and Outlook's own dark mode (`data-ogsc`, `-ogsb`). Each a
 * sheet of its own, because Gmail drops a whole one for one thing in it that it does not take.
 */
export function styleSheets({ accent }: Accents): readonly [small: string, dark: string, outlook: string] {
  const inDark = `
.paper { background-color: ${dark.paper} !important; }
.ink { color: ${dark.ink} !important; }
.ink2 { color: ${dark.ink2} !important; }
.line { border-color: ${dark.line} !important; }
.strong { border-color: ${dark.ink} !important; }
.link { color: ${accent} !important; }
.acc { background-color: ${accent} !important; border-color: ${accent} !important; }
.acct { color: ${onAccent.dark} !important; }
.sec { background-color: ${dark.paper} !important; border-color: ${dark.ink} !important; }
.sect { color: ${dark.ink} !important; }
.marker { background-color: ${dark.marker} !important; color: ${dark.ink} !important; }`;
  return [
    `
@media (max-width: 480px) {
.pad { padding-left: 20px !important; padding-right: 20px !important; }
.k, .v { display: block !important; width: auto !important; }
.k { padding-bottom: 0 !important; line-height: 20px !important; }
.v { padding-top: 0 !important; padding-bottom: 8px !important; }
}
`,
    `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {${inDark}
}
`,
    `
[data-ogsc] .ink, [data-ogsc] .sect { color: ${dark.ink} !important; }
[data-ogsc] .ink2 { color: ${dark.ink2} !important; }
[data-ogsc] .link { color: ${accent} !important; }
[data-ogsc] .acct { color: ${onAccent.dark} !important; }
[data-ogsb] .acc { background-color: ${accent} !important; }
[data-ogsb] .marker { background-color: ${dark.marker} !important; }
`,
  ];
}

/** How far an answer's words stand from its edge. */
export const inButton = '13px 18px';

/**
 * Word draws Outlook's mails: it inherits no font into tables, takes Times for a family it has never heard of, ignores a
 * greatest width, and leaves room inside of cells alone, never of a link.
 */
export const outlookHead = `<!--[if mso]><style>td,h1,h2,h3,a,span,div{font-family:${wordFont}}.acc,.sec{padding:${inButton}}</style><xml xmlns:o="urn:schemas-microsoft-com:office:office"><o:OfficeDocumentSettings><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml><![endif]-->\n`;

export const outlookBox = {
  opens:
    '<!--[if mso]><table role="presentation" width="600" align="center" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->\n',
  closes: '<!--[if mso]></td></tr></table><![endif]-->',
};
