import type { Commitment, Conversation } from '../../../functions/domain/conversation.ts';
import { enPages } from '../../words/en-pages.ts';
import { type Acting, CommandForm, formName, typedIn } from '../parts/command-form.tsx';
import { WordsField } from '../parts/field.tsx';
import type { Reader } from '../parts/reader.ts';
import { Told } from '../parts/told.tsx';

const { person: words } = enPages;

type AnswersProps = {
  /** One commitment, or all of the reader's own. */
  commitments: readonly Commitment[];
  conversation: Conversation;
  acting: Acting;
  reader: Reader;
  /** "agree", "consequence" or "change", as a mail's link meant. */
  meant: string | undefined;
  all: boolean;
};

function Talk(props: AnswersProps & { about: string; hidden: Record<string, string> }) {
  const { acting, reader, about, hidden, all } = props;
  const form = formName('agree', `talk${about}`);
  const open = props.meant === 'consequence' || acting.refused?.form === form;
  return (
    <details open={open}>
      <summary>
        {words.agree}
        <small>{words.agreeTalk}</small>
      </summary>
      <CommandForm
        acting={acting}
        type="agree"
        about={`talk${about}`}
        hidden={{ ...hidden, consequence: 'talk' }}
      >
        {!all && (
          <WordsField
            typed={typedIn(acting, form)}
            form={form}
            name="words"
            label={words.agreeReword}
            hint={words.agreeRewordHint}
          />
        )}
        <button type="submit">
          <span>
            <Told phrase={words.send(reader.named(props.conversation.manager))} />
          </span>
        </button>
      </CommandForm>
    </details>
  );
}

function Change(props: AnswersProps & { about: string; hidden: Record<string, string> }) {
  const { acting, reader, about, hidden } = props;
  const form = formName('ask-change', about);
  const open = props.meant === 'change' || acting.refused?.form === form;
  return (
    <details open={open}>
      <summary>
        {words.change}
        <small>{words.changeSay}</small>
      </summary>
      <CommandForm acting={acting} type="ask-change" about={about} hidden={hidden}>
        <WordsField
          typed={typedIn(acting, form)}
          form={form}
          name="words"
          label={words.changeLabel}
          rows={3}
        />
        <button type="submit">
          <span>
            <Told phrase={words.send(reader.named(props.conversation.manager))} />
          </span>
        </button>
      </CommandForm>
    </details>
  );
}

/** The three answers to what was written down: yes, yes but the consequence, and something is not right. */
export function Answers(props: AnswersProps) {
  const { commitments, acting, reader, all } = props;
  const [only] = commitments;
  const about = all || !only ? '' : only.id;
  const hidden: Record<string, string> = about === '' ? {} : { commitment: about };
  const proposed = commitments.some(
    ({ consequence }) => consequence.state === 'proposed' && consequence.by !== reader.id,
  );
  const rest = { ...props, about, hidden };
  return (
    <>
      <div class="answers">
        <CommandForm
          acting={acting}
          type="agree"
          about={about}
          hidden={{ ...hidden, consequence: proposed ? 'fair' : 'talk' }}
        >
          <button type="submit" class="primary">
            {words.agree}
            <small>{proposed ? words.agreeFair : words.agreePlain}</small>
          </button>
        </CommandForm>
        {proposed && <Talk {...rest} />}
        <Change {...rest} />
      </div>
      <p class="small quiet">{words.slip}</p>
    </>
  );
}
