import * as z from 'zod/mini';
import { PeoplePage } from '../../../templates/pages/people/people-page.tsx';
import { personPath } from '../../../templates/pages/people/person-path.ts';
import { PersonRecordPage } from '../../../templates/pages/people/person-record-page.tsx';
import type { RowPage } from '../../app/row-ports.ts';
import { orNothing } from '../../domain/or-nothing.ts';
import { keptOf, topicsOf } from '../../domain/overview/figures.ts';
import { peopleHad } from '../../domain/overview/people-had.ts';
import { type PersonRecord, recordOf } from '../../domain/overview/person-record.ts';
import type { Row } from '../../domain/row.ts';
import { html, seeOther } from '../html.ts';
import { readerFor, withLists } from './list-routes.tsx';
import { problemPage, type Signed, type Web } from './manager-context.tsx';

const FIRST_ROWS = 150;
const RECORD_ROWS = 60;

const afterQuery = orNothing(z.string().check(z.maxLength(500)));

/** Everybody the manager has conversations with: those of the open ones and of the newest ended ones first. */
export function showPeople(web: Web, signed: Signed, query: string | undefined): Promise<Response> {
  const after = afterQuery.parse(query);
  const pages: RowPage[] =
    after === undefined
      ? [
          { limit: FIRST_ROWS, of: 'open' },
          { limit: FIRST_ROWS, of: 'ended' },
        ]
      : [{ limit: FIRST_ROWS, after }];
  return withLists(web, signed, '/people', pages, (lists) => {
    const rows = lists.flatMap((list) => list.rows);
    const reader = readerFor(web, rows);
    const older = lists.map((list) => list.after).find((place) => place !== undefined);
    const people = peopleHad(rows, reader.now);
    const data = { email: signed.actor.email, reader, people, at: after, older };
    return html(<PeoplePage frame={web.frame} data={data} />);
  });
}

function figuresFor(web: Web, record: PersonRecord, showsRecord: boolean) {
  const isShown = ({ hides }: Row) => !hides.includes('figures') && !hides.includes('record');
  const rows = record.rows.filter(isShown);
  if (web.tenant.policy.figures === 'hidden' || !showsRecord || rows.length === 0) return undefined;
  const kept = keptOf(record.before.filter(({ row }) => isShown(row)).map(({ commitment }) => commitment));
  const topics = topicsOf(rows);
  return { ...kept, topics: topics.length, again: topics.filter(({ again }) => again.length > 0).length };
}

/** What the manager and one person agreed, from this manager's own list alone. */
export function showPerson(
  web: Web,
  signed: Signed,
  person: string,
  query: string | undefined,
): Promise<Response> {
  if (!/^[\w-]{1,64}$/.test(person)) return Promise.resolve(problemPage(web, 'notFound', 404));
  const after = afterQuery.parse(query);
  const pages: RowPage[] = [{ limit: RECORD_ROWS, find: [person], after }];
  return withLists(web, signed, `/people/${person}`, pages, ([list]) => {
    const rows = list?.rows ?? [];
    const record = recordOf(rows, person);
    // Whoever stands further back than one search looks is looked for from there on.
    if (!record && list?.after !== undefined) return seeOther(personPath(person, list.after));
    if (!record) return problemPage(web, 'notFound', 404);
    const showsRecord = web.tenant.policy.recordSeenBy !== 'owner';
    const data = {
      email: signed.actor.email,
      reader: readerFor(web, rows),
      person,
      record,
      showsRecord,
      figures: figuresFor(web, record, showsRecord),
      older: list?.after,
    };
    return html(<PersonRecordPage frame={web.frame} data={data} />);
  });
}
