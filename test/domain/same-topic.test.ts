import { expect, it } from 'vitest';
import { remindsOf } from '../../functions/domain/same-topic.ts';

it.each([
  ['Discounts given away', 'Discounts', true],
  ['Discounts', 'A discount nobody asked about', true],
  ['Discounts over fifteen percent', 'Discounts given away without asking', true],
  ['Discounts over fifteen percent', 'Discounts, once more', true],
  ['Once more', 'Not again', false],
  ['Late loading on Fridays', 'Loading', true],
  ['Late loading on Fridays', 'Discounts', false],
  ['QA', 'qa', true],
  ['', 'Discounts', false],
  ['値引き', '値引き', true],
])('“%s” and “%s”: %s', (one, other, same) => {
  expect(remindsOf(one, other)).toBe(same);
  expect(remindsOf(other, one)).toBe(same);
});
