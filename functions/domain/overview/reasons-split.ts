import { REASONS, type Reason } from '../facts.ts';
import type { Instant } from '../instant.ts';
import type { Row, RowCommitment } from '../row.ts';
import { middleOf, monthOf, monthsUntil } from './months.ts';

/** How many misses of one month had each reason; `unsaid`: no reason was given. `at`: in the middle of it. */
export type ReasonsMonth = { at: Instant; counts: Readonly<Record<Reason, number>>; unsaid: number };

/** `rows`: the conversations in which they were, newest first; never by person. */
export type ReasonsSplit = { months: readonly ReasonsMonth[]; misses: number; rows: readonly Row[] };

/** Of fewer misses there is nothing to say yet. */
const ENOUGH_MISSES = 3;

type Miss = { row: Row; month: string; reason: Reason | undefined };

/** Only a miss that a person confirmed counts, never what silence decided (timeline rule 2). */
function missesIn(row: Row, zone: string): Miss[] {
  const isMiss = ({ verdict }: RowCommitment) => verdict === 'missed';
  return row.commitments
    .filter(isMiss)
    .flatMap(({ judgedAt, reason }) =>
      judgedAt === undefined ? [] : [{ row, month: monthOf(judgedAt, zone), reason }],
    );
}

/**
 * What was behind the misses of the last six calendar months, month by month, as far as people said so; undefined while
 * there are too few. What a policy hides from managers, the figures or the record, is not counted.
 */
export function reasonsSplit(rows: readonly Row[], now: Instant, zone: string): ReasonsSplit | undefined {
  const shown = rows.filter(({ hides, status }) => hides.length === 0 && status !== 'taken-back');
  const months = monthsUntil(monthOf(now, zone));
  const misses = shown.flatMap((row) => missesIn(row, zone)).filter(({ month }) => months.includes(month));
  if (misses.length < ENOUGH_MISSES) return undefined;
  const [oldest = ''] = misses.map(({ month }) => month).sort();
  return {
    misses: misses.length,
    rows: [...new Set(misses.map(({ row }) => row))].sort((a, b) => b.recordedAt - a.recordedAt),
    months: months
      .filter((month) => month >= oldest)
      .map((month) => {
        const its = misses.filter((miss) => miss.month === month);
        const count = (reason: Reason | undefined) => its.filter((miss) => miss.reason === reason).length;
        const [learn, way, chose, talk] = REASONS;
        const counts = {
          [learn]: count(learn),
          [way]: count(way),
          [chose]: count(chose),
          [talk]: count(talk),
        };
        return { at: middleOf(month), counts, unsaid: count(undefined) };
      }),
  };
}
