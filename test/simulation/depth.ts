import type { Around } from './observe.ts';

/**
 * Tells how many calls follow one another: a call that begins after another has ended is one step deeper. Every call
 * takes a turn of the event loop, so that what is started together is seen to be together.
 */
export function makeDepths(): { around: Around; steps: () => string[][] } {
  const calls: { name: string; step: number }[] = [];
  let ended = 0;
  return {
    around: async (name, call) => {
      const step = ended + 1;
      calls.push({ name, step });
      const answer = await call();
      await new Promise((done) => setImmediate(done));
      ended = Math.max(ended, step);
      return answer;
    },
    steps: () => {
      const deepest = Math.max(0, ...calls.map(({ step }) => step));
      return Array.from({ length: deepest }, (_, index) =>
        [...new Set(calls.filter(({ step }) => step === index + 1).map(({ name }) => name))].sort(),
      );
    },
  };
}
