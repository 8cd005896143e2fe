import type { TestCase, TestModule } from 'vitest/node';

/** `found`: the name of the test that noticed; `overlooked`: why nothing counts as having noticed. */
export type Verdict = { found: string } | { overlooked: string };

const failureOf = (test: TestCase) => test.result().errors?.[0];

/** What a test file says of a defect. Only what a test expected and did not get is a find: what breaks proves nothing. */
export function verdictOf(module: TestModule | undefined): Verdict {
  const [broken] = module?.errors() ?? [];
  if (!module || broken) return { overlooked: `does not load: ${broken?.message ?? 'no such test file'}` };
  const all = [...module.children.allTests()];
  const failed = all.find((test) => test.result().state === 'failed');
  if (!failed) {
    const ran = all.some((test) => test.result().state === 'passed');
    return { overlooked: ran ? 'every test passed' : 'no test ran' };
  }
  const failure = failureOf(failed);
  // A property tells what it expected as the cause of its failure.
  return [failure, failure?.cause].some((one) => one?.name === 'AssertionError')
    ? { found: failed.fullName }
    : { overlooked: `breaks instead of failing: ${failure?.name}: ${failure?.message}` };
}
