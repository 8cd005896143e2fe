import { isolate } from '../parts/direction.ts';
import { say } from '../parts/phrase.ts';
import { columns, wrap } from '../parts/wrap.ts';
import { phraseText } from './phrase-text.ts';
import type { Answer, Block, Fact } from './view.ts';

const width = 72;
const labelWidth = 22;

export const wrapped = (text: string): string => wrap(text, width);

function facts(rows: readonly Fact[]): string {
  const labels = rows.map(({ label }) => `${phraseText(label)}:`);
  const column = Math.min(Math.max(...labels.map(columns)) + 2, labelWidth);
  return rows
    .map(({ value }, i) => {
      const label = labels[i] ?? '';
      const room = Math.max(column - columns(label), 1);
      const line = `  ${label}${' '.repeat(room)}${phraseText(value)}`;
      return wrap(line.replace(/^ +/u, ''), width - 2, ' '.repeat(column)).replace(/^/gmu, '  ');
    })
    .join('\n');
}

function answer({ label, sub, to }: Answer): string {
  const words = phraseText(sub === undefined ? label : say`${label} – ${sub}`);
  const line = `* ${words}: ${to}`;
  return columns(line) <= width ? line : `${wrap(`* ${words}:`, width, '  ')}\n  ${to}`;
}

/** One block as plain text, wrapped at 72 columns; the same facts and links as its html. */
export function blockText(block: Block): string {
  switch (block.is) {
    case 'heading':
      return wrapped(phraseText(block.of).toUpperCase());
    case 'quote': {
      const words = wrapped(isolate(`“${block.words}”`));
      return block.by === undefined ? words : `${words}\n${wrapped(`(${phraseText(block.by)})`)}`;
    }
    case 'facts':
      return facts(block.rows);
    case 'paragraph':
      return wrapped(phraseText(block.of));
    case 'answers':
    case 'links':
      return block.of.map(answer).join('\n');
    case 'rule':
      return '';
  }
}
