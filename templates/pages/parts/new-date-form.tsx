import type { Commitment } from '../../../functions/domain/conversation.ts';
import { enPages } from '../../words/en-pages.ts';
import { type Acting, FoldedForm, formName, typedIn } from './command-form.tsx';
import { WhenField, WordsField } from './field.tsx';

/** Another date for a commitment, for the other side to accept, with a word about it if somebody likes. */
export function NewDateForm(props: {
  commitment: Commitment;
  acting: Acting;
  words: { summary: string; label: string; hint: string; button: string };
  open?: boolean;
}) {
  const { commitment, acting, words } = props;
  const { id } = commitment;
  const form = formName('propose-date', id);
  const typed = typedIn(acting, form);
  return (
    <FoldedForm
      acting={acting}
      type="propose-date"
      about={id}
      hidden={{ commitment: id }}
      summary={words.summary}
      open={props.open === true}
    >
      <WhenField
        typed={typed}
        form={form}
        name="dueBy"
        readingName="dueReading"
        label={words.label}
        hint={words.hint}
        required={true}
      />
      <WordsField typed={typed} form={form} name="words" label={enPages.pages.yourWords} optional={true} />
      <div class="row">
        <button type="submit">{words.button}</button>
      </div>
    </FoldedForm>
  );
}
