import { enPages } from '../words/en-pages.ts';
import type { Frame } from './parts/frame.ts';
import { PlainPage } from './parts/page.tsx';

const { pages } = enPages;

/** Something that cannot be shown or done, and what to do instead. */
export function ProblemPage(props: { frame: Frame; problem: keyof typeof pages.problems; home?: boolean }) {
  const [title = '', lead] = pages.problems[props.problem];
  return (
    <PlainPage frame={props.frame} title={title}>
      <header>
        <h1>{`${title}.`}</h1>
        <p class="lead">{lead}</p>
        {props.home && (
          <p>
            <a href="/">{pages.home}</a>
          </p>
        )}
      </header>
    </PlainPage>
  );
}

/** Too much came at once; when to go on. */
export function TooManyPage({ frame, seconds }: { frame: Frame; seconds: number }) {
  const { title, lead } = pages.tooMany;
  return (
    <PlainPage frame={frame} title={title}>
      <header>
        <h1>{`${title}.`}</h1>
        <p class="lead">{lead(Math.ceil(seconds / 60))}</p>
      </header>
    </PlainPage>
  );
}

/** The one page of every participant's link that opens nothing, whatever the reason. */
export function ExpiredLinkPage({ frame }: { frame: Frame }) {
  const { expired } = pages;
  return (
    <PlainPage frame={frame} title={expired.title}>
      <header>
        <h1>{`${expired.title}.`}</h1>
        <p class="lead">{expired.lead}</p>
      </header>
      <section class="part" aria-labelledby="h-do">
        <h2 id="h-do">{expired.works}</h2>
        <p>{expired.newest}</p>
        <p class="quiet">{expired.nothing}</p>
      </section>
    </PlainPage>
  );
}
