import type { Instant } from '../instant.ts';
import { type Had, topicsHad } from '../repeated.ts';
import type { Row, RowCommitment } from '../row.ts';
import { middleOf, monthOf, monthsUntil } from './months.ts';

/** Topics of one calendar month, by when they were first had. `at`: in the middle of it, in every zone. */
export type Month = { at: Instant; once: number; again: number };

/** Counted commitments: only what a person said or confirmed counts, never what silence decided (timeline rule 2). */
export type Kept = { counted: number; kept: number; late: number };

export type Figures = Kept & {
  topics: number;
  notRepeated: number;
  months: readonly Month[];
  /** The second times, newest first. */
  repeats: readonly Row[];
};

/** Of fewer topics there is nothing to say yet. */
const ENOUGH_TOPICS = 3;

type RowHad = Had & { row: Row };

function hadOf(row: Row): RowHad {
  const people = row.people.filter(({ partner }) => !partner).map(({ person }) => person);
  const { conversation: id, title, gist = '', recordedAt, repeats, isNew = false } = row;
  return { id, title, gist, people, recordedAt, repeats, isNew, row };
}

/** What became of commitments, as far as people said so. */
export function keptOf(commitments: readonly RowCommitment[]): Kept {
  const count = (verdict: RowCommitment['verdict']) =>
    commitments.filter((commitment) => commitment.verdict === verdict).length;
  const late = count('kept-late');
  const kept = count('kept') + late;
  return { counted: kept + count('missed'), kept, late };
}

/** What the topics of these conversations came to; one that was taken back was never had. */
export function topicsOf(rows: readonly Row[]) {
  const had = rows.filter(({ status }) => status !== 'taken-back').map(hadOf);
  return topicsHad(had).map(({ first, again }) => ({ first: first.row, again: again.map(({ row }) => row) }));
}

/**
 * The figures of a manager's conversations over the last six calendar months of their zone; undefined when there were too few
 * or the policy hides them. `since`: older conversations than this are not all among the rows.
 */
export function figuresOf(
  rows: readonly Row[],
  now: Instant,
  zone: string,
  since: Instant | undefined,
): Figures | undefined {
  const shown = rows.filter(({ hides }) => !hides.includes('figures'));
  const months = monthsUntil(monthOf(now, zone));
  const topics = topicsOf(shown)
    .filter(({ first }) => since === undefined || since <= first.recordedAt)
    .map((topic) => ({ ...topic, month: monthOf(topic.first.recordedAt, zone) }))
    .filter(({ month }) => months.includes(month));
  const [oldest] = topics;
  if (!oldest || topics.length < ENOUGH_TOPICS) return undefined;
  const again = topics.filter((topic) => topic.again.length > 0);
  const counted = topics.flatMap(({ first, again: more }) => [first, ...more]);
  return {
    ...keptOf(counted.flatMap(({ commitments }) => commitments)),
    topics: topics.length,
    notRepeated: topics.length - again.length,
    months: months
      .filter((month) => month >= oldest.month)
      .map((month) => {
        const its = topics.filter((topic) => topic.month === month);
        const twice = its.filter((topic) => topic.again.length > 0).length;
        return { at: middleOf(month), once: its.length - twice, again: twice };
      }),
    repeats: again.flatMap((topic) => topic.again).sort((a, b) => b.recordedAt - a.recordedAt),
  };
}
