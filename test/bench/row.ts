/** One line of the table. Above its `limit`, or below its `least`, the run fails; a `goal` is only shown. */
export type Row = {
  readonly what: string;
  readonly value: number;
  /** `units`: of the reference in test/bench/reference.ts. `×`: a ratio to what the row names. */
  readonly unit:
    | 'KB'
    | 'ms'
    | 'calls'
    | 'deep'
    | 'mails'
    | '/s'
    | 'units'
    | '×'
    | '%'
    | 'queries'
    | 'files'
    | 'min'
    | 'USD'
    | 'schedules';
  /** Of a measurement that was taken several times: what half of them lie between. */
  readonly spread?: readonly [low: number, high: number];
  readonly goal?: number;
  readonly limit?: number;
  readonly least?: number;
};

export function isBroken({ value, limit, least }: Row): boolean {
  // Written so that a value which is no number is broken too.
  if (limit !== undefined && !(value <= limit)) return true;
  return least !== undefined && !(value >= least);
}
