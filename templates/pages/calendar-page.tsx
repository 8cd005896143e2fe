import { enPages } from '../words/en-pages.ts';
import { FeedAddress } from './parts/feed-address.tsx';
import type { Frame } from './parts/frame.ts';
import { ManagerPage } from './parts/page.tsx';

const { person: words } = enPages;

/** A manager's own calendar: they are a person of their conversations like everybody else. */
export function CalendarPage({ frame, email, url }: { frame: Frame; email: string; url: string }) {
  return (
    <ManagerPage frame={frame} title={words.calendar} email={email}>
      <header>
        <h1>{words.calendar}</h1>
      </header>
      <section class="stack" aria-label={words.calendar}>
        <FeedAddress url={url} />
        <p class="small quiet">{words.calendarRenewElsewhere}</p>
      </section>
    </ManagerPage>
  );
}
