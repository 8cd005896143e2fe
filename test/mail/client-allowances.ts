/** What some programs cannot draw and a mail may have all the same: on these elements, in these programs, for this reason. */
export type Allowance = { features: readonly string[]; on: RegExp; in: RegExp; why: string };

const ANY = /./u;
const WORD = /^outlook\.windows/u;
const NOT_APPLE = /^(?:gmail|outlook)\./u;
const SHEET = /^style/u;

export const allowances: readonly Allowance[] = [
  {
    features: [
      '<style> element',
      '@media',
      'Attribute selector',
      'Class selector',
      'Descendant combinator',
      '!important keyword',
      'color-scheme CSS property',
    ],
    on: SHEET,
    in: NOT_APPLE,
    why: 'Small screens and dark mode alone stand in style sheets: a mail without them is white and whole.',
  },
  {
    features: ['padding', 'background'],
    on: SHEET,
    in: WORD,
    why: 'The sheet that Word alone sees names cells; the dark one, that Word leaves out, has plain colours.',
  },
  {
    features: ['color-scheme meta tag'],
    on: /^meta$/u,
    in: ANY,
    why: 'Says that there is a dark version; who does not know it shows the white one, or inverts it.',
  },
  {
    features: ['border-radius'],
    on: /^td\.(?:acc|sec)$/u,
    in: WORD,
    why: 'Answers have square corners there.',
  },
  {
    features: ['word-break', 'overflow-wrap', 'overflow'],
    on: /^td\.paper$/u,
    in: ANY,
    why: 'For words wider than a phone; one of the two works everywhere but in Word, where such a word makes the mail wider. caniemail counts overflow-wrap as overflow, too.',
  },
  {
    features: ['display:none', 'display', 'max-height property', 'overflow', 'aria-hidden attribute'],
    on: /^div$/u,
    in: ANY,
    why: 'The first line for the inbox: hidden in two ways, of which each program knows one; no table is inside.',
  },
  {
    features: ['max-width', 'margin'],
    on: /^div$/u,
    in: ANY,
    why: 'The 600 px: Word gets a table of that width in the middle; on an iPhone no screen is wider.',
  },
  {
    features: ['padding', 'display'],
    on: /^a\.(?:acct|sect)$/u,
    in: /^(?:outlook\.windows|gmail\.(?:android|ios)$)/u,
    why: 'The whole answer can be pressed; in Word its words alone, and their cell has the room around them. Gmail misses other values.',
  },
  {
    features: ['padding'],
    on: /^span\.marker$/u,
    in: WORD,
    why: 'The marker ends with its words there.',
  },
  {
    features: ['<body> element', 'padding', 'margin'],
    on: /^(?:body\.paper|tbody|td)$/u,
    in: NOT_APPLE,
    why: 'The table in the body has the same. caniemail takes <tbody> for a body.',
  },
  {
    features: ['display'],
    on: /^img$/u,
    in: /^(?:outlook\.windows|gmail\.(?:android|ios)$)/u,
    why: 'A logo stands in a cell of its own.',
  },
  {
    features: ['role attribute'],
    on: /^table$/u,
    in: /^outlook\.windows-mail$/u,
    why: 'Only for screen readers, which that program does not tell of tables anyway.',
  },
  {
    features: ['target attribute'],
    on: /^a\./u,
    in: ANY,
    why: 'Links open a window of their own everywhere.',
  },
  {
    features: ['align attribute'],
    on: /^table$/u,
    in: /^outlook\.macos$/u,
    why: 'Only left and right fail; ours is the middle.',
  },
  {
    features: ['dir attribute'],
    on: /^(?:html|div\.ink|span|span\.marker)$/u,
    in: /^(?:outlook\.windows|gmail\.mobile-webmail)/u,
    why: 'Fails on links; and old Gmail turns a whole mail around for one Arabic quotation, which stays readable.',
  },
  {
    features: ['padding'],
    on: /^td/u,
    in: WORD,
    why: 'Cells are where Word knows it, and those of one row have the same above and below.',
  },
  {
    features: ['margin'],
    on: /^h[123]\.ink$/u,
    in: NOT_APPLE,
    why: 'Always 0; negative and automatic ones fail.',
  },
  {
    features: ['background'],
    on: /^(?:td|span)\./u,
    in: WORD,
    why: 'Plain colours work, pictures do not.',
  },
  {
    features: ['border'],
    on: /^(?:td|table)/u,
    in: WORD,
    why: 'Up to 8 px; unsure on <p> and <div> alone.',
  },
  {
    features: ['font-size', 'font-weight', 'letter-spacing'],
    on: /^(?:a|div|h[123]|span|td)/u,
    in: WORD,
    why: 'Sizes in px and bold or not are all it knows, and all there is.',
  },
  {
    features: ['line-height'],
    on: /^(?:a|div|h[123]|span|td)/u,
    in: WORD,
    why: 'Taken for the least: a line of large letters grows, and nothing is cut off.',
  },
  {
    features: ['width attribute', 'width property', 'height property'],
    on: /^(?:table|td)/u,
    in: /^outlook\.windows$/u,
    why: 'Fails on everything but tables and cells.',
  },
  {
    features: ['width attribute', 'height attribute'],
    on: /^img$/u,
    in: /^outlook\.windows$/u,
    why: 'A logo has its own size, which stays as it is on finer screens.',
  },
  {
    features: ['text-decoration'],
    on: /^a\./u,
    in: /^(?:outlook\.windows|gmail\.(?:android|ios)$)/u,
    why: 'One value works in Word; Gmail with another provider’s mailbox underlines as it likes.',
  },
];
