/** One line of the table. A broken `limit` fails the run; a `goal` is only shown. */
export type Row = {
  readonly what: string;
  readonly value: number;
  readonly unit: 'KB' | 'ms' | 'calls' | 'deep' | 'mails' | '/s';
  readonly goal?: number;
  readonly limit?: number;
};

/** More is better for a rate, less for everything else. */
export function isBroken({ value, unit, limit }: Row): boolean {
  if (limit === undefined) return false;
  return unit === '/s' ? value < limit : value > limit;
}
