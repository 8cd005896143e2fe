import { expect, it } from 'vitest';
import { makePace } from '../../../functions/adapters/send-rate.ts';
import { runHerd } from './run-herd.ts';

const SMALL = { deliveries: 2_000, rate: 20, seed: 1 };

it('drains a small herd at its rate, and never above it', async () => {
  const run = await runHerd(SMALL);
  expect(run).toMatchObject({ sent: 2_000, refused: 0, mostInASecond: 20 });
  expect(run.share).toBeGreaterThan(0.8);
});

it('finds a gate that lets a quarter too much through', async () => {
  const run = await runHerd({ ...SMALL, pace: (rate, now, wait) => makePace(rate * 1.25, now, wait) });
  expect(run.mostInASecond).toBeGreaterThan(20);
});

it('finds a gate that is too narrow', async () => {
  const narrow = await runHerd({ ...SMALL, pace: (rate, now, wait) => makePace(rate * 0.75, now, wait) });
  expect(narrow.share).toBeLessThan((await runHerd(SMALL)).share - 0.1);
});
