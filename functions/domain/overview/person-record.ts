import type { Row, RowCommitment } from '../row.ts';
import { isRunning } from './due-soon.ts';

export type Agreed = { row: Row; commitment: RowCommitment };

/**
 * What one person and the manager agreed. `open`: still to be done, the manager's own included; `before`: theirs that ended,
 * newest first, without what the policy of its conversation keeps for its owner; `helped`: in their words.
 */
export type PersonRecord = {
  name: string;
  rows: readonly Row[];
  open: readonly Agreed[];
  before: readonly Agreed[];
  helped: readonly (Agreed & { words: string })[];
};

const endedAt = ({ commitment }: Agreed) => commitment.due?.at ?? commitment.judgedAt ?? 0;

function theirs(row: Row, person: string): Agreed[] {
  const id = row.people.find((one) => one.person === person && !one.partner)?.id;
  return row.commitments.filter(({ owner }) => owner === id).map((commitment) => ({ row, commitment }));
}

function ofManager(row: Row): Agreed[] {
  return row.commitments
    .filter(({ owner }) => owner === row.manager)
    .map((commitment) => ({ row, commitment }));
}

/** The newest words of anybody about what helped them, as far as a manager sees them. */
export function newestHelped(rows: readonly Row[]): (Agreed & { words: string }) | undefined {
  const all = rows
    .filter(({ hides }) => !hides.includes('record'))
    .flatMap((row) => row.commitments.map((commitment) => ({ row, commitment })));
  const [newest] = all
    .filter(({ commitment }) => commitment.helped !== undefined)
    .sort((a, b) => endedAt(b) - endedAt(a));
  return newest && { ...newest, words: newest.commitment.helped ?? '' };
}

/** What these conversations say of one person; undefined when they are in none of them. */
export function recordOf(all: readonly Row[], person: string): PersonRecord | undefined {
  const rows = all
    .filter(({ status }) => status !== 'taken-back')
    .filter((row) => row.people.some((one) => one.person === person && !one.partner))
    .sort((a, b) => b.recordedAt - a.recordedAt);
  const name = rows[0]?.people.find((one) => one.person === person)?.name;
  if (name === undefined) return undefined;
  const open = rows.filter(({ status }) => status === 'open');
  const shown = rows.filter(({ hides }) => !hides.includes('record'));
  const before = shown
    .flatMap((row) => theirs(row, person))
    .filter(({ commitment }) => !isRunning(commitment))
    .sort((a, b) => endedAt(b) - endedAt(a));
  return {
    name,
    rows,
    open: open
      .flatMap((row) => [...theirs(row, person), ...ofManager(row)])
      .filter(({ commitment }) => isRunning(commitment)),
    before,
    helped: before.flatMap((one) =>
      one.commitment.helped === undefined ? [] : [{ ...one, words: one.commitment.helped }],
    ),
  };
}
