import type { Conversation } from '../../../functions/domain/conversation.ts';
import type { Instant } from '../../../functions/domain/instant.ts';
import { standing } from '../../../functions/domain/parties.ts';
import { enPages } from '../../words/en-pages.ts';
import { type Reader, readerOf } from '../parts/reader.ts';
import { Quote, Told } from '../parts/told.tsx';

const { conversation: words, manage } = enPages;

/** How a conversation hangs together with others: the one that it is again, and those that are it again. */
export type Linked = {
  earlier: Conversation | 'gone' | undefined;
  cameBack: readonly { id: string; title: string; at: Instant }[];
};

const pageOf = (id: string) => `/conversations/${id}`;

function Earlier({ earlier, reader }: { earlier: Conversation; reader: Reader }) {
  const agreed = standing(earlier).filter(({ agreement }) => agreement.state === 'agreed');
  const then = readerOf(earlier, earlier.manager, reader.now);
  return (
    <>
      <p>
        <Told phrase={words.againOn(reader.day(earlier.recorded.at), earlier.title, pageOf(earlier.id))} />{' '}
        {agreed.length > 0 && words.againAgreed}
      </p>
      <ul class="stack-s">
        {agreed.map(({ id, owner, action }) => (
          <li key={id} class="quote">
            <Quote words={action} />
            <span class="by">
              <Told phrase={manage.forWhom(then.named(owner))} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What was agreed the last time, and when it came back; nothing where it was had once. */
export function AgainPart({ linked, reader }: { linked: Linked; reader: Reader }) {
  const { earlier, cameBack } = linked;
  if (earlier === undefined && cameBack.length === 0) return null;
  return (
    <section class="part margin" aria-labelledby="h-same">
      <h2 id="h-same">{words.againTitle}</h2>
      <div class="stack">
        {earlier === 'gone' && <p>{words.againGone}</p>}
        {earlier !== undefined && earlier !== 'gone' && <Earlier earlier={earlier} reader={reader} />}
        {cameBack.map(({ id, title, at }) => (
          <p key={id}>
            <Told phrase={words.cameBack(reader.day(at), title, pageOf(id))} />
          </p>
        ))}
      </div>
    </section>
  );
}
