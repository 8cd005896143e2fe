import { isBroken, type Row } from './row.ts';

const HEADS = ['what', 'value', '', 'goal', ''];

/** Rows as text in columns: what, value, unit, goal or limit, and whether it is met. */
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
  const bound = row.limit ?? row.goal;
  const aim = bound === undefined ? '' : `${row.unit === '/s' ? '≥' : '≤'} ${bound}`;
  const word = row.limit === undefined ? 'above the goal' : 'BROKEN';
  const isMet = bound === undefined || !isBroken({ ...row, limit: bound });
  return [row.what, row.value.toFixed(row.unit === 'ms' ? 1 : 0), row.unit, aim, isMet ? '' : word];
}

function padded(cell: string, column: number, width: number): string {
  return column === 1 || column === 3 ? cell.padStart(width) : cell.padEnd(width);
}
