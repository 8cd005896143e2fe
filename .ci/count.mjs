import { readFileSync } from 'node:fs';

// Closes a run with one plain line; a test that was left out, or none at all, is a failure.
const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(
  readFileSync(process.argv[2], 'utf8'),
);
const skipped = numPendingTests + numTodoTests;
process.stdout.write(`${numPassedTests} passed, ${numFailedTests} failed, ${skipped} skipped\n`);
process.exitCode = numPassedTests === 0 || numFailedTests + skipped > 0 ? 1 : 0;
