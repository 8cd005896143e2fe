import { isBroken, type Row } from './row.ts';

const HEADS = ['what', 'value', '', 'half of the runs', 'budget', ''];
const RIGHT: ReadonlySet<number> = new Set([1, 3, 4]);

/** Rows as text in columns: what, value, unit, spread, budget, and whether it is met. */
export function table(rows: readonly Row[]): string {
  const cells = [HEADS, ...rows.map(cellsOf)];
  const widths = HEADS.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)));
  return cells
    .map((row) =>
      row
        .map((cell, column) => padded(cell, column, widths[column] ?? 0))
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
    what,
    amount(value, unit),
    unit,
    spread ? spread.map((end) => amount(end, unit)).join(' – ') : '',
    budget,
    isBroken(row) ? 'BROKEN' : isFar ? 'above the goal' : '',
  ];
}

/** What is counted is whole; of the rest as many digits as mean something. */
function amount(value: number, unit: Row['unit']): string {
  const digits: Partial<Record<Row['unit'], number>> = { ms: 1, '%': 1, '×': 2, units: 2, USD: 2 };
  return value.toFixed(digits[unit] ?? 0);
}

function padded(cell: string, column: number, width: number): string {
  return RIGHT.has(column) ? cell.padStart(width) : cell.padEnd(width);
}
