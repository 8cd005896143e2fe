import { expect, it } from 'vitest';
import { type Erasing, erasePerson } from '../../../functions/domain/erase-person.ts';
import type { Fact } from '../../../functions/domain/facts.ts';
import { instant } from '../../../functions/domain/instant.ts';

const ERASING: Erasing = {
  person: 'p2',
  commitments: new Set(['c1']),
  anonymous: 'erased-1',
  called: ['Bill Moss', 'Bill', 'Moss'],
  addresses: ['bill@acme.example'],
};
const noted = (by: 'p1' | 'p2', words: string): Fact => ({
  ...{ v: 1, no: 2, at: instant(0), by, type: 'noted', about: 'check-in' },
  words: { words },
});
const wordsAfter = (fact: Fact, erasing: Partial<Erasing> = {}) =>
  erasePerson([fact], { ...ERASING, ...erasing })[0]?.words?.words;

it.each([
  ['Bill Moss and Bill', 'Someone and Someone'],
  ['Ask Mr Moss, or Bill’s deputy.', 'Ask Mr Someone, or Someone’s deputy.'],
  ['Billing and the bill stay, Mossgrove too.', 'Billing and the bill stay, Mossgrove too.'],
  ['Write to BILL@acme.example (Bill).', 'Write to Someone (Someone).'],
])('what others wrote keeps its words, but not the name: %s', (before, after) => {
  expect(wordsAfter(noted('p1', before))).toBe(after);
});

it('finds a name in a script without spaces, and one that means something in a pattern', () => {
  expect(wordsAfter(noted('p1', '山田さんが言った'), { called: ['山田'] })).toBe('Someoneさんが言った');
  expect(wordsAfter(noted('p1', 'A (B.) and AxBx'), { called: ['A (B.)'] })).toBe('Someone and AxBx');
});

it('takes all of their own words, and what was said of what they promised', () => {
  expect(wordsAfter(noted('p2', 'The copier again.'))).toBe('[erased]');
  const judged: Fact = {
    ...{ v: 1, no: 3, at: instant(0), by: 'p1', type: 'judged', commitment: 'c1', verdict: 'missed' },
    words: { words: 'Not once.' },
  };
  expect(wordsAfter(judged)).toBe('[erased]');
  expect(wordsAfter({ ...judged, commitment: 'c2' })).toBe('Not once.');
});

it('takes what was learned from what they missed, whoever wrote it down', () => {
  const learned: Fact = {
    ...{ v: 1, no: 3, at: instant(0), by: 'p1', type: 'noted', about: 'learned', commitment: 'c1' },
    words: { words: 'He was alone in the shop.' },
  };
  expect(wordsAfter(learned)).toBe('[erased]');
  expect(wordsAfter({ ...learned, type: 'followed', commitment: 'c1', how: 'helps-instead' })).toBe(
    '[erased]',
  );
});

it('takes how they wanted to do it, and what help they needed', () => {
  const answered: Fact = {
    ...{ v: 1, no: 3, at: instant(0), by: 'p2', type: 'askAnswered', commitment: 'c1' },
    words: { how: 'With Mei, on Tuesday.', help: 'A quiet hour.' },
  };
  expect(erasePerson([answered], ERASING)[0]?.words).toEqual({ how: '[erased]', help: '[erased]' });
});

it('leaves blank words blank, because blank means something', () => {
  expect(wordsAfter(noted('p2', ''))).toBe('');
});
