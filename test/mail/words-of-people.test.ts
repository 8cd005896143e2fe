import { expect, test } from 'vitest';
import { subjectLine } from '../../templates/mail/subject.ts';
import { called } from '../../templates/parts/called.ts';
import { cleanLine, cleanText } from '../../templates/parts/clean.ts';
import { isolate } from '../../templates/parts/direction.ts';
import { quote, say } from '../../templates/parts/phrase.ts';
import { columns, wrap } from '../../templates/parts/wrap.ts';

test('people are called by nickname or first name, and in full where that is not clear', () => {
  expect(called(['Dana "DJ" Johnson', 'William "Bill" O\'Reilly, Jr.', 'Mei-Ling Chen'])).toEqual([
    'Dana',
    'Bill',
    'Mei-Ling',
  ]);
  expect(called(["Marieke van 't Hof", "Siobhán O'Shea", 'Tom de Wit', 'Tom Visser'])).toEqual([
    'Marieke',
    'Siobhán',
    'Tom de Wit',
    'Tom Visser',
  ]);
  expect(called(['山田 太郎', 'محمد علي', 'Jansen, Dirk', 'Dr. Ada Byron', 'Jo'])).toEqual([
    '山田 太郎',
    'محمد علي',
    'Jansen, Dirk',
    'Dr. Ada Byron',
    'Jo',
  ]);
});

test('what was typed loses what would end a line or turn it around, and nothing else', () => {
  expect(cleanText('  a\r\nb\rc\u0000\u202ed\u2066 ')).toBe('a\nb\ncd');
  expect(cleanLine('Discounts\r\nBcc: x')).toBe('Discounts Bcc: x');
  expect(cleanText('S:\\dock\t"stops" — 100 %; ‏שלום')).toBe('S:\\dock\t"stops" — 100 %; ‏שלום');
});

test('a name that runs the other way is kept apart from the sentence, line by line', () => {
  expect(isolate('יעל')).toBe('\u2068יעל\u2069');
  expect(isolate('Bill')).toBe('Bill');
  expect(isolate('a\nب')).toBe('a\n\u2068ب\u2069');
});

test('a long subject loses the end of somebody’s words, not its own', () => {
  const action = 'Scan every pallet at the dock door, not at the rack;\nnobody else signs, no exceptions.';
  const subject = subjectLine(say`Due tomorrow, 18:00: ${quote(action)}`, ' (and 2 more)');
  expect(subject).toBe('Due tomorrow, 18:00: “Scan every pallet at the dock door, not…” (and 2 more)');
  expect(subject.length).toBeLessThanOrEqual(78);
});

test('a cut subject never ends inside a character', () => {
  const subject = subjectLine(say`${'👩🏽‍🚀'.repeat(40)} has not answered yet`, '');
  expect(subject).toMatch(/^(?:👩🏽‍🚀)+… has not answered yet$/u);
  expect(subject.isWellFormed()).toBe(true);
});

test('text wraps by columns, keeps its lines and never breaks an address', () => {
  const address = `https://talks.northwind.example/p/${'x'.repeat(90)}`;
  expect(wrap(`Or propose another date: ${address} now`, 40)).toBe(
    `Or propose another date:\n${address}\nnow`,
  );
  expect(wrap('one two\nthree', 5, '  ')).toBe('one\n  two\n  three');
  const wide = wrap('割引の前に必ず電話してください。'.repeat(6), 30).split('\n');
  expect(wide.every((line) => columns(line) <= 30)).toBe(true);
});
