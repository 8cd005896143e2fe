import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evolve, replay } from '../../../functions/domain/evolve.ts';
import { factSchema } from '../../../functions/domain/facts.ts';
import { plan } from '../../../functions/domain/plan.ts';
import { beginning } from './beginnings.ts';
import { steps } from './steps.ts';
import { play } from './world.ts';

const RUNS = { numRuns: 40 };

/** Frozen through and through; a Set cannot be frozen, so adding to it throws instead. */
function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  if (value instanceof Set) {
    const refuse = () => {
      throw new TypeError('this set is not to be changed');
    };
    Object.assign(value, { add: refuse, delete: refuse, clear: refuse });
  }
  for (const inner of Object.values(value)) deepFreeze(inner);
  return Object.freeze(value);
}

test('a conversation never owes the same key twice, and every key fits a tag', () => {
  fc.assert(
    fc.property(beginning, steps, (begun, taken) => {
      const { open, happened } = play(begun, taken);
      for (const state of [...happened.map(({ before }) => before), open]) {
        const keys = plan(state).map(({ key }) => key);
        expect(keys).toEqual([...new Set(keys)]);
        for (const key of keys) expect(key).toMatch(/^[a-z0-9_-]{1,64}$/);
      }
    }),
    RUNS,
  );
});

test('evolving and planning change nothing they are given', () => {
  fc.assert(
    fc.property(beginning, steps, (begun, taken) => {
      play(begun, taken, [], {
        fact: (before, fact) => {
          evolve(deepFreeze(before), deepFreeze(fact));
          plan(before);
        },
      });
    }),
    RUNS,
  );
});

test('the facts tell the whole conversation, also after they were stored', () => {
  fc.assert(
    fc.property(beginning, steps, (begun, taken) => {
      const { open, facts } = play(begun, taken);
      const stored = facts.map((fact) => factSchema.parse(JSON.parse(JSON.stringify(fact))));
      const told = { ...open, claimed: new Set() };
      expect(replay('x', facts)).toEqual(told);
      expect(replay('x', stored)).toEqual(told);
    }),
    RUNS,
  );
});
