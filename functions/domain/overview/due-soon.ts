import { DAY, type Instant } from '../instant.ts';
import type { Row, RowCommitment } from '../row.ts';

const SOON_MS = 7 * DAY;

export type DueSoon = { row: Row; commitment: RowCommitment; due: NonNullable<RowCommitment['due']> };

/** Still to be done: nobody has said how it ended, or only silence has. */
export function isRunning({ verdict }: RowCommitment): boolean {
  return verdict === undefined || verdict === 'unresolved' || verdict === 'missed-not-reported';
}

/** What falls due within seven days of a moment in conversations that are open, soonest first. */
export function dueSoon(rows: readonly Row[], now: Instant): DueSoon[] {
  return rows
    .filter(({ status }) => status === 'open')
    .flatMap((row) =>
      row.commitments.flatMap((commitment) => {
        const { due } = commitment;
        const isSoon = due && now <= due.at && due.at <= now + SOON_MS;
        return isSoon && isRunning(commitment) ? [{ row, commitment, due }] : [];
      }),
    )
    .sort((a, b) => a.due.at - b.due.at);
}
