import type { Commitment, Conversation } from '../../../functions/domain/conversation.ts';
import { isMissedBy } from '../../../functions/domain/easing.ts';
import { isOver } from '../../../functions/domain/parties.ts';
import { enPages } from '../../words/en-pages.ts';
import { type Acting, FoldedForm, formName, typedIn } from '../parts/command-form.tsx';
import { dateHint } from '../parts/date-hint.ts';
import { Pills, WhenField, WordsField } from '../parts/field.tsx';
import { Press } from '../parts/foretold.tsx';
import type { Reader } from '../parts/reader.ts';
import { Told } from '../parts/told.tsx';

const { manage, pages } = enPages;

type OwnerFormsProps = {
  commitment: Commitment;
  conversation: Conversation;
  acting: Acting;
  reader: Reader;
  open: boolean;
};

/** Past its due date it ends first: as missed, or otherwise. */
function NewDate({ commitment, conversation, acting, reader }: OwnerFormsProps) {
  const { id } = commitment;
  if (isMissedBy(conversation, commitment, reader.now)) return null;
  return (
    <FoldedForm
      acting={acting}
      type="renegotiate"
      about={id}
      hidden={{ commitment: id }}
      summary={manage.renegotiate}
    >
      <WhenField
        typed={typedIn(acting, formName('renegotiate', id))}
        form={formName('renegotiate', id)}
        name="dueBy"
        readingName="dueReading"
        label={manage.newDate}
        hint={dateHint(conversation, commitment, reader, manage.newDateHint)}
        required={true}
      />
      <Press acting={acting} type="renegotiate" about={id}>
        {manage.save}
      </Press>
    </FoldedForm>
  );
}

/** What both talked about without the app: a new date, or what its owner said. */
function WhatWasSaid(props: OwnerFormsProps) {
  const { commitment, acting, reader } = props;
  const { id } = commitment;
  const owner = reader.named(commitment.owner);
  const said = typedIn(acting, formName('said-in-person', id));
  return (
    <>
      <NewDate {...props} />
      <FoldedForm
        acting={acting}
        type="said-in-person"
        about={id}
        hidden={{ commitment: id, person: commitment.owner }}
        summary={<Told phrase={manage.saidInPerson(owner)} />}
      >
        <p class="hint">
          <Told phrase={manage.saidHint(owner)} />
        </p>
        <Pills
          legend={<Told phrase={manage.saidLegend(owner)} />}
          name="said"
          options={manage.said}
          chosen={said.value('said')}
          error={said.error('said')}
          form={formName('said-in-person', id)}
          required={true}
        />
        <WordsField
          typed={said}
          form={formName('said-in-person', id)}
          name="words"
          label={pages.yourWords}
          optional={true}
        />
        <Press acting={acting} type="said-in-person" about={id}>
          {manage.enter}
        </Press>
      </FoldedForm>
    </>
  );
}

/** What the manager does with somebody else's commitment: verdict, correction, new date, what was said in person. */
export function OwnerForms(props: OwnerFormsProps) {
  const { commitment, acting, reader } = props;
  const { id } = commitment;
  const owner = reader.named(commitment.owner);
  const type = commitment.judgement ? 'correct' : 'verdict';
  const verdict = typedIn(acting, formName(type, id));
  return (
    <div class="folds">
      <FoldedForm
        acting={acting}
        type={type}
        about={id}
        hidden={{ commitment: id }}
        summary={type === 'correct' ? manage.correct : <Told phrase={manage.verdict(owner)} />}
        open={props.open}
      >
        <Pills
          legend={manage.verdictLegend}
          name="verdict"
          options={manage.verdicts}
          chosen={verdict.value('verdict')}
          error={verdict.error('verdict')}
          form={formName(type, id)}
          required={true}
        />
        <WordsField
          typed={verdict}
          form={formName(type, id)}
          name="words"
          label={pages.yourWords}
          optional={type === 'verdict'}
          required={type === 'correct'}
          hint={type === 'correct' ? manage.correctHint : undefined}
        />
        <Press acting={acting} type={type} about={id}>
          {manage.save}
        </Press>
      </FoldedForm>
      {!isOver(commitment) && <WhatWasSaid {...props} />}
    </div>
  );
}
