/** Percentiles of how late mails left, ms; all 0 when none did. */
export type Lateness = { p50: number; p90: number; p99: number; max: number };

export function latenessOf(mails: readonly { at: number; due: number }[]): Lateness {
  const late = Float64Array.from(mails, ({ at, due }) => at - due).sort();
  const at = (share: number) => late[Math.max(0, Math.ceil(late.length * share) - 1)] ?? 0;
  return { p50: at(0.5), p90: at(0.9), p99: at(0.99), max: at(1) };
}

/** "1 h 02 min", "3 min 05 s" or "4.2 s". */
export function inWords(ms: number): string {
  const two = (count: number) => String(Math.floor(count)).padStart(2, '0');
  if (ms >= 3_600_000) return `${Math.floor(ms / 3_600_000)} h ${two((ms % 3_600_000) / 60_000)} min`;
  if (ms >= 60_000) return `${Math.floor(ms / 60_000)} min ${two((ms % 60_000) / 1000)} s`;
  return `${(ms / 1000).toFixed(1)} s`;
}
