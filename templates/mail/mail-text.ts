import type { Frame } from './frame.ts';
import { phraseText } from './phrase-text.ts';
import { blockText, wrapped } from './text-blocks.ts';
import type { Block, View } from './view.ts';

const between = '-'.repeat(40);

/** What follows a heading, and what is said of a quotation, stands right under it. */
const standsUnder = (block: Block, above: Block | undefined) =>
  above?.is === 'heading' || (above?.is === 'quote' && (block.is === 'facts' || block.is === 'paragraph'));

function sectionText(view: View, nth: number, repeated: boolean): string {
  const head = repeated ? [] : [wrapped(phraseText(view.title)), wrapped(phraseText(view.lead))];
  const blocks = [...(view.top ?? []), ...view.blocks].filter(({ is }) => is !== 'rule');
  const body = blocks.map((block, i) => {
    const gap = i === 0 ? '' : standsUnder(block, blocks[i - 1]) ? '\n' : '\n\n';
    return gap + blockText(block);
  });
  return [...(nth === 0 ? [] : [between]), ...head, body.join('')].join('\n\n');
}

/** The whole mail as plain text, 72 columns, with every fact and every link that the html has. */
export function mailText(frame: Frame, views: readonly View[]): string {
  const links = frame.footerLinks.map(({ label, to }) => `${phraseText(label)} ${to}`);
  const footer = ['--', ...frame.footer.map((line) => wrapped(phraseText(line))), ...links].join('\n');
  const sections = views.map((view, i) => sectionText(view, i, frame.repeated[i] ?? false));
  return `${[wrapped(phraseText(frame.from)), ...sections, footer].join('\n\n')}\n`;
}
