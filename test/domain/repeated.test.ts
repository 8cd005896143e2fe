import { expect, test } from 'vitest';
import { folded, searchWords } from '../../functions/domain/find-text.ts';
import { DAY, instant, plus } from '../../functions/domain/instant.ts';
import { type Had, isRepeatOf, topicsHad } from '../../functions/domain/repeated.ts';

const NOW = instant(Date.UTC(2027, 0, 8, 9));
const had = (title: string, day: number, people = ['bill']): Had => ({
  title,
  people,
  recordedAt: plus(NOW, day * DAY),
});

test.each([
  ['Late invoices', 'Late invoices', true],
  ['Late invoices', 'late invoices, again', true],
  ['Late invoices', 'Late deliveries', false],
  ['Sales', 'Sales handover and late invoices', false],
  ['Übergabe am Montag', 'Ubergabe, Montag', true],
  ['値引き', '値引き', true],
  ['値引き', '引き継ぎ', false],
  ['—', '—', false],
])('“%s” and “%s” are one topic: %s', (one, other, same) => {
  expect(isRepeatOf(had(one, 0), had(other, 30))).toBe(same);
});

test('a topic comes back with the same people, within ninety days, and never before itself', () => {
  const first = had('Late invoices', 0, ['bill', 'mei']);
  expect(isRepeatOf(first, had('Late invoices', 90, ['mei']))).toBe(true);
  expect(isRepeatOf(first, had('Late invoices', 91, ['mei']))).toBe(false);
  expect(isRepeatOf(first, had('Late invoices', 10, ['mei', 'olga']))).toBe(false);
  expect(isRepeatOf(first, had('Late invoices', 10, []))).toBe(false);
  expect(isRepeatOf(had('Late invoices', 1), had('Late invoices', 0))).toBe(false);
  expect(isRepeatOf(first, first)).toBe(false);
});

test('what came back stands behind the first of its kind, however often', () => {
  const all = [
    had('Late invoices', 150),
    had('Discounts', 20),
    had('Late invoices', 80),
    had('Late invoices', 0),
  ];
  const topics = topicsHad(all).map(({ first, again }) => [first.title, again.length]);
  expect(topics).toEqual([
    ['Late invoices', 2],
    ['Discounts', 0],
  ]);
});

test('words are found whatever their accents, capitals and widths', () => {
  expect(folded('  Späte\nRECHNUNGEN ﬁx ＡＢＣ ')).toBe('spate rechnungen fix abc');
  expect(searchWords(' Zoë zoe  Ñandú ')).toEqual(['zoe', 'nandu']);
  expect(searchWords('   ')).toEqual([]);
  expect(searchWords('a b c d e f g')).toHaveLength(5);
  expect(searchWords('x'.repeat(500))[0]).toHaveLength(40);
});
