import type { Conversation } from '../../../functions/domain/conversation.ts';
import { type Instant, plus } from '../../../functions/domain/instant.ts';
import { ANSWER_WAIT_MS } from '../../../functions/domain/policy.ts';
import { enPages } from '../../words/en-pages.ts';
import { type Acting, CommandForm } from './command-form.tsx';
import type { Reader } from './reader.ts';
import { Told } from './told.tsx';

const { pages } = enPages;

type LastAnswerProps = {
  data: { conversation: Conversation; now: Instant };
  acting: Acting;
  reader: Reader;
  /** Which form on the page it is, so that a refusal comes back to it. */
  about: string;
};

/** The reader's last answer, while it can still be taken back. */
export function LastAnswer({ data, acting, reader, about }: LastAnswerProps) {
  const { undo } = data.conversation.people.find((person) => person.id === reader.id) ?? {};
  if (!undo || data.now >= plus(undo.at, ANSWER_WAIT_MS)) return null;
  return (
    <div class="noted" role="status">
      <CommandForm acting={acting} type="undo" about={about}>
        <p>
          <strong>
            <Told phrase={pages.noted(reader.time(undo.at), reader.named(reader.id).name)} />
          </strong>{' '}
          <button type="submit" class="plain inline">
            {pages.takeBack}
          </button>{' '}
          {pages.takeBackUntil(reader.time(plus(undo.at, ANSWER_WAIT_MS)))}
        </p>
      </CommandForm>
    </div>
  );
}
