import type { MailKind } from '../../../functions/domain/facts.ts';
import { enPages } from '../../words/en-pages.ts';
import type { Frame } from '../parts/frame.ts';
import { MailKindTicks } from '../parts/mail-kind-ticks.tsx';
import { readerOf } from '../parts/reader.ts';
import { Told } from '../parts/told.tsx';
import { mailsLinkOf, type PersonData } from './person-data.ts';
import { BackLink, PersonFrame } from './person-frame.tsx';

const { person: words } = enPages;

/** Which kinds of mail a person wants: what is ticked comes. */
export function UnsubscribePage(props: {
  frame: Frame;
  data: PersonData;
  optedOut: readonly MailKind[];
  saved: boolean;
}) {
  const { frame, data, optedOut, saved } = props;
  const reader = readerOf(data.conversation, data.person, data.now);
  return (
    <PersonFrame frame={frame} title={words.unsubscribeTitle} data={data} reader={reader}>
      <header>
        <h1>{words.unsubscribeTitle}</h1>
        <p class="lead">
          <Told phrase={words.unsubscribeLead(frame.tenant)} />
        </p>
        {saved && (
          <p class="noted" role="status">
            {words.savedKinds}
          </p>
        )}
      </header>
      <form method="post" action={mailsLinkOf(data)} class="stack">
        <MailKindTicks stopped={optedOut} />
        <div class="row">
          <button type="submit" class="primary" name="save" value="yes">
            {words.saveKinds}
          </button>
          <BackLink data={data} />
        </div>
      </form>
    </PersonFrame>
  );
}
