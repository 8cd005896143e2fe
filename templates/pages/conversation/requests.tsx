import type { Commitment, Conversation, Request } from '../../../functions/domain/conversation.ts';
import { decidersOf, openRequests, standing } from '../../../functions/domain/parties.ts';
import { own } from '../../parts/phrase.ts';
import { enPages } from '../../words/en-pages.ts';
import { type Acting, CommandForm, formName, typedIn } from '../parts/command-form.tsx';
import { WordsField } from '../parts/field.tsx';
import type { Reader } from '../parts/reader.ts';
import { Quote, Told } from '../parts/told.tsx';

const { manage } = enPages;

export type Asked = { commitment: Commitment; request: Request };

/** What waits for one reader's answer. */
export function waitingFor(conversation: Conversation, reader: Reader): Asked[] {
  return standing(conversation).flatMap((commitment) =>
    openRequests(commitment)
      .filter((request) => decidersOf(conversation, commitment, request).includes(reader.id))
      .map((request) => ({ commitment, request })),
  );
}

/** One request with its two answers. */
export function RequestForm(props: { asked: Asked; acting: Acting; reader: Reader }) {
  const { acting, reader } = props;
  const { commitment, request } = props.asked;
  const about = `${commitment.id}-${request.fact}`;
  const form = formName('answer-change', about);
  const date = request.kind === 'date' ? reader.moment(request.due, commitment.owner) : own('');
  return (
    <li id={`request-${request.fact}`}>
      <h3>
        <Told phrase={manage.requestTitle(reader.named(request.by), request.kind, date)} />
      </h3>
      {request.words !== '' && (
        <p class="quote">
          <Quote words={request.words} />
        </p>
      )}
      <p class="small quiet">
        <Told phrase={manage.about(commitment.action)} />
      </p>
      <CommandForm
        acting={acting}
        type="answer-change"
        about={about}
        hidden={{ commitment: commitment.id, request: String(request.fact) }}
      >
        <WordsField
          typed={typedIn(acting, form)}
          form={form}
          name="words"
          label={manage.answer}
          optional={true}
          line={true}
          rows={1}
        />
        <div class="row">
          <button type="submit" class="primary" name="accept" value="yes">
            {manage.accept}
          </button>
          <button type="submit" name="accept" value="no">
            {manage.decline}
          </button>
          <span class="small quiet">{manage.acceptHint[request.kind]}</span>
        </div>
      </CommandForm>
    </li>
  );
}
