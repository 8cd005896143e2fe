import type { DueSoon } from '../../../functions/domain/overview/due-soon.ts';
import type { Thing } from '../../../functions/domain/overview/things.ts';
import type { Row } from '../../../functions/domain/row.ts';
import { enPages } from '../../words/en-pages.ts';
import type { Frame } from '../parts/frame.ts';
import { ManagerPage } from '../parts/page.tsx';
import { Told } from '../parts/told.tsx';
import { DueList } from './due-list.tsx';
import { type Filter, FindForm, listPath, Shows } from './find-form.tsx';
import type { ListReader } from './list-reader.ts';
import type { TokenOf } from './one-tap.tsx';
import { RowList } from './row-list.tsx';
import { ThingItem } from './thing.tsx';

const { dashboard: words } = enPages;

/** One page of a list: conversations, or what is in them that was asked for. */
export type ListData = {
  email: string;
  reader: ListReader;
  filter: Filter;
  found:
    | { is: 'rows'; rows: readonly Row[] }
    | { is: 'things'; things: readonly Thing[] }
    | { is: 'due'; due: readonly DueSoon[] };
  /** What the person that the list is limited to is called; undefined when none of these rows says. */
  personName: string | undefined;
  isFirst: boolean;
  /** Where the page after this begins. */
  after: string | undefined;
  showsFigures: boolean;
  tokenOf: TokenOf;
};

function countOf({ found }: ListData): number {
  switch (found.is) {
    case 'rows':
      return found.rows.length;
    case 'things':
      return found.things.length;
    case 'due':
      return found.due.length;
  }
}

/** More than so many at once help nobody: what is seen to makes room for the next. */
const SHOWN = 40;

function Behind({ count }: { count: number }) {
  return count > SHOWN ? <p class="quiet">{words.behind(count - SHOWN)}</p> : null;
}

function Found({ data }: { data: ListData }) {
  const { found, reader, tokenOf, showsFigures } = data;
  if (countOf(data) === 0) return <Nothing data={data} />;
  switch (found.is) {
    case 'rows':
      return <RowList rows={found.rows} reader={reader} figures={showsFigures} />;
    case 'things':
      return (
        <>
          <ul class="list">
            {found.things.slice(0, SHOWN).map((thing) => (
              <ThingItem key={thing.need.from} thing={thing} reader={reader} tokenOf={tokenOf} />
            ))}
          </ul>
          <Behind count={found.things.length} />
        </>
      );
    case 'due':
      return (
        <>
          <DueList due={found.due.slice(0, SHOWN)} reader={reader} />
          <Behind count={found.due.length} />
        </>
      );
  }
}

function Nothing({ data }: { data: ListData }) {
  const { filter, after, isFirst } = data;
  const isSearch = filter.find !== '' || filter.person !== '';
  if (after !== undefined) return <p class="lead">{words.notFoundYet}</p>;
  return <p class="lead">{isSearch || !isFirst ? words.notFound : words.none[filter.show]}</p>;
}

/** Where a list goes on: further back, or to the newest again. */
function Pages({ data }: { data: ListData }) {
  const { filter, after, isFirst } = data;
  return (
    <p class="row">
      {after !== undefined && (
        <a class="button" href={listPath(filter, after)}>
          {filter.find === '' ? words.older : words.searchOlder}
        </a>
      )}
      {!isFirst && <a href={listPath(filter)}>{words.newest}</a>}
    </p>
  );
}

/** Conversations that were asked for: some, one person's, or those in which words stand. */
export function ListPage({ frame, data }: { frame: Frame; data: ListData }) {
  const { filter, reader, personName } = data;
  const heading = words.lists[filter.show];
  const isSearch = filter.find !== '' || filter.person !== '';
  return (
    <ManagerPage frame={frame} title={heading} here="today" email={data.email}>
      <header>
        <p class="quiet">{reader.dayTime(reader.now)}</p>
        <h1>{filter.find === '' ? heading : <Told phrase={words.found(filter.find)} />}</h1>
        {isSearch && (
          <p class="lead">
            {personName !== undefined && <Told phrase={words.onlyWith(personName)} />}{' '}
            <a href={listPath({ show: filter.show })}>{words.everything}</a>
          </p>
        )}
      </header>
      <section class="part" aria-label={heading}>
        <FindForm filter={filter} />
        <Shows filter={filter} current={true} />
        <Found data={data} />
        <Pages data={data} />
      </section>
    </ManagerPage>
  );
}
