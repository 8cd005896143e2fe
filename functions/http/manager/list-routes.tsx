import * as z from 'zod/mini';
import { BrokenListPage } from '../../../templates/pages/dashboard/broken-list-page.tsx';
import { DashboardPage } from '../../../templates/pages/dashboard/dashboard-page.tsx';
import { type Filter, SHOWS } from '../../../templates/pages/dashboard/find-form.tsx';
import { type ListData, ListPage } from '../../../templates/pages/dashboard/list-page.tsx';
import { listReader } from '../../../templates/pages/dashboard/list-reader.ts';
import type { MailHeld } from '../../../templates/pages/parts/held-line.tsx';
import type { RowPage } from '../../app/row-ports.ts';
import { searchWords } from '../../domain/find-text.ts';
import { orNothing } from '../../domain/or-nothing.ts';
import { dueSoon } from '../../domain/overview/due-soon.ts';
import { figuresOf } from '../../domain/overview/figures.ts';
import { newestHelped } from '../../domain/overview/person-record.ts';
import { reasonsSplit } from '../../domain/overview/reasons-split.ts';
import { thingsNow } from '../../domain/overview/things.ts';
import type { Row } from '../../domain/row.ts';
import { html } from '../html.ts';
import { purposeOf } from './conversation-routes.tsx';
import { formToken } from './form-guard.ts';
import { heldNow, type Signed, type Web } from './manager-context.tsx';

/** So many rows of each kind the first page is made from. */
const FIRST_ROWS = 150;
const PAGE_ROWS = 25;
/** Rows looked through for what is in them, not for themselves. */
const SIFTED_ROWS = 60;

const RETRY_SECONDS = '60';

export type Listed = { rows: readonly Row[]; after: string | undefined };

/** Whose clock a list is read on: the manager's own of their newest conversation, else the tenant's. */
export function readerFor(web: Web, rows: readonly Row[]) {
  return listReader(web.now(), zoneFor(web, rows));
}

function zoneFor(web: Web, rows: readonly Row[]): string {
  return rows[0]?.zone ?? web.tenant.timezone;
}

/** Reads lists side by side; where that fails, a page says so, and whoever runs this is told. */
export async function withLists(
  web: Web,
  signed: Signed,
  here: string,
  pages: readonly RowPage[],
  show: (lists: readonly Listed[]) => Response | Promise<Response>,
): Promise<Response> {
  const read = await Promise.allSettled(pages.map((page) => web.useCases.list(signed.actor, page)));
  const lists = read.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  if (lists.length === pages.length) return show(lists);
  for (const one of read) if (one.status === 'rejected') web.fault('list not read', one.reason);
  const answer = html(<BrokenListPage frame={web.frame} email={signed.actor.email} here={here} />, 503);
  answer.headers.set('retry-after', RETRY_SECONDS);
  return answer;
}

const tokensOf = (web: Web, signed: Signed) => (conversation: string) =>
  formToken(web, signed.session, purposeOf(conversation));

type First = { open: Listed; ended: Listed; held: MailHeld | undefined };

function firstPage(web: Web, signed: Signed, { open, ended, held }: First): Response {
  const { policy } = web.tenant;
  const rows = [...open.rows, ...ended.rows];
  const reader = readerFor(web, rows);
  const oldest = ended.after === undefined ? undefined : ended.rows.at(-1)?.recordedAt;
  const cut = open.after !== undefined || ended.after !== undefined;
  const isShown = policy.figures === 'shown';
  const data = {
    email: signed.actor.email,
    reader,
    held,
    things: thingsNow(open.rows, reader.now),
    due: dueSoon(open.rows, reader.now),
    open: open.rows,
    openGoesOn: open.after !== undefined,
    isNew: rows.length === 0,
    helped: policy.recordSeenBy === 'owner' ? undefined : newestHelped(rows),
    figures: isShown ? figuresOf(rows, reader.now, zoneFor(web, rows), oldest) : undefined,
    split:
      isShown && policy.recordSeenBy !== 'owner'
        ? reasonsSplit(rows, reader.now, zoneFor(web, rows))
        : undefined,
    among: cut ? rows.length : undefined,
    showsFigures: isShown,
    tokenOf: tokensOf(web, signed),
  };
  return html(<DashboardPage frame={web.frame} data={data} />);
}

const listQuery = z.object({
  show: orNothing(z.enum(SHOWS)),
  find: z.catch(z._default(z.string().check(z.maxLength(100)), ''), ''),
  with: z.catch(z._default(z.string().check(z.regex(/^[\w-]{1,64}$/)), ''), ''),
  after: orNothing(z.string().check(z.maxLength(500))),
});

function pageFor(filter: Filter, after: string | undefined): RowPage {
  const { show, find, person } = filter;
  const sifts = show === 'needs' || show === 'week';
  return {
    limit: sifts ? SIFTED_ROWS : PAGE_ROWS,
    of: show === 'all' ? undefined : show === 'ended' ? 'ended' : 'open',
    find: [...(person === '' ? [] : [person]), ...searchWords(find)],
    after,
  };
}

function foundIn(rows: readonly Row[], { show }: Filter, web: Web): ListData['found'] {
  switch (show) {
    case 'needs':
      return { is: 'things', things: thingsNow(rows, web.now()) };
    case 'week':
      return { is: 'due', due: dueSoon(rows, web.now()) };
    case 'all':
    case 'open':
    case 'ended':
      return { is: 'rows', rows };
  }
}

/** The manager's first page; or, where some conversations are asked for, a page of those. */
export function showLists(web: Web, signed: Signed, query: Record<string, string>): Promise<Response> {
  const { show, find, with: person, after } = listQuery.parse(query);
  if (show === undefined && find === '' && person === '' && after === undefined) {
    const pages: RowPage[] = [
      { limit: FIRST_ROWS, of: 'open' },
      { limit: FIRST_ROWS, of: 'ended' },
    ];
    const none: Listed = { rows: [], after: undefined };
    const held = heldNow(web);
    return withLists(web, signed, '/', pages, async ([open = none, ended = none]) =>
      firstPage(web, signed, { open, ended, held: await held }),
    );
  }
  const filter: Filter = { show: show ?? 'all', find: find.trim(), person };
  const here = `/?${new URLSearchParams(query)}`;
  return withLists(web, signed, here, [pageFor(filter, after)], ([list]) => {
    const rows = list?.rows ?? [];
    const data: ListData = {
      email: signed.actor.email,
      reader: readerFor(web, rows),
      filter,
      found: foundIn(rows, filter, web),
      personName: rows[0]?.people.find((one) => one.person === person)?.name,
      isFirst: after === undefined,
      after: list?.after,
      showsFigures: web.tenant.policy.figures === 'shown',
      tokenOf: tokensOf(web, signed),
    };
    return html(<ListPage frame={web.frame} data={data} />);
  });
}
