import { en } from './en.ts';

/** Every sentence of the product in one language. */
export type Words = typeof en;

const catalogues: readonly Words[] = [en];

/** The catalogue for a BCP 47 language tag; English where there is none. */
export function wordsIn(language: string): Words {
  const wanted = language.toLowerCase().split('-')[0];
  return catalogues.find((words) => words.language === wanted) ?? en;
}
