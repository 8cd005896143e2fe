import type { Commitment, Conversation } from '../../../functions/domain/conversation.ts';
import { isMissedBy } from '../../../functions/domain/easing.ts';
import { isOver } from '../../../functions/domain/parties.ts';
import { enPages } from '../../words/en-pages.ts';
import { type Acting, FoldedForm, formName, typedIn } from '../parts/command-form.tsx';
import { dateHint } from '../parts/date-hint.ts';
import { Pills, WordsField } from '../parts/field.tsx';
import { NewDateForm } from '../parts/new-date-form.tsx';
import type { Reader } from '../parts/reader.ts';
import { SaidForm } from '../parts/said-form.tsx';

const { manage, pages } = enPages;

const NEW_DATE = {
  summary: manage.proposeDate,
  label: manage.newDate,
  button: manage.propose,
};

type OwnFormsProps = {
  commitment: Commitment;
  conversation: Conversation;
  acting: Acting;
  reader: Reader;
};

/** Another date or consequence, for any participant to accept. */
function NewTerms({ commitment, conversation, acting, reader }: OwnFormsProps) {
  const { id } = commitment;
  const hint = dateHint(conversation, commitment, reader, manage.newDateHint);
  return (
    <>
      {!isMissedBy(conversation, commitment, reader.now) && (
        <NewDateForm commitment={commitment} acting={acting} words={{ ...NEW_DATE, hint }} />
      )}
      <SaidForm
        acting={acting}
        type="propose-consequence"
        about={id}
        hidden={{ commitment: id }}
        summary={manage.consequence}
        label={pages.yourWords}
        button={manage.propose}
        begin={commitment.consequence.words}
      />
    </>
  );
}

/** What an owner who manages does with their own commitment. */
export function OwnForms(props: OwnFormsProps & { open: boolean }) {
  const { commitment, acting, open } = props;
  const { id } = commitment;
  const hidden = { commitment: id };
  const typed = (type: string, begin = {}) => typedIn(acting, formName(type, id), begin);
  const over = isOver(commitment);
  const kept = over && commitment.judgement?.verdict !== 'released';
  return (
    <div class="folds">
      <FoldedForm
        acting={acting}
        type="report"
        about={id}
        hidden={hidden}
        summary={manage.report}
        open={open}
      >
        <Pills
          legend={`${manage.reasonLegend} ${pages.ifYouLike}`}
          name="reason"
          options={manage.reasons}
          chosen={typed('report').value('reason')}
        />
        <WordsField
          typed={typed('report')}
          form={formName('report', id)}
          name="words"
          label={pages.yourWords}
          optional={true}
        />
        <div class="row">
          <button type="submit" class="primary" name="kept" value="yes">
            {manage.done}
          </button>
          <button type="submit" name="kept" value="no">
            {manage.notYet}
          </button>
        </div>
      </FoldedForm>
      {!over && <NewTerms {...props} />}
      {kept && (
        <FoldedForm acting={acting} type="helped" about={id} hidden={hidden} summary={manage.helped}>
          <WordsField
            typed={typed('helped', { words: commitment.helped })}
            form={formName('helped', id)}
            name="words"
            label={manage.helpedLabel}
          />
          <div class="row">
            <button type="submit">{manage.save}</button>
          </div>
        </FoldedForm>
      )}
    </div>
  );
}
