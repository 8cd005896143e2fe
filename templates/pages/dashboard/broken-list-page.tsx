import { enPages } from '../../words/en-pages.ts';
import type { Frame } from '../parts/frame.ts';
import { ManagerPage } from '../parts/page.tsx';

const { broken, write } = enPages.dashboard;

/** The list could not be read: what that means, and what still works. `here`: the page that was asked for. */
export function BrokenListPage(props: { frame: Frame; email: string; here: string }) {
  return (
    <ManagerPage frame={props.frame} title={broken.title} email={props.email}>
      <header>
        <h1>{broken.heading}</h1>
        <p class="lead">{broken.lead}</p>
        <div class="row">
          <a class="button primary" href={props.here}>
            {broken.again}
          </a>
          <a href="/conversations/new">{write}</a>
        </div>
      </header>
    </ManagerPage>
  );
}
