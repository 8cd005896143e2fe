/** Where a fault happened, without its message: that may quote what people wrote, and logs carry ids only. */
function stackOf(problem: unknown): string[] {
  const lines = problem instanceof Error ? (problem.stack ?? '').split('\n') : [];
  return lines
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim());
}

/** Writes one line of JSON about something that failed. `ids`: what it happened to. */
export function logFault(what: string, ids: Readonly<Record<string, string>>, problem: unknown): void {
  const fault = problem instanceof Error ? problem.name : typeof problem;
  const line = { level: 'error', message: what, ...ids, fault, stack: stackOf(problem) };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}
