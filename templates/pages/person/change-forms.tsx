import { enPages } from '../../words/en-pages.ts';
import { CommandForm, FoldedForm, formName, typedIn } from '../parts/command-form.tsx';
import { WhenField, WordsField } from '../parts/field.tsx';
import { Told } from '../parts/told.tsx';
import type { FormsProps } from './report-forms.tsx';

const { person: words, pages } = enPages;

/** Another date, for the other side to accept. */
export function DateForm({ commitment, acting, meant }: FormsProps) {
  const { id } = commitment;
  const form = formName('propose-date', id);
  const typed = typedIn(acting, form);
  return (
    <FoldedForm
      acting={acting}
      type="propose-date"
      about={id}
      hidden={{ commitment: id }}
      summary={words.anotherDate}
      open={meant.date}
    >
      <WhenField
        typed={typed}
        form={form}
        name="dueBy"
        readingName="dueReading"
        label={words.newDate}
        hint={words.newDateHint}
        required={true}
      />
      <WordsField typed={typed} form={form} name="words" label={pages.yourWords} optional={true} />
      <div class="row">
        <button type="submit">{words.proposeDate}</button>
      </div>
    </FoldedForm>
  );
}

/** The consequence: accept what the other side proposed, or say in own words what should follow. */
export function ConsequenceForms({ commitment, acting, reader, meant }: FormsProps) {
  const { id, consequence } = commitment;
  const form = formName('propose-consequence', id);
  const acceptable = consequence.state === 'proposed' && consequence.by !== reader.id;
  const own = consequence.by === reader.id ? consequence.words : '';
  return (
    <>
      {acceptable && (
        <CommandForm acting={acting} type="accept-consequence" about={id} hidden={{ commitment: id }}>
          <div class="row">
            <button type="submit">{words.accept}</button>
          </div>
        </CommandForm>
      )}
      <FoldedForm
        acting={acting}
        type="propose-consequence"
        about={id}
        hidden={{ commitment: id }}
        summary={consequence.state === 'none' ? words.consequenceAsk : words.reword}
        open={meant.consequence || meant.answer === 'consequence' || consequence.state === 'none'}
      >
        <WordsField
          typed={typedIn(acting, form, { words: own })}
          form={form}
          name="words"
          label={pages.yourWords}
        />
        <div class="row">
          <button type="submit">{words.sayIt}</button>
        </div>
      </FoldedForm>
    </>
  );
}

/** Something is in the way of what was agreed: said while it runs. */
export function ChangeForm({ commitment, conversation, acting, reader, meant }: FormsProps) {
  const { id } = commitment;
  const form = formName('ask-change', id);
  return (
    <FoldedForm
      acting={acting}
      type="ask-change"
      about={id}
      hidden={{ commitment: id }}
      summary={words.change}
      open={meant.answer === 'change' && meant.commitment === id}
    >
      <WordsField typed={typedIn(acting, form)} form={form} name="words" label={words.changeLabel} rows={3} />
      <div class="row">
        <button type="submit">
          <span>
            <Told phrase={words.send(reader.named(conversation.manager))} />
          </span>
        </button>
      </div>
    </FoldedForm>
  );
}

export function HelpedForm({ commitment, acting, meant }: FormsProps) {
  const { id } = commitment;
  const form = formName('helped', id);
  return (
    <FoldedForm
      acting={acting}
      type="helped"
      about={id}
      hidden={{ commitment: id }}
      summary={words.helped}
      open={meant.helped || commitment.helped === ''}
    >
      <WordsField
        typed={typedIn(acting, form, { words: commitment.helped })}
        form={form}
        name="words"
        label={pages.yourWords}
        hint={words.helpedHint}
      />
      <div class="row">
        <button type="submit">{words.sayIt}</button>
      </div>
    </FoldedForm>
  );
}
