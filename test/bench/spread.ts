/** Of several runs of one thing: the one in the middle, and the two that half of them lie between. */
export type Spread = { readonly median: number; readonly low: number; readonly high: number };

/** NaN of no runs. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
  return { median: at(0.5), low: at(0.25), high: at(0.75) };
}
