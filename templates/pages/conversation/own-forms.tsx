import type { Commitment } from '../../../functions/domain/conversation.ts';
import { isOver } from '../../../functions/domain/parties.ts';
import { enPages } from '../../words/en-pages.ts';
import { type Acting, FoldedForm, formName, typedIn } from '../parts/command-form.tsx';
import { Pills, WhenField, WordsField } from '../parts/field.tsx';

const { manage, pages } = enPages;

/** Another date or consequence, for any participant to accept. */
function NewTerms({ commitment, acting }: { commitment: Commitment; acting: Acting }) {
  const { id } = commitment;
  const hidden = { commitment: id };
  const typed = (type: string, begin = {}) => typedIn(acting, formName(type, id), begin);
  return (
    <>
      <FoldedForm acting={acting} type="propose-date" about={id} hidden={hidden} summary={manage.proposeDate}>
        <WhenField
          typed={typed('propose-date')}
          form={formName('propose-date', id)}
          name="dueBy"
          readingName="dueReading"
          label={manage.newDate}
          hint={manage.newDateHint}
          required={true}
        />
        <WordsField
          typed={typed('propose-date')}
          form={formName('propose-date', id)}
          name="words"
          label={pages.yourWords}
          optional={true}
        />
        <div class="row">
          <button type="submit">{manage.propose}</button>
        </div>
      </FoldedForm>
      <FoldedForm
        acting={acting}
        type="propose-consequence"
        about={id}
        hidden={hidden}
        summary={manage.consequence}
      >
        <WordsField
          typed={typed('propose-consequence', { words: commitment.consequence.words })}
          form={formName('propose-consequence', id)}
          name="words"
          label={pages.yourWords}
        />
        <div class="row">
          <button type="submit">{manage.propose}</button>
        </div>
      </FoldedForm>
    </>
  );
}

/** What an owner who manages does with their own commitment. */
export function OwnForms(props: { commitment: Commitment; acting: Acting; open: boolean }) {
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
      {!over && <NewTerms commitment={commitment} acting={acting} />}
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
