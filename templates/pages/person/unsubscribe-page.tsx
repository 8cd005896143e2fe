import type { MailKind } from '../../../functions/domain/facts.ts';
import { enPages } from '../../words/en-pages.ts';
import type { Frame } from '../parts/frame.ts';
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
        <fieldset>
          <legend class="label">{words.keepKinds}</legend>
          {words.kinds.map(({ value, label }) => (
            <label key={value} class="tick">
              <input
                type="checkbox"
                name="want"
                value={value}
                checked={!optedOut.some((kind) => kind === value)}
              />
              <span>{label}</span>
            </label>
          ))}
        </fieldset>
        <p class="small quiet">{words.unsubscribeAlways}</p>
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
