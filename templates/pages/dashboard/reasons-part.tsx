import { REASONS } from '../../../functions/domain/facts.ts';
import type { ReasonsMonth, ReasonsSplit } from '../../../functions/domain/overview/reasons-split.ts';
import { enPages } from '../../words/en-pages.ts';
import { Told } from '../parts/told.tsx';
import type { ListReader } from './list-reader.ts';

const { reasons: words } = enPages;
const ROWS_LIMIT = 5;

function told({ counts, unsaid }: ReasonsMonth) {
  const said = REASONS.map((reason) => [reason, counts[reason]] as const);
  return [...said, ['unsaid', unsaid] as const].filter(([, count]) => count > 0);
}

/** What was behind the misses of the last months, and in which conversations they were. */
export function ReasonsPart({ split, reader }: { split: ReasonsSplit | undefined; reader: ListReader }) {
  if (!split) return null;
  const months = split.months.filter((month) => told(month).length > 0);
  const rows = split.rows.slice(0, ROWS_LIMIT).map(({ conversation, title }) => ({
    href: `/conversations/${conversation}`,
    title,
  }));
  return (
    <section class="part margin" aria-labelledby="h-reasons">
      <h2 id="h-reasons">{words.title}</h2>
      <div class="stack">
        <ul class="stack-s">
          {months.map((month) => (
            <li key={month.at}>
              <Told phrase={words.month(reader.month(month.at), told(month))} />
            </li>
          ))}
        </ul>
        <p class="small quiet">
          {words.meaning} <Told phrase={words.where(rows)} />
        </p>
      </div>
    </section>
  );
}
