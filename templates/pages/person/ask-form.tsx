import { toneOf } from '../../../functions/domain/tone.ts';
import { enPages } from '../../words/en-pages.ts';
import { FoldedForm, formName, typedIn } from '../parts/command-form.tsx';
import { WhenField, WordsField } from '../parts/field.tsx';
import { Told } from '../parts/told.tsx';
import { type FormsProps, ReadBy, sendTo } from './report-forms.tsx';

const { tone: words } = enPages;

/** What the ask asks for: how, by when, and what help. Open once it was asked again and nothing is answered yet. */
export function AskForm(props: FormsProps) {
  const { commitment, conversation, acting, meant, reader } = props;
  const { id, askAnswer } = commitment;
  const form = formName('answer-ask', id);
  const typed = typedIn(acting, form, { how: askAnswer?.how ?? '', help: askAnswer?.help ?? '' });
  const isWanted = toneOf(conversation, commitment) !== 'ask' && askAnswer === undefined;
  return (
    <FoldedForm
      acting={acting}
      type="answer-ask"
      about={id}
      hidden={{ commitment: id }}
      summary={words.askTitle}
      note={words.askNote}
      open={meant.ask || isWanted}
    >
      <WordsField typed={typed} form={form} name="how" label={words.how} optional={true} />
      <WhenField
        typed={typed}
        form={form}
        name="dueBy"
        readingName="dueReading"
        label={words.by}
        hint={words.byHint}
        optional={true}
      />
      <WordsField typed={typed} form={form} name="help" label={words.help} optional={true} />
      <ReadBy {...props} />
      <div class="row">
        <button type="submit">
          <span>
            <Told phrase={sendTo(conversation, reader)} />
          </span>
        </button>
      </div>
    </FoldedForm>
  );
}
