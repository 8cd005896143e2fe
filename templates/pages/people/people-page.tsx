import type { PersonHad } from '../../../functions/domain/overview/people-had.ts';
import { enPages } from '../../words/en-pages.ts';
import type { ListReader } from '../dashboard/list-reader.ts';
import type { Frame } from '../parts/frame.ts';
import { ManagerPage } from '../parts/page.tsx';
import { Told } from '../parts/told.tsx';
import { personPath } from './person-path.ts';

const { people: words } = enPages;

export type PeopleData = {
  email: string;
  reader: ListReader;
  people: readonly PersonHad[];
  /** What this page was asked for, so that a person who stands only here is found from here. */
  at: string | undefined;
  older: string | undefined;
};

function Person({ one, data }: { one: PersonHad; data: PeopleData }) {
  const { reader } = data;
  const { newest, open, talkAt } = one;
  return (
    <li>
      <a class="head" href={personPath(one.person, data.at)}>
        <bdi>{one.name}</bdi>
      </a>
      <p class="row small">
        {open.length > 0 && <span class="state running">{words.openWith}</span>}
        <span>
          <Told phrase={words.last(newest.title, reader.day(newest.recordedAt))} />
        </span>
      </p>
      {talkAt !== undefined && <p class="small quiet">{words.talk(reader.dayTime(talkAt))}</p>}
    </li>
  );
}

/** Everybody a manager has conversations with. */
export function PeoplePage({ frame, data }: { frame: Frame; data: PeopleData }) {
  const { people, older } = data;
  const isEmpty = people.length === 0 && older === undefined && data.at === undefined;
  return (
    <ManagerPage frame={frame} title={words.title} here="people" email={data.email}>
      <header>
        <h1>{isEmpty ? words.empty : words.heading}</h1>
        <p class="lead">{isEmpty ? words.emptyLead : words.lead}</p>
        {isEmpty && (
          <div class="row">
            <a class="button primary" href="/conversations/new">
              {enPages.dashboard.write}
            </a>
          </div>
        )}
      </header>
      {!isEmpty && (
        <section class="part" aria-label={words.title}>
          <ul class="list">
            {people.map((one) => (
              <Person key={one.person} one={one} data={data} />
            ))}
          </ul>
          {older !== undefined && (
            <p>
              <a class="button" href={`/people?${new URLSearchParams({ after: older })}`}>
                {words.older}
              </a>
            </p>
          )}
        </section>
      )}
    </ManagerPage>
  );
}
