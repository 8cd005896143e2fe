import { isBroken, type Row } from './row.ts';

export type Group = { readonly about: string; readonly rows: readonly Row[] };

const HEADS = ['', 'value', '', 'half of the runs', 'budget', ''];
const RIGHT: ReadonlySet<number> = new Set([1, 3, 4]);
// What is counted is whole; of the rest as many digits as mean something.
const DIGITS: Partial<Record<Row['unit'], number>> = { '%': 1, '×': 2, units: 2, USD: 3, min: 1 };

/** Rows as text in columns: what, value, unit, spread, budget, and whether it is met. */
export function table(groups: readonly Group[]): string {
  const cells = [HEADS, ...groups.flatMap(({ about, rows }) => [[about], ...rows.map(cellsOf)])];
  const wide = cells.filter((row) => row.length > 1);
  const widths = HEADS.map((_, column) => Math.max(...wide.map((row) => (row[column] ?? '').length)));
  return cells
    .map((row) =>
      row
        .map((cell, column) => padded(cell, column, row.length > 1 ? (widths[column] ?? 0) : 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function cellsOf(row: Row): string[] {
  const { what, value, unit, spread, limit, least, goal } = row;
  const most = limit ?? goal;
  const budget = least !== undefined ? `≥ ${least}` : most !== undefined ? `≤ ${most}` : '';
  const isFar = goal !== undefined && value > goal;
  return [
    `  ${what}`,
    amount(value, unit),
    unit,
    spread ? spread.map((end) => amount(end, unit)).join(' – ') : '',
    budget,
    isBroken(row) ? 'BROKEN' : isFar ? 'above the goal' : '',
  ];
}

function amount(value: number, unit: Row['unit']): string {
  return value.toFixed(DIGITS[unit] ?? 0);
}

function padded(cell: string, column: number, width: number): string {
  return RIGHT.has(column) ? cell.padStart(width) : cell.padEnd(width);
}
