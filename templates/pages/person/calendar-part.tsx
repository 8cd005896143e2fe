import { enPages } from '../../words/en-pages.ts';
import { type Acting, CommandForm } from '../parts/command-form.tsx';
import { FeedAddress } from '../parts/feed-address.tsx';
import type { PersonData } from './person-data.ts';

const { person: words } = enPages;

/** The reader's own calendar: a link that calendar programs take, the address to copy, and a way to close an old one. */
export function CalendarPart({ data, acting }: { data: PersonData; acting: Acting }) {
  const { url, revision } = data.calendar;
  return (
    <details class="fold" id="calendar" open={data.meant.calendar}>
      <summary>
        <b>{words.calendar}</b>
      </summary>
      <div class="stack">
        <FeedAddress url={url} />
        <CommandForm acting={acting} type="renew-calendar" about="" hidden={{ revision: String(revision) }}>
          <div class="row">
            <button type="submit" class="plain">
              {words.calendarRenew}
            </button>
            <span class="small quiet">{words.calendarRenewMeans}</span>
          </div>
        </CommandForm>
      </div>
    </details>
  );
}
