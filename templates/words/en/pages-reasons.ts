import { link, own, type Phrase, say } from '../../parts/phrase.ts';
import { inWords } from './names.ts';

const behind = {
  'needed-to-learn': 'needed to learn how',
  'in-the-way': 'something was in the way',
  'chose-something-else': 'chose something else',
  'rather-talk': 'rather talked about it',
} as const;

/** What was behind the misses of a manager's conversations, over time and never by person. */
export const reasons = {
  title: 'What was behind what was missed',
  behind,
  month: (name: string, parts: readonly (readonly [keyof typeof behind | 'unsaid', number])[]): Phrase => {
    const told = parts.map(([reason, count]) =>
      reason === 'unsaid' ? `${inWords(count)} without a reason` : `${inWords(count)} ${behind[reason]}`,
    );
    return own(`${name}: ${told.join(', ')}.`);
  },
  where: (rows: readonly { href: string; title: string }[]): Phrase =>
    rows.reduce<Phrase>(
      (told, { href, title }, index) =>
        say`${told}${own(index === 0 ? '' : '; ')}${link(href, say`${title}`)}`,
      own('In: '),
    ),
  meaning:
    'Only what people confirmed as missed, in the words they chose. Learning asks for help, an obstacle for somebody to clear it away.',
};
