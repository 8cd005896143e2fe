import { ClearError } from '../local/clear-error.ts';

/** Runs a command; what a person can mend is told in one line, and the exit status is 1. */
export async function runCommand(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof ClearError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
