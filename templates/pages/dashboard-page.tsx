import type { Instant } from '../../functions/domain/instant.ts';
import { called } from '../parts/called.ts';
import { teller } from '../parts/teller.ts';
import { dates } from '../words/en/dates.ts';
import { enPages } from '../words/en-pages.ts';
import type { Frame } from './parts/frame.ts';
import { ManagerPage } from './parts/page.tsx';
import { Told } from './parts/told.tsx';

const { dashboard: words } = enPages;

type RowData = {
  conversation: string;
  title: string;
  status: string;
  nextCheckInAt: Instant | undefined;
  people: readonly string[];
  needs: readonly string[];
};

export type DashboardData = {
  email: string;
  rows: readonly RowData[];
  /** The link to the rows after these. */
  older: string | undefined;
  now: Instant;
  zone: string;
};

function when(data: DashboardData, at: Instant): string {
  return dates.dayTime(teller(dates, data.now).reading({ at, zone: data.zone }));
}

/** What the chasing sees to by itself needs nobody yet. */
function isUrgent({ needs }: RowData): boolean {
  return needs.some((need) => need !== 'unanswered');
}

function Ahead({ row, data }: { row: RowData; data: DashboardData }) {
  const { status, nextCheckInAt } = row;
  return (
    <p class="small quiet">
      {status !== 'open' ? (
        words.status(status)
      ) : nextCheckInAt === undefined ? (
        words.noTalk
      ) : (
        <Told phrase={words.talk(when(data, nextCheckInAt))} />
      )}
    </p>
  );
}

function Head({ row }: { row: RowData }) {
  return (
    <>
      <a class="head" href={`/conversations/${row.conversation}`}>
        <bdi>{row.title}</bdi>
      </a>
      <p class="small">
        <Told phrase={words.with(called(row.people))} />
      </p>
    </>
  );
}

function Needing({ rows, data }: { rows: readonly RowData[]; data: DashboardData }) {
  return (
    <section aria-label={words.needsLabel}>
      <ul class="list urgent">
        {rows.map((row) => (
          <li key={row.conversation} class="act">
            <div class="stack-s">
              <Head row={row} />
              {row.needs.map((need) => (
                <p key={need}>{words.need(need)}</p>
              ))}
              <Ahead row={row} data={data} />
            </div>
            <p class="row small">
              <a class="button" href={`/conversations/${row.conversation}`}>
                {words.look}
              </a>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Rows({ rows, data }: { rows: readonly RowData[]; data: DashboardData }) {
  return (
    <ul class="list">
      {rows.map((row) => (
        <li key={row.conversation}>
          <Head row={row} />
          {row.needs.map((need) => (
            <p key={need} class="small state asked">
              {words.need(need)}
            </p>
          ))}
          <Ahead row={row} data={data} />
        </li>
      ))}
    </ul>
  );
}

function Empty() {
  return (
    <section class="part margin" aria-labelledby="h-how">
      <h2 id="h-how">{words.whatThen}</h2>
      <ol class="times wide" aria-label={words.whatThen}>
        {words.steps.map(([kind, at, strong, rest]) => (
          <li key={at} class={kind}>
            <span class="at">{at}</span>
            <div class="what">
              {strong !== '' && <strong>{strong}</strong>} {rest}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Everything a manager has recorded; what needs them stands first. */
export function DashboardPage({ frame, data }: { frame: Frame; data: DashboardData }) {
  const needing = data.rows.filter(isUrgent);
  const open = data.rows.filter((row) => row.status === 'open' && !isUrgent(row));
  const over = data.rows.filter((row) => row.status !== 'open');
  return (
    <ManagerPage frame={frame} title={words.title} here="today" email={data.email}>
      <header>
        <p class="quiet">{when(data, data.now)}</p>
        <h1>{needing.length === 0 ? words.nothingNeeds : words.needsYou(needing.length)}</h1>
        {data.rows.length === 0 && <p class="lead">{words.emptyLead}</p>}
        <div class="row">
          <a class={needing.length === 0 ? 'button primary' : 'button'} href="/conversations/new">
            {words.write}
          </a>
        </div>
      </header>
      {needing.length > 0 && <Needing rows={needing} data={data} />}
      {data.rows.length === 0 && data.older === undefined && <Empty />}
      {open.length > 0 && (
        <section class="part margin" aria-labelledby="h-open">
          <h2 id="h-open">{words.open}</h2>
          <Rows rows={open} data={data} />
        </section>
      )}
      {over.length > 0 && (
        <section class="part margin" aria-labelledby="h-over">
          <h2 id="h-over">{words.ended}</h2>
          <Rows rows={over} data={data} />
        </section>
      )}
      {data.older !== undefined && (
        <p class="row">
          <a href={data.older}>{words.older}</a>
        </p>
      )}
    </ManagerPage>
  );
}
