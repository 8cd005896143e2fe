import { accents } from '../parts/accent.ts';
import { teller } from '../parts/teller.ts';
import { wordsIn } from '../words/words.ts';
import { type Frame, frameOf } from './frame.ts';
import { type MailProps, mailSchema } from './mail.ts';
import { mailHtml } from './mail-html.tsx';
import { mailText } from './mail-text.ts';
import { sectionKinds } from './section.ts';
import type { Context, View } from './view.ts';
import { viewOf } from './view-of.ts';

export type RenderedMail = { subject: string; html: string; text: string };

/** Gmail shows the first 102 KB of a mail; the rest is behind a link. */
const mostOctets = 90_000;

type Size = { compact: boolean; cutAt: number | undefined };

/** How to make room in a mail that would be clipped: first smaller answers, then shorter quotations (html only). */
const sizes: readonly Size[] = [
  { compact: false, cutAt: undefined },
  { compact: true, cutAt: undefined },
  { compact: true, cutAt: 240 },
  { compact: true, cutAt: 80 },
  { compact: true, cutAt: 24 },
];

type Drawn = { frame: Frame; views: readonly View[]; html: string };

function inOrder({ sections }: MailProps) {
  return sections.toSorted((a, b) => sectionKinds.indexOf(a.kind) - sectionKinds.indexOf(b.kind));
}

function draw(context: Context, mail: MailProps, cutAt: number | undefined): Drawn {
  const [first, ...more] = inOrder(mail).map((section) => viewOf(section, context));
  if (first === undefined) throw new Error('a mail has at least one section');
  const views: readonly [View, ...View[]] = [first, ...more];
  const frame = frameOf(context, views);
  const look = { ...accents(mail.tenant.colour), compact: context.compact, cutAt };
  return { frame, views, html: mailHtml(frame, views, look) };
}

const isClipped = (html: string) =>
  html.length * 4 > mostOctets && new TextEncoder().encode(html).length > mostOctets;

function common(mail: MailProps): Omit<Context, 'compact'> {
  const words = wordsIn(mail.language);
  const { topic, title } = mail.conversation;
  return { envelope: mail, words, tell: teller(words.dates, mail.sentAt), topic: { short: topic, title } };
}

/** What a mail says, section by section, before it is drawn. */
export function viewsOf(mail: MailProps): View[] {
  return inOrder(mail).map((section) => viewOf(section, { ...common(mail), compact: false }));
}

/**
 * One mail: the sections in the documented order, whatever order they come in. Pure. Throws a ZodError for props that
 * are not a mail's. The html stays under 90 KB: a mail that would not gets smaller answers and shorter quotations; the
 * text always has every word.
 */
export function renderMail(props: MailProps): RenderedMail {
  const mail = mailSchema.parse(props);
  const context = common(mail);
  const squeeze = ([size, ...smaller]: readonly Size[]): Drawn => {
    const drawn = draw({ ...context, compact: size?.compact ?? true }, mail, size?.cutAt);
    return isClipped(drawn.html) && smaller.length > 0 ? squeeze(smaller) : drawn;
  };
  const { frame, views, html } = squeeze(sizes);
  return { subject: frame.subject, html, text: mailText(frame, views) };
}
