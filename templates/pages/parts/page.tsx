import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { enPages } from '../../words/en-pages.ts';
import { Account } from './account.tsx';
import type { Frame } from './frame.ts';
import { Told } from './told.tsx';

const { pages, shares } = enPages;

function Mark() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true">
      <circle cx="9" cy="16" r="6" fill="currentColor" />
      <circle
        cx="23"
        cy="16"
        r="5.2"
        fill="none"
        stroke="currentColor"
        stroke-width="1.8"
        stroke-dasharray="2.1 2"
      />
    </svg>
  );
}

function Document(props: { frame: Frame; title: string; narrow: boolean; script?: string; children: Child }) {
  return (
    <>
      {raw('<!doctype html>')}
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <meta name="robots" content="noindex" />
          <title>{`${props.title} · ${pages.product}`}</title>
          <link rel="icon" href={props.frame.icon} type="image/svg+xml" />
          <link rel="stylesheet" href={props.frame.css} />
          {props.script !== undefined && <script src={props.script} defer />}
        </head>
        <body class={props.narrow ? 'narrow-page' : undefined}>
          <a class="skip" href="#main">
            {pages.skip}
          </a>
          {props.children}
        </body>
      </html>
    </>
  );
}

type Here = 'today' | 'new' | 'shares' | 'people';

/** A manager's page. */
export function ManagerPage(props: {
  frame: Frame;
  title: string;
  here?: Here;
  email: string;
  children: Child;
}) {
  const { frame, title, here } = props;
  const current = (page: Here) => (here === page ? ('page' as const) : undefined);
  return (
    <Document frame={frame} title={title} narrow={false} script={frame.script}>
      <header class="top">
        <a class="mark" href="/">
          <Mark />
          {pages.product}
        </a>
        <nav aria-label={pages.nav}>
          <ul>
            <li>
              <a href="/" aria-current={current('today')}>
                {pages.today}
              </a>
            </li>
            <li>
              <a href="/conversations/new" aria-current={current('new')}>
                {pages.new}
              </a>
            </li>
            <li>
              <a href="/shares" aria-current={current('shares')}>
                {shares.nav}
              </a>
            </li>
            <li>
              <a href="/people" aria-current={current('people')}>
                {pages.people}
              </a>
            </li>
          </ul>
        </nav>
        <div class="who account">
          <Account frame={frame} email={props.email} />
        </div>
      </header>
      <main id="main">{props.children}</main>
      <footer class="foot">
        <div class="account">
          <Account frame={frame} email={props.email} />
        </div>
        <p>{pages.creed}</p>
      </footer>
    </Document>
  );
}

/** A page without navigation: a participant's, or one that says that there is nothing. */
export function PlainPage(props: {
  frame: Frame;
  title: string;
  who?: Child;
  footer?: Child;
  children: Child;
}) {
  const { frame } = props;
  return (
    <Document frame={frame} title={props.title} narrow={true}>
      <header class="top">
        <span class="mark">
          <Mark />
          <span>
            {pages.product}
            <span class="for">
              <Told phrase={pages.for(frame.tenant)} />
            </span>
          </span>
        </span>
        {props.who && <p class="who">{props.who}</p>}
      </header>
      <main id="main" class="narrow">
        {props.children}
      </main>
      <footer class="foot narrow">
        {props.footer ?? (
          <p>
            <Told phrase={pages.uses(frame.tenant)} />
          </p>
        )}
      </footer>
    </Document>
  );
}
