import { describe, expect, test } from 'vitest';
import { folded, searchWords } from '../../functions/domain/find-text.ts';
import { DAY, instant, plus } from '../../functions/domain/instant.ts';
import { type Had, isRepeatOf, topicsHad } from '../../functions/domain/repeated.ts';
import { gistOf } from '../../functions/domain/same-topic.ts';

const NOW = instant(Date.UTC(2027, 0, 8, 9));
const had = (title: string, day: number, people = ['bill'], more: Partial<Had> = {}): Had => ({
  id: `${title} ${day}`,
  title,
  gist: '',
  people,
  recordedAt: plus(NOW, day * DAY),
  ...more,
});

test.each([
  ['Late invoices', 'Late invoices', true],
  ['Late invoices', 'late invoices, again', true],
  ['Late invoices', 'Late deliveries', false],
  ['Sales', 'Sales handover and late invoices', false],
  ['Late delivery', 'Late deliveries', true],
  ['Invoicing late', 'Late invoices', true],
  ['Wrong pallets', 'Wrong palets', true],
  ['Late contacts', 'Late contracts', false],
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

test('one word of the title is enough when the same happened again', () => {
  const happened = (text: string) => ({ gist: gistOf(text, ['Bill']) });
  const first = had(
    'Friday invoices',
    0,
    ['bill'],
    happened('The Fabrikam renewal left without a purchase order.'),
  );
  const same = happened('Again the Fabrikam renewal left, and the purchase order was missing.');
  expect(isRepeatOf(first, had('Invoices gone wrong', 9, ['bill'], same))).toBe(true);
  expect(isRepeatOf(first, had('Something else entirely', 9, ['bill'], same))).toBe(false);
  const [line, another] = ['Line 3', 'Line 4 down'].map((title, day) => had(title, day, ['bill'], same));
  expect(line && another && isRepeatOf(line, another)).toBe(false);
  const other = happened('The Contoso customer never received any invoice from Bill.');
  expect(isRepeatOf(first, had('Invoices gone wrong', 9, ['bill'], other))).toBe(false);
});

describe('what the manager said', () => {
  const first = had('Late invoices', 0);
  const again = (day: number, more: Partial<Had>, title = 'Late invoices') => had(title, day, ['bill'], more);
  const counts = (all: readonly Had[]) => topicsHad(all).map((topic) => topic.again.length);

  test('is one again, counts as one again, whatever it is called', () => {
    expect(counts([first, again(120, { repeats: first.id }, 'The March run')])).toEqual([1]);
  });

  test('is something else, counts as nothing, however alike the two are', () => {
    expect(counts([first, again(20, { isNew: true })])).toEqual([0, 0]);
    expect(counts([first, again(20, {})])).toEqual([1]);
  });

  test('is one again, goes before what looks alike, and is compared where that one is not at hand', () => {
    const keys = had('Keys', 1);
    const all = [first, keys, again(20, { repeats: keys.id })];
    expect(topicsHad(all).map(({ first: one, again: more }) => [one.title, more.length])).toEqual([
      ['Late invoices', 0],
      ['Keys', 1],
    ]);
    expect(counts([first, again(20, { repeats: 'erased' })])).toEqual([1]);
  });
});

test('words are found whatever their accents, capitals and widths', () => {
  expect(folded('  Späte\nRECHNUNGEN ﬁx ＡＢＣ ')).toBe('spate rechnungen fix abc');
  expect(searchWords(' Zoë zoe  Ñandú ')).toEqual(['zoe', 'nandu']);
  expect(searchWords('   ')).toEqual([]);
  expect(searchWords('a b c d e f g')).toHaveLength(5);
  expect(searchWords('x'.repeat(500))[0]).toHaveLength(40);
});
