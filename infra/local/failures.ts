/** A handler or a source that threw: what CloudWatch would hold in AWS. `at` is ISO, UTC. */
export type Failure = { at: string; source: string; message: string };

export type FailureLog = { add(source: string, error: unknown): void; list(): readonly Failure[] };

const KEPT = 200;

/** Keeps the newest failures for the console; `write` also gets each with its stack. */
export function createFailureLog(now: () => number, write: (text: string) => void): FailureLog {
  const failures: Failure[] = [];
  return {
    add(source, error) {
      const message = error instanceof Error ? error.message : String(error);
      failures.push({ at: new Date(now()).toISOString(), source, message });
      if (failures.length > KEPT) failures.shift();
      write(`${source} failed: ${(error instanceof Error && error.stack) || message}\n`);
    },
    list: () => failures,
  };
}
