import * as z from 'zod/mini';

const TEXT_LIMIT = 2000;
const TITLE_LIMIT = 150;
const NAME_LIMIT = 100;
const PLACE_LIMIT = 200;

// C0 and C1 controls, and the line and paragraph separators that a header or an iCalendar line would break at.
// Bidirectional marks stay: Arabic and Hebrew need them, and every output isolates what it embeds.
const CONTROLS = /(?![\t\n])[\p{Cc}\u2028\u2029]/gu;
const LINE_BREAKS = /\r\n?|[\u0085\u2028\u2029]/g;
const LONE_SURROGATES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Several lines as typed: line breaks kept as LF, controls out, ends trimmed. */
function cleanText(typed: string): string {
  return typed
    .replace(LINE_BREAKS, '\n')
    .replace(CONTROLS, '')
    .replace(LONE_SURROGATES, '\ufffd')
    .trim()
    .normalize('NFC');
}

/** One line: every line break and run of white space becomes one space. */
export function cleanLine(typed: string): string {
  return cleanText(typed.replace(LINE_BREAKS, ' ')).replace(/\s+/g, ' ');
}

/** What a field that was left out is told, instead of what its shape should have been. */
export function orMissing(message: string) {
  return (issue: { input?: unknown }) => (issue.input === undefined ? 'Fill this in.' : message);
}

function limited(limit: number, clean: (typed: string) => string) {
  const typed = z.string({ error: orMissing('Write a text.') });
  const short = z.string().check(
    z.superRefine((text, context) => {
      if (text.length <= limit) return;
      const message = `Use at most ${limit.toLocaleString('en')} characters; these are ${text.length.toLocaleString('en')}.`;
      context.addIssue({ code: 'custom', message, input: text });
    }),
  );
  return z.pipe(z.pipe(typed, z.transform(clean)), short);
}

const EXCERPT_LIMIT = 60;

/** The beginning of something typed, in one line, to be repeated in a message. */
export function excerpt(typed: string): string {
  const line = cleanLine(typed.slice(0, 4 * EXCERPT_LIMIT));
  return line.length > EXCERPT_LIMIT ? `${cleanText(line.slice(0, EXCERPT_LIMIT))}…` : line;
}

// Blanks and invisible marks alone are no words.
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

function filled<T extends z.ZodMiniType<string>>(schema: T, message: string) {
  return schema.check(z.refine((text) => VISIBLE.test(text), message));
}

export const title = filled(limited(TITLE_LIMIT, cleanLine), 'Say in a few words what it is about.');
export const name = filled(limited(NAME_LIMIT, cleanLine), 'Write a name.');
export const place = limited(PLACE_LIMIT, cleanLine);
export const optionalText = limited(TEXT_LIMIT, cleanText);
export const requiredText = filled(limited(TEXT_LIMIT, cleanText), 'Write at least a word.');

/** A blank or a dash means: nothing proposed, ask the owner (method A3). */
export const consequenceText = z.pipe(
  optionalText,
  z.transform((text) => (/^[-–—]?$/.test(text) ? '' : text)),
);
