import type { Commitment } from '../../../functions/domain/conversation.ts';
import { isOver } from '../../../functions/domain/parties.ts';
import { enPages } from '../../words/en-pages.ts';
import { type Acting, FoldedForm, formName, typedIn } from '../parts/command-form.tsx';
import { Pills, WhenField, WordsField } from '../parts/field.tsx';
import { Press } from '../parts/foretold.tsx';
import type { Reader } from '../parts/reader.ts';
import { Told } from '../parts/told.tsx';

const { manage, pages } = enPages;

type OwnerFormsProps = { commitment: Commitment; acting: Acting; reader: Reader; open: boolean };

/** What both talked about without the app: a new date, or what its owner said. */
function WhatWasSaid({ commitment, acting, reader }: OwnerFormsProps) {
  const { id } = commitment;
  const owner = reader.named(commitment.owner);
  const date = typedIn(acting, formName('renegotiate', id));
  const said = typedIn(acting, formName('said-in-person', id));
  return (
    <>
      <FoldedForm
        acting={acting}
        type="renegotiate"
        about={id}
        hidden={{ commitment: id }}
        summary={manage.renegotiate}
      >
        <WhenField
          typed={date}
          form={formName('renegotiate', id)}
          name="dueBy"
          readingName="dueReading"
          label={manage.newDate}
          hint={manage.newDateHint}
          required={true}
        />
        <Press acting={acting} type="renegotiate" about={id}>
          {manage.save}
        </Press>
      </FoldedForm>
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
