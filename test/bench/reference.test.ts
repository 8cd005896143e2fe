import { expect, it } from 'vitest';
import { costOf, oneUnit } from './reference.ts';

it('gives a thing that takes two of the reference about two units', async () => {
  const twenty = () => Array.from({ length: 20 }, oneUnit).length;
  const { units } = await costOf(twenty, { times: 10, runs: 3, warm: 1 });
  expect(units).toBeGreaterThan(1.2);
  expect(units).toBeLessThan(3.3);
});

it('does the same work every time', () => {
  expect(oneUnit()).toBe(oneUnit());
  expect(oneUnit()).toBeGreaterThan(10_000);
});
