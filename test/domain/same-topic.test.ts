import { expect, it } from 'vitest';
import { gistOf, remindsOf, topicOf } from '../../functions/domain/same-topic.ts';

it.each([
  ['Discounts given away', 'Discounts', true],
  ['Discounts', 'A discount nobody asked about', true],
  ['Discounts over fifteen percent', 'Discounts given away without asking', true],
  ['Discounts over fifteen percent', 'Discounts, once more', true],
  ['Wrong pallets on the Lyon truck', 'Wrong palets for Lyon', true],
  ['Once more', 'Not again', false],
  ['Late loading on Fridays', 'Loading', true],
  ['Late loading on Fridays', 'Discounts', false],
  ['QA', 'qa', true],
  ['', 'Discounts', false],
  ['値引き', '値引き', true],
])('“%s” and “%s”: %s', (one, other, same) => {
  expect(remindsOf(topicOf(one, ''), topicOf(other, ''))).toBe(same);
  expect(remindsOf(topicOf(other, ''), topicOf(one, ''))).toBe(same);
});

const LYON = 'On Thursday the Lyon truck left dock 7 with two pallets meant for Lille. Nobody scanned them.';

it.each([
  ['The truck to Lyon left with pallets that were meant for Lille, and nobody had scanned.', true],
  ['Dirk did not answer the dock phone on Thursday night.', false],
  ['Pallets.', false],
])('reminds of what happened, whatever it is called: “%s” %s', (text, same) => {
  const earlier = topicOf('Late', gistOf(LYON, []));
  expect(remindsOf(earlier, topicOf('Once more', gistOf(text, ['Dirk Jansen'])))).toBe(same);
});

it('keeps of what happened neither names nor numbers, and of a long text the words that say most', () => {
  expect(gistOf('Bill gave 38 percent away, Bill again.', ['Bill Smith']).split(' ')).toEqual([
    'percent',
    'gave',
  ]);
  const long = Array.from({ length: 90 }, (_, index) => `word${'x'.repeat(index % 30)}`).join(' ');
  expect(gistOf(long, []).split(' ')).toHaveLength(24);
  expect(gistOf('', [])).toBe('');
});
