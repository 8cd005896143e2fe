import { isMissedBy } from '../../../functions/domain/easing.ts';
import { enPages } from '../../words/en-pages.ts';
import { CommandForm } from '../parts/command-form.tsx';
import { dateHint } from '../parts/date-hint.ts';
import { NewDateForm } from '../parts/new-date-form.tsx';
import { SaidForm } from '../parts/said-form.tsx';
import { Told } from '../parts/told.tsx';
import { type FormsProps, sendTo } from './report-forms.tsx';

const { person: words, pages } = enPages;

const DATE_WORDS = {
  summary: words.anotherDate,
  label: words.newDate,
  button: words.proposeDate,
};

/** Another date, for the other side to accept. */
export function DateForm({ commitment, conversation, acting, reader, meant }: FormsProps) {
  if (isMissedBy(conversation, commitment, reader.now)) return null;
  const hint = dateHint(conversation, commitment, reader, words.newDateHint);
  return (
    <NewDateForm commitment={commitment} acting={acting} words={{ ...DATE_WORDS, hint }} open={meant.date} />
  );
}

/** The consequence: accept what the other side proposed, or say in own words what should follow. */
export function ConsequenceForms({ commitment, acting, reader, meant }: FormsProps) {
  const { id, consequence } = commitment;
  const acceptable = consequence.state === 'proposed' && consequence.by !== reader.id;
  const isAsked = consequence.state === 'none';
  return (
    <>
      {acceptable && (
        <CommandForm acting={acting} type="accept-consequence" about={id} hidden={{ commitment: id }}>
          <div class="row">
            <button type="submit">{words.accept}</button>
          </div>
        </CommandForm>
      )}
      <SaidForm
        acting={acting}
        type="propose-consequence"
        about={id}
        hidden={{ commitment: id }}
        summary={isAsked ? words.consequenceAsk : words.reword}
        open={meant.consequence || meant.answer === 'consequence' || isAsked}
        label={pages.yourWords}
        begin={consequence.by === reader.id ? consequence.words : ''}
        button={words.sayIt}
      />
    </>
  );
}

/** Something is in the way of what was agreed: said while it runs. */
export function ChangeForm(props: FormsProps) {
  const { commitment, acting, meant } = props;
  const { id } = commitment;
  return (
    <SaidForm
      acting={acting}
      type="ask-change"
      about={id}
      hidden={{ commitment: id }}
      summary={words.change}
      open={meant.answer === 'change' && meant.commitment === id}
      label={words.changeLabel}
      rows={3}
      button={<Told phrase={sendTo(props.conversation, props.reader)} />}
    />
  );
}

export function HelpedForm({ commitment, acting, meant }: FormsProps) {
  const { id } = commitment;
  return (
    <SaidForm
      acting={acting}
      type="helped"
      about={id}
      hidden={{ commitment: id }}
      summary={words.helped}
      open={meant.helped || commitment.helped === ''}
      label={pages.yourWords}
      hint={words.helpedHint}
      begin={commitment.helped}
      button={words.sayIt}
    />
  );
}
