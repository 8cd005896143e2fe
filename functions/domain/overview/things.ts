import type { Instant } from '../instant.ts';
import { holdsAt, needsAt } from '../needs.ts';
import type { Row, RowNeed } from '../row.ts';

/** One thing that needs the manager now. `verdicts`: how many a wrap-up asks for; they are not things of their own. */
export type Thing = { row: Row; need: RowNeed; verdicts: number };

const ORDER: readonly RowNeed['code'][] = [
  'change-asked',
  'declined',
  'time-proposed',
  'wrap-up',
  'verdict',
  'own-unanswered',
  'own-due',
  'unanswered',
  'address-failed',
];

function thingsOf(row: Row, now: Instant): Thing[] {
  const verdicts = row.needs.filter((need) => need.code === 'verdict' && holdsAt(need, now));
  return needsAt(row.needs, now).map((need) => ({
    row,
    need,
    verdicts: need.code === 'wrap-up' ? verdicts.length : 0,
  }));
}

/** Everything in these conversations that needs the manager at a moment: what others wait for first, then the oldest. */
export function thingsNow(rows: readonly Row[], now: Instant): Thing[] {
  return rows
    .flatMap((row) => thingsOf(row, now))
    .sort((a, b) => ORDER.indexOf(a.need.code) - ORDER.indexOf(b.need.code) || a.need.from - b.need.from);
}
