import type { Conversation } from '../../../functions/domain/conversation.ts';
import { enPages } from '../../words/en-pages.ts';
import type { Acting } from '../parts/command-form.tsx';
import type { Reader } from '../parts/reader.ts';
import { SaidForm } from '../parts/said-form.tsx';
import { Quote, Told } from '../parts/told.tsx';

const { person: words, pages } = enPages;

/** What the manager entered as said in person by this reader, with who and when, and a way to object. */
export function SaidForYou(props: {
  conversation: Conversation;
  acting: Acting | undefined;
  reader: Reader;
}) {
  const { conversation, acting, reader } = props;
  const entries = conversation.saidInPerson.filter((entry) => entry.person === reader.id);
  if (entries.length === 0) return null;
  return (
    <ul class="list">
      {entries.map((entry) => {
        const by = entry.by === 'system' ? conversation.manager : entry.by;
        const commitment = conversation.commitments.find(({ id }) => id === entry.commitment);
        const about = String(entry.fact);
        return (
          <li key={entry.fact}>
            <p>
              <strong>{words.said(entry.said)}</strong>
            </p>
            {commitment && (
              <p>
                <Quote words={commitment.action} />
              </p>
            )}
            {entry.words !== '' && (
              <p class="quote">
                <Quote words={entry.words} />
              </p>
            )}
            <p class="small quiet">
              <Told phrase={words.saidForYou(reader.named(by), reader.brief(entry.at))} />
            </p>
            {entry.objected !== undefined && <p class="small">{words.objected}</p>}
            {acting && entry.objected === undefined && (
              <SaidForm
                acting={acting}
                type="object"
                about={about}
                hidden={{ fact: about }}
                summary={words.object}
                label={words.objectLabel}
                hint={pages.yourWords}
                button={words.sayIt}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}
