import type { Instant } from '../instant.ts';
import type { Row, RowCommitment } from '../row.ts';
import { addDays, atMinute, dayOfDate } from '../wall-time.ts';
import { momentAt } from '../zone.ts';
import { isRunning } from './due-soon.ts';
import { type Thing, thingsNow } from './things.ts';

/** What falls due, or a talk. */
export type Ahead = { row: Row; at: Instant } & (
  | { is: 'due'; commitment: RowCommitment }
  | { is: 'talk'; minutes: number }
);
export type KeptThen = { row: Row; commitment: RowCommitment; at: Instant };

/** What a manager's week begins with: what needs them, what comes until Sunday, what was kept in the week before. */
export type Week = { things: readonly Thing[]; ahead: readonly Ahead[]; kept: readonly KeptThen[] };

function aheadIn(row: Row, now: Instant, end: Instant): Ahead[] {
  const isIn = (at: Instant) => now <= at && at < end;
  const due = row.commitments.flatMap((commitment): Ahead[] =>
    commitment.due && isIn(commitment.due.at) && isRunning(commitment)
      ? [{ is: 'due', row, commitment, at: commitment.due.at }]
      : [],
  );
  const talks = row.checkIns.flatMap(({ at, minutes }): Ahead[] =>
    isIn(at) ? [{ is: 'talk', row, minutes, at }] : [],
  );
  return [...due, ...talks];
}

/** Kept as people said it; what the policy of a conversation leaves to its owner is not told. */
function keptIn(row: Row, from: Instant, until: Instant): KeptThen[] {
  return row.commitments.flatMap((commitment) => {
    const { verdict, judgedAt: at, owner } = commitment;
    const isKept = verdict === 'kept' || verdict === 'kept-late';
    const isHidden = row.hides.includes('record') && owner !== row.manager;
    return isKept && !isHidden && at !== undefined && from <= at && at < until
      ? [{ row, commitment, at }]
      : [];
  });
}

/** `week`: the date of its Monday, on the wall of `zone`; `now`: the moment at which it is told. */
export function weekOf(rows: readonly Row[], week: string, zone: string, now: Instant): Week {
  const monday = dayOfDate(week);
  const midnight = (days: number) => momentAt(zone, atMinute(addDays(monday, days), 0));
  const [before, begins, ends] = [midnight(-7), midnight(0), midnight(7)];
  const open = rows.filter(({ status }) => status === 'open');
  return {
    things: thingsNow(open, now),
    ahead: open.flatMap((row) => aheadIn(row, now, ends)).sort((a, b) => a.at - b.at),
    kept: rows
      .filter(({ status }) => status !== 'taken-back')
      .flatMap((row) => keptIn(row, before, begins))
      .sort((a, b) => a.at - b.at),
  };
}

/** Whether there is anything to tell. */
export function isQuiet({ things, ahead, kept }: Week): boolean {
  return things.length + ahead.length + kept.length === 0;
}
