import type { Finding } from './finding.ts';

/** The findings as a table for a terminal, in the order in which they were made. */
export function findingsTable(findings: readonly Finding[]): string {
  const wide = Math.max(0, ...findings.map(({ check }) => check.length));
  return findings
    .map(({ check, state, advice }) => `${check.padEnd(wide)}  ${state.padEnd(4)}  ${advice}`.trimEnd())
    .join('\n');
}
