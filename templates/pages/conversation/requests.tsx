import type { Commitment, Conversation, Request } from '../../../functions/domain/conversation.ts';
import { decidersOf, openRequests, standing } from '../../../functions/domain/parties.ts';
import { own } from '../../parts/phrase.ts';
import { enPages } from '../../words/en-pages.ts';
import { type Acting, CommandForm, formName, typedIn } from '../parts/command-form.tsx';
import { WordsField } from '../parts/field.tsx';
import type { Reader } from '../parts/reader.ts';
import { Quote, Told } from '../parts/told.tsx';
import type { MeantChange } from './meant.ts';

const { manage } = enPages;

export type Asked = { commitment: Commitment; request: Request };

const nameOf = ({ commitment, request }: Asked): string => `${commitment.id}-${request.fact}`;

/** What waits for one reader's answer; what a link is about stands first. */
export function waitingFor(conversation: Conversation, reader: Reader, meant: MeantChange): Asked[] {
  const waiting = standing(conversation).flatMap((commitment) =>
    openRequests(commitment)
      .filter((request) => decidersOf(conversation, commitment, request).includes(reader.id))
      .map((request) => ({ commitment, request })),
  );
  const isMeant = (asked: Asked) => nameOf(asked) === meant.change;
  return [...waiting.filter(isMeant), ...waiting.filter((asked) => !isMeant(asked))];
}

/** Whether a link is about a request that waits for nobody any more. */
export function isAnswered(conversation: Conversation, meant: MeantChange): boolean {
  return standing(conversation).some((commitment) =>
    commitment.requests.some(
      (request) => request.answered && nameOf({ commitment, request }) === meant.change,
    ),
  );
}

function AnswerButtons({ accept }: { accept: 'yes' | 'no' }) {
  const answers = [
    { value: 'yes', label: manage.accept },
    { value: 'no', label: manage.decline },
  ] as const;
  const ordered = accept === 'no' ? answers.toReversed() : answers;
  return (
    <>
      {ordered.map(({ value, label }) => (
        <button
          key={value}
          type="submit"
          class={value === accept ? 'primary' : undefined}
          name="accept"
          value={value}
        >
          {label}
        </button>
      ))}
    </>
  );
}

/** One request with its two answers. `amend`: where its reader changes what is written down, if they can. */
export function RequestForm(props: {
  asked: Asked;
  acting: Acting;
  reader: Reader;
  meant: MeantChange;
  amend?: string;
}) {
  const { acting, reader, meant, amend } = props;
  const { commitment, request } = props.asked;
  const about = nameOf(props.asked);
  const form = formName('answer-change', about);
  const date = request.kind === 'date' ? reader.moment(request.due, commitment.owner) : own('');
  return (
    <li id={`request-${about}`}>
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
          <AnswerButtons accept={(meant.change === about && meant.accept) || 'yes'} />
          <span class="small quiet">
            <Told phrase={manage.acceptHint(request.kind, amend)} />
          </span>
        </div>
      </CommandForm>
    </li>
  );
}
