import { missingTools } from './requires.ts';

/** Says once what the run must leave out; where CI is set a suite that would be left out is a failure. */
export function setup(): void {
  const missing = missingTools();
  if (missing.length > 0 && process.env.CI) throw new Error(missing.join('; '));
  for (const line of missing) process.stdout.write(`skipped: ${line}\n`);
}
