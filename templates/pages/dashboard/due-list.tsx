import type { DueSoon } from '../../../functions/domain/overview/due-soon.ts';
import { enPages } from '../../words/en-pages.ts';
import { Quote, Told } from '../parts/told.tsx';
import { type ListReader, namesIn } from './list-reader.ts';

const { dashboard: words } = enPages;

function Due({ one, reader }: { one: DueSoon; reader: ListReader }) {
  const { row, commitment, due } = one;
  const elsewhere = reader.elsewhere(due);
  return (
    <li class="ahead">
      <span class="at">
        {reader.brief(due.at)}
        {elsewhere !== undefined && <span class="block">{elsewhere}</span>}
      </span>
      <div class="what">
        <span>
          <Told phrase={[words.owner(namesIn(row)(commitment.owner))]} /> <Quote words={commitment.action} />
        </span>
        <p class="row small">
          <a class="quiet" href={`/conversations/${row.conversation}`}>
            <bdi>{row.title}</bdi>
          </a>
          {commitment.state !== 'agreed' && <span class="state asked">{words.notAnswered}</span>}
        </p>
      </div>
    </li>
  );
}

/** What falls due, soonest first, on the manager's clock and, where it differs, on the one it was meant by. */
export function DueList({ due, reader }: { due: readonly DueSoon[]; reader: ListReader }) {
  return (
    <ol class="times wide" aria-label={words.due}>
      {due.map((one) => (
        <Due key={`${one.row.conversation} ${one.commitment.id}`} one={one} reader={reader} />
      ))}
    </ol>
  );
}
