import { enPages } from '../../words/en-pages.ts';
import { type ListReader, participantsIn } from '../dashboard/list-reader.ts';
import { Told } from '../parts/told.tsx';
import type { ShareFormData } from './share-form-page.tsx';

const { shares: words } = enPages;

/** What a manager shared, newest first. */
export function ShareList({ shared, reader }: { shared: ShareFormData['shared']; reader: ListReader }) {
  const { rows, after, isFirst } = shared;
  return (
    <section class="part margin" aria-labelledby="h-sent">
      <h2 id="h-sent">{words.sent}</h2>
      <div class="stack">
        {rows.length === 0 && <p class="quiet">{words.none}</p>}
        <ul class="list">
          {rows.map((row) => (
            <li key={row.conversation}>
              <a class="head" href={`/shares/${row.conversation}`}>
                <bdi>{row.title}</bdi>
              </a>
              <p class="small">
                <Told phrase={words.to(participantsIn(row))} />
              </p>
              <p class="small quiet">
                {row.status === 'taken-back' ? words.takenBack : reader.day(row.recordedAt)}
              </p>
            </li>
          ))}
        </ul>
        {(after !== undefined || !isFirst) && (
          <p class="row">
            {after !== undefined && (
              <a href={`/shares?${new URLSearchParams({ after })}#h-sent`}>{words.older}</a>
            )}
            {!isFirst && <a href="/shares#h-sent">{words.newest}</a>}
          </p>
        )}
      </div>
    </section>
  );
}
