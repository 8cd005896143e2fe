import type { DueSoon } from '../../../functions/domain/overview/due-soon.ts';
import type { Figures } from '../../../functions/domain/overview/figures.ts';
import type { ReasonsSplit } from '../../../functions/domain/overview/reasons-split.ts';
import type { Thing } from '../../../functions/domain/overview/things.ts';
import type { Row } from '../../../functions/domain/row.ts';
import { enPages } from '../../words/en-pages.ts';
import type { Frame } from '../parts/frame.ts';
import { HeldLine, type MailHeld } from '../parts/held-line.tsx';
import { ManagerPage } from '../parts/page.tsx';
import { DueList } from './due-list.tsx';
import { type Filter, FindForm, listPath, Shows } from './find-form.tsx';
import { HadOnce, type Helped } from './had-once.tsx';
import type { ListReader } from './list-reader.ts';
import type { TokenOf } from './one-tap.tsx';
import { ReasonsPart } from './reasons-part.tsx';
import { RowList } from './row-list.tsx';
import { ThingItem } from './thing.tsx';

const { dashboard: words } = enPages;

/** So much of each stands on the first page; the rest is one link away. */
const SHOWN = { things: 10, due: 8, open: 10 };
const NO_FILTER: Filter = { show: 'all', find: '', person: '' };

export type DashboardData = {
  email: string;
  reader: ListReader;
  held: MailHeld | undefined;
  things: readonly Thing[];
  due: readonly DueSoon[];
  open: readonly Row[];
  /** More open ones than were read. */
  openGoesOn: boolean;
  /** Nothing was ever written down. */
  isNew: boolean;
  helped: Helped | undefined;
  figures: Figures | undefined;
  split: ReasonsSplit | undefined;
  among: number | undefined;
  /** Whether the tenant shows counts of what was kept. */
  showsFigures: boolean;
  tokenOf: TokenOf;
};

function Things({ data }: { data: DashboardData }) {
  const { things, reader, tokenOf } = data;
  const more = things.length - SHOWN.things;
  return (
    <section aria-label={words.needsLabel}>
      <ul class="list urgent">
        {things.slice(0, SHOWN.things).map((thing) => (
          <ThingItem key={thing.need.from} thing={thing} reader={reader} tokenOf={tokenOf} />
        ))}
        {more > 0 && (
          <li>
            <a href={listPath({ show: 'needs' })}>{words.more(more)}</a>
          </li>
        )}
        {more <= 0 && data.openGoesOn && (
          <li>
            <a href={listPath({ show: 'needs' })}>{words.moreOlder}</a>
          </li>
        )}
      </ul>
    </section>
  );
}

function Due({ data }: { data: DashboardData }) {
  const { due, reader } = data;
  const more = due.length - SHOWN.due;
  return (
    <section class="part margin" aria-labelledby="h-week">
      <h2 id="h-week">{words.due}</h2>
      <div class="stack">
        <DueList due={due.slice(0, SHOWN.due)} reader={reader} />
        {more > 0 && (
          <p>
            <a href={listPath({ show: 'week' })}>{words.more(more)}</a>
          </p>
        )}
      </div>
    </section>
  );
}

function Open({ data }: { data: DashboardData }) {
  const { open, reader, showsFigures } = data;
  const goesOn = data.openGoesOn || open.length > SHOWN.open;
  return (
    <section class="part margin" aria-labelledby="h-open">
      <h2 id="h-open">{words.open}</h2>
      <div class="stack">
        <FindForm filter={NO_FILTER} />
        {open.length === 0 && <p class="quiet">{words.noOpen}</p>}
        <RowList rows={open.slice(0, SHOWN.open)} reader={reader} figures={showsFigures} />
        {goesOn && (
          <p>
            <a href={listPath({ show: 'open' })}>{words.older}</a>
          </p>
        )}
        <Shows filter={NO_FILTER} current={false} />
      </div>
    </section>
  );
}

function Beginning() {
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

/** A manager's first page: what needs them, what falls due, what is open, and what was had only once. */
export function DashboardPage({ frame, data }: { frame: Frame; data: DashboardData }) {
  const { things, reader, isNew } = data;
  const calm = things.length === 0;
  return (
    <ManagerPage frame={frame} title={words.title} here="today" email={data.email}>
      <header>
        <p class="quiet">{reader.dayTime(reader.now)}</p>
        <h1>
          {!calm ? words.needsYou(things.length) : data.openGoesOn ? words.nothingAmong : words.nothingNeeds}
        </h1>
        <HeldLine held={data.held} reader={reader} />
        {isNew && <p class="lead">{words.emptyLead}</p>}
        {calm && (
          <div class="row">
            <a class="button primary" href="/conversations/new">
              {words.write}
            </a>
            {data.openGoesOn && <a href={listPath({ show: 'needs' })}>{words.moreOlder}</a>}
          </div>
        )}
      </header>
      {!calm && <Things data={data} />}
      {data.due.length > 0 && <Due data={data} />}
      {isNew ? <Beginning /> : <Open data={data} />}
      <HadOnce helped={data.helped} figures={data.figures} among={data.among} reader={reader} />
      <ReasonsPart split={data.split} reader={reader} />
    </ManagerPage>
  );
}
