import type { Instant } from '../../../functions/domain/instant.ts';
import { isRunning } from '../../../functions/domain/overview/due-soon.ts';
import { talkAhead } from '../../../functions/domain/overview/people-had.ts';
import type { Row } from '../../../functions/domain/row.ts';
import { enPages } from '../../words/en-pages.ts';
import { Told } from '../parts/told.tsx';
import { type ListReader, participantsIn } from './list-reader.ts';

const { dashboard: words } = enPages;

function lastTalk({ checkIns }: Row, now: Instant): Instant | undefined {
  return checkIns
    .map(({ at }) => at)
    .filter((at) => at <= now)
    .sort((a, b) => a - b)
    .at(-1);
}

function ahead(row: Row, reader: ListReader): string {
  if (row.status !== 'open') return words.endedOn(row.status, reader.day(row.recordedAt));
  const next = talkAhead(row, reader.now);
  if (next !== undefined) return words.talk(reader.dayTime(next));
  const last = lastTalk(row, reader.now);
  return last === undefined ? words.noTalk : words.talked(reader.near(last));
}

function States({ row, figures }: { row: Row; figures: boolean }) {
  const { commitments } = row;
  const agreed = commitments.filter(({ state }) => state === 'agreed').length;
  const running = commitments.filter(isRunning).length;
  const kept = commitments.filter(({ verdict }) => verdict === 'kept' || verdict === 'kept-late').length;
  const showsKept = figures && kept > 0 && !row.hides.includes('figures');
  if (row.status !== 'open') return showsKept ? <span class="state kept">{words.kept(kept)}</span> : null;
  return (
    <>
      {agreed < commitments.length ? (
        <span class="state asked">{words.agreed(agreed, commitments.length)}</span>
      ) : (
        running > 0 && <span class="state running">{words.running(running)}</span>
      )}
      {showsKept && <span class="state kept">{words.kept(kept)}</span>}
    </>
  );
}

type RowListProps = { rows: readonly Row[]; reader: ListReader; figures: boolean };

/** Conversations, each with its people, how far it is and what comes next. */
export function RowList({ rows, reader, figures }: RowListProps) {
  return (
    <ul class="list">
      {rows.map((row) => (
        <li key={row.conversation}>
          <a class="head" href={`/conversations/${row.conversation}`}>
            <bdi>{row.title}</bdi>
          </a>
          <p class="row small">
            <span>
              <Told phrase={words.with(participantsIn(row))} />
            </span>
            <States row={row} figures={figures} />
          </p>
          <p class="small quiet">{ahead(row, reader)}</p>
        </li>
      ))}
    </ul>
  );
}
