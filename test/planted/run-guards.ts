import { resolve } from 'node:path';
import { createVitest, type TestModule, type TestSpecification, type Vitest } from 'vitest/node';
import type { Guard } from './guard.ts';
import { makePlanting, type Planting } from './planting.ts';
import { type Verdict, verdictOf } from './verdict.ts';

const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The names that a title stands for once its placeholders are filled in. */
function patternOf({ suite, title }: Guard): string {
  const named = title
    .split(/%[a-z]|\$[a-z]+/)
    .map(literally)
    .join('.*');
  return suite === undefined ? named : `^${literally(suite)}.*${named}`;
}

function testsOf(vitest: Vitest, file: string, guards: readonly Guard[]): TestSpecification {
  const testNamePattern = new RegExp(guards.map(patternOf).join('|'));
  return vitest.getRootProject().createSpecification(resolve(file), { testNamePattern });
}

const moduleOf = (modules: readonly TestModule[], file: string) =>
  modules.find(({ moduleId }) => moduleId === resolve(file));

async function started(planting: Planting, isolate: boolean): Promise<Vitest> {
  const vitest = await createVitest(
    {
      config: 'test/planted/vitest.config.ts',
      watch: false,
      reporters: [{}],
      cache: false,
      globalSetup: [],
      pool: 'threads',
      maxWorkers: 1,
      isolate,
      bail: 1,
    },
    { plugins: [planting.plugin] },
  );
  await vitest.standalone();
  return vitest;
}

/**
 * Runs the tests of all guards with nothing planted, in one worker, which is quick. Answers what does not pass: a test that
 * fails anyway would "find" whatever is planted.
 */
export async function failingAnyway(guards: readonly Guard[]): Promise<string[]> {
  const vitest = await started(makePlanting(), false);
  const byFile = Map.groupBy(guards, ({ test }) => test);
  const { testModules } = await vitest.runTestSpecifications(
    [...byFile].map(([file, theirs]) => testsOf(vitest, file, theirs)),
  );
  await vitest.close();
  return [...byFile.keys()].flatMap((file) => {
    const verdict = verdictOf(moduleOf(testModules, file));
    if ('found' in verdict) return [`${file}: “${verdict.found}” fails although nothing is planted`];
    return verdict.overlooked === 'every test passed' ? [] : [`${file}: ${verdict.overlooked}`];
  });
}

async function withoutGuard(vitest: Vitest, planting: Planting, guard: Guard): Promise<Verdict> {
  vitest.invalidateFile(resolve(guard.file));
  planting.plant(guard);
  const { testModules } = await vitest.runTestSpecifications([testsOf(vitest, guard.test, [guard])]);
  const wasRead = planting.wasRead();
  planting.plant(undefined);
  vitest.invalidateFile(resolve(guard.file));
  return wasRead
    ? verdictOf(moduleOf(testModules, guard.test))
    : { overlooked: 'its test never reads that file' };
}

/** Takes one guard out after the other, and hears what its test says; each in a worker of its own, one at a time. */
export async function* plantedOneByOne(guards: readonly Guard[]): AsyncGenerator<[Guard, Verdict]> {
  const planting = makePlanting();
  const vitest = await started(planting, true);
  for (const guard of guards) yield [guard, await withoutGuard(vitest, planting, guard)];
  await vitest.close();
}
