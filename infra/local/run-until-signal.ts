import { ClearError } from './clear-error.ts';
import type { LocalSystem } from './start-local.ts';

const LONGEST_GOODBYE_MS = 10_000;

/**
 * Starts a system, prints where mail goes and then the one line `ready app=… console=…`, and ends it cleanly with status 0 on SIGINT or SIGTERM. What a
 * person can mend is one line on stderr and status 1; anything else comes with its stack.
 */
export async function runUntilSignal(
  start: () => Promise<Pick<LocalSystem, 'appUrl' | 'consoleUrl' | 'smtpUrl' | 'close'>>,
): Promise<void> {
  try {
    const system = await start();
    let leaving = false;
    const leave = () => {
      // tsx passes on a Ctrl-C that the terminal had sent to everybody: the second one is the same one.
      if (leaving) return;
      leaving = true;
      setTimeout(() => end('It did not end within ten seconds.', 1), LONGEST_GOODBYE_MS).unref();
      system.close().then(() => process.exit(0), fail);
    };
    process.on('SIGINT', leave);
    process.on('SIGTERM', leave);
    process.stdout.write(
      `mail to the reply domain: ${system.smtpUrl}\nready app=${system.appUrl} console=${system.consoleUrl}\n`,
    );
  } catch (error) {
    fail(error);
  }
}

function fail(error: unknown): void {
  if (error instanceof ClearError) end(error.message.replace(/\s*\n\s*/g, ' · '), 1);
  else end(error instanceof Error ? (error.stack ?? error.message) : String(error), 1);
}

function end(message: string, status: number): void {
  process.stderr.write(`${message}\n`);
  process.exit(status);
}
