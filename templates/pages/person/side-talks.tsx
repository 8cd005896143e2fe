import type { Conversation } from '../../../functions/domain/conversation.ts';
import { endedFor, sideTalkEnd } from '../../../functions/domain/side-talks.ts';
import { enPages } from '../../words/en-pages.ts';
import { type Acting, FoldedForm } from '../parts/command-form.tsx';
import type { Reader } from '../parts/reader.ts';
import { SideTalkTold } from '../parts/side-talk-told.tsx';

const { sideTalks: words } = enPages;

/** The talks beside the check-ins that the reader was asked to and that are ahead; nobody else's. */
export function OwnSideTalks({
  conversation,
  acting,
  reader,
}: {
  conversation: Conversation;
  acting: Acting;
  reader: Reader;
}) {
  const ahead = conversation.sideTalks.filter(
    (talk) =>
      talk.people.includes(reader.id) &&
      !endedFor(conversation, talk, reader.id) &&
      sideTalkEnd(talk) > reader.now,
  );
  if (ahead.length === 0) return null;
  return (
    <ul class="list">
      {ahead.map((talk) => (
        <li key={talk.id} id={talk.id}>
          <SideTalkTold talk={talk} conversation={conversation} reader={reader} />
          <FoldedForm
            acting={acting}
            type="decline-talk"
            about={talk.id}
            hidden={{ checkIn: talk.id }}
            summary={words.decline}
          >
            <p class="hint">{words.declineHint}</p>
            <div class="row">
              <button type="submit">{words.declineButton}</button>
            </div>
          </FoldedForm>
        </li>
      ))}
    </ul>
  );
}
