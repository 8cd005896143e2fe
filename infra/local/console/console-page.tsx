import { ClockBar } from './clock-bar.tsx';
import type { ConsoleView } from './console-view.ts';
import { Inbox } from './inbox.tsx';
import { Letter } from './letter.tsx';
import { PageShell } from './page-shell.tsx';
import { Workings } from './workings.tsx';

/** The console's one page. */
export function ConsolePage({ view }: { view: ConsoleView }) {
  return (
    <PageShell title="Console" colour={view.tenant.colour}>
      <ClockBar view={view} />
      <main id="main" class="stage">
        {view.refusal && (
          <p class="alert workings" role="alert">
            {view.refusal}
          </p>
        )}
        <Inbox view={view} />
        <Letter view={view} />
        <Workings view={view} />
      </main>
    </PageShell>
  );
}
