import type { MailKind } from '../../functions/domain/facts.ts';
import { enPages } from '../words/en-pages.ts';
import type { Frame } from './parts/frame.ts';
import { MailKindTicks } from './parts/mail-kind-ticks.tsx';
import { ManagerPage } from './parts/page.tsx';

const { mails: words, person } = enPages;

export type MailsData = { email: string; stopped: readonly MailKind[]; token: string; saved: boolean };

/** Which kinds of mail a manager wants, the one about their week among them. */
export function MailsPage({ frame, data }: { frame: Frame; data: MailsData }) {
  return (
    <ManagerPage frame={frame} title={person.unsubscribeTitle} email={data.email}>
      <header>
        <h1>{person.unsubscribeTitle}</h1>
        <p class="lead">{words.lead}</p>
        {data.saved && (
          <p class="noted" role="status">
            {person.savedKinds}
          </p>
        )}
      </header>
      <form method="post" action="/mails" class="stack">
        <input type="hidden" name="token" value={data.token} />
        <MailKindTicks stopped={data.stopped} />
        <p>
          <button type="submit" class="primary">
            {person.saveKinds}
          </button>
        </p>
      </form>
    </ManagerPage>
  );
}
