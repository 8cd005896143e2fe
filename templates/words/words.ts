import { en } from './en.ts';

/** Every sentence of the product in one language. */
export type Words = Omit<typeof en, 'language' | 'direction'> & {
  language: string;
  direction: 'ltr' | 'rtl';
};

const catalogues: readonly Words[] = [{ ...en, direction: 'ltr' }];
const [english] = catalogues;

/** The catalogue for a BCP 47 language tag; English where there is none. */
export function wordsIn(language: string): Words {
  const wanted = language.toLowerCase().split('-')[0];
  return catalogues.find((words) => words.language === wanted) ?? english ?? { ...en, direction: 'ltr' };
}
