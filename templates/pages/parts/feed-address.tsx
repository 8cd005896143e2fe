import { enPages } from '../../words/en-pages.ts';

const { person: words } = enPages;

/** Where somebody's calendar can be fetched: a link that calendar programs take, and the address to copy. */
export function FeedAddress({ url }: { url: string }) {
  return (
    <>
      <p>{words.calendarMeans}</p>
      <p>
        <a class="button" href={url.replace(/^https?:/, 'webcal:')}>
          {words.calendarAdd}
        </a>
      </p>
      <div class="field">
        <label for="calendar-address">{words.calendarAddress}</label>
        <p class="hint" id="calendar-address-hint">
          {words.calendarHint}
        </p>
        <input
          id="calendar-address"
          type="text"
          readonly
          dir="ltr"
          value={url}
          aria-describedby="calendar-address-hint"
        />
      </div>
    </>
  );
}
