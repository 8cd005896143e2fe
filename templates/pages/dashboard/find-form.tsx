import { enPages } from '../../words/en-pages.ts';

const { dashboard: words } = enPages;

export const SHOWS = ['all', 'needs', 'week', 'open', 'ended'] as const;
type Show = (typeof SHOWS)[number];

/** What a list is limited to: some of the conversations, one person's, those in which words stand. */
export type Filter = { show: Show; find: string; person: string };

/** Where a list with this filter stands. */
export function listPath(filter: Partial<Filter>, after?: string): string {
  const { show = 'all', find = '', person = '' } = filter;
  const query = new URLSearchParams({ show, ...(person === '' ? {} : { with: person }) });
  if (find !== '') query.set('find', find);
  if (after !== undefined) query.set('after', after);
  return `/?${query}`;
}

/** The search, as a form that only asks. */
export function FindForm({ filter }: { filter: Filter }) {
  const { show, find, person } = filter;
  return (
    <search>
      <form class="row tight search" action="/" method="get">
        <label class="unseen" for="find">
          {words.find}
        </label>
        <input
          class="find"
          id="find"
          name="find"
          type="search"
          dir="auto"
          maxlength={100}
          autocomplete="off"
          placeholder={words.find}
          value={find}
        />
        <input type="hidden" name="show" value={show} />
        {person !== '' && <input type="hidden" name="with" value={person} />}
        <button type="submit">{words.findButton}</button>
      </form>
    </search>
  );
}

/** The other lists, each one link away; what is looked for goes along. */
export function Shows({ filter, current }: { filter: Filter; current: boolean }) {
  return (
    <nav aria-label={words.which}>
      <ul class="row small">
        {SHOWS.map((show) => (
          <li key={show}>
            <a
              href={listPath({ ...filter, show })}
              aria-current={current && filter.show === show ? 'page' : undefined}
            >
              {words.shows[show]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
