import type { Child } from 'hono/jsx';
import type { Commitment, Conversation } from '../../../functions/domain/conversation.ts';
import { enPages } from '../../words/en-pages.ts';
import { type Acting, CommandForm, formName, typedIn } from '../parts/command-form.tsx';
import { WordsField } from '../parts/field.tsx';
import type { Reader } from '../parts/reader.ts';
import { Told } from '../parts/told.tsx';
import { sendTo } from './report-forms.tsx';

const { person: words } = enPages;

type AnswersProps = {
  /** One commitment, or all of the reader's own. */
  commitments: readonly Commitment[];
  conversation: Conversation;
  acting: Acting;
  reader: Reader;
  /** "agree", "consequence" or "change", as a mail's link meant: that one stands first. */
  meant: string | undefined;
  all: boolean;
};

type Answering = AnswersProps & { about: string; hidden: Record<string, string>; proposed: boolean };

function Send({ conversation, reader, first }: Answering & { first: boolean }) {
  return (
    <button type="submit" class={first ? 'primary' : undefined}>
      <span>
        <Told phrase={sendTo(conversation, reader)} />
      </span>
    </button>
  );
}

function Agree({ acting, about, hidden, proposed, meant }: Answering) {
  const isOther = meant === 'change' || (proposed && meant === 'consequence');
  return (
    <CommandForm
      acting={acting}
      type="agree"
      about={about}
      hidden={{ ...hidden, consequence: proposed ? 'fair' : 'talk' }}
    >
      <button type="submit" class={isOther ? undefined : 'primary'}>
        {words.agree}
        <small>{proposed ? words.agreeFair : words.agreePlain}</small>
      </button>
    </CommandForm>
  );
}

/** An answer that unfolds before it is sent. */
function Unfolding(props: { open: boolean; answer: string; difference: string; children: Child }) {
  return (
    <details open={props.open}>
      <summary>
        {props.answer}
        <small>{props.difference}</small>
      </summary>
      {props.children}
    </details>
  );
}

function Talk(props: Answering) {
  const { acting, about, hidden, all, meant } = props;
  const form = formName('agree', `talk${about}`);
  const first = meant === 'consequence';
  return (
    <Unfolding
      open={first || acting.refused?.form === form}
      answer={words.agree}
      difference={words.agreeTalk}
    >
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
        <Send {...props} first={first} />
      </CommandForm>
    </Unfolding>
  );
}

function Change(props: Answering) {
  const { acting, about, hidden, meant } = props;
  const form = formName('ask-change', about);
  const first = meant === 'change';
  return (
    <Unfolding
      open={first || acting.refused?.form === form}
      answer={words.change}
      difference={words.changeSay}
    >
      <CommandForm acting={acting} type="ask-change" about={about} hidden={hidden}>
        <WordsField
          typed={typedIn(acting, form)}
          form={form}
          name="words"
          label={words.changeLabel}
          rows={3}
        />
        <Send {...props} first={first} />
      </CommandForm>
    </Unfolding>
  );
}

function inOrder({ meant, proposed }: Answering) {
  const talk = proposed ? [Talk] : [];
  if (meant === 'change') return [Change, Agree, ...talk];
  return meant === 'consequence' ? [...talk, Agree, Change] : [Agree, ...talk, Change];
}

/** The three answers to what was written down: yes, yes but the consequence, and something is not right. */
export function Answers(props: AnswersProps) {
  const { commitments, reader, all } = props;
  const [only] = commitments;
  const about = all || !only ? '' : only.id;
  const answering: Answering = {
    ...props,
    about,
    hidden: about === '' ? {} : { commitment: about },
    proposed: commitments.some(
      ({ consequence }) => consequence.state === 'proposed' && consequence.by !== reader.id,
    ),
  };
  return (
    <>
      <div class="answers">
        {inOrder(answering).map((One) => (
          <One key={One.name} {...answering} />
        ))}
      </div>
      <p class="small quiet">{words.slip}</p>
    </>
  );
}
