import type { Conversation } from '../../../functions/domain/conversation.ts';
import { enPages } from '../../words/en-pages.ts';
import { type Acting, FoldedForm, formName, typedIn } from '../parts/command-form.tsx';
import { TextField, WordsField } from '../parts/field.tsx';
import { Press } from '../parts/foretold.tsx';

const { manage, pages, reflection } = enPages;

/** What can be done with the whole conversation: agenda, amend, hand over, cancel, close. */
export function WholePart({ conversation, acting }: { conversation: Conversation; acting: Acting }) {
  const handOver = typedIn(acting, formName('hand-over', ''));
  return (
    <div class="stack">
      <p>
        <a class="button" href={`/conversations/${conversation.id}/amend`}>
          {manage.amend}
        </a>
      </p>
      {conversation.policy.reflection === 'offered' && (
        <p>
          <a href={`/conversations/${conversation.id}/reflection`}>{reflection.link}</a>
        </p>
      )}
      <div class="folds">
        <FoldedForm acting={acting} type="bring" about="" summary={manage.bring}>
          <WordsField
            typed={typedIn(acting, 'bring')}
            form="bring"
            name="words"
            label={pages.yourWords}
            hint={manage.bringHint}
          />
          <div class="row">
            <button type="submit">{manage.bringButton}</button>
          </div>
        </FoldedForm>
        <FoldedForm acting={acting} type="hand-over" about="" summary={manage.handOver}>
          <p class="hint">{manage.handOverHint}</p>
          <div class="two-up">
            <TextField typed={handOver} form="hand-over" name="to.name" label={manage.name} required={true} />
            <TextField
              typed={handOver}
              form="hand-over"
              name="to.email"
              type="email"
              label={manage.address}
              required={true}
            />
          </div>
          <Press acting={acting} type="hand-over" about="">
            {manage.handOverButton}
          </Press>
        </FoldedForm>
        <FoldedForm acting={acting} type="close" about="" summary={manage.close}>
          <p class="hint">{manage.closeHint}</p>
          <Press acting={acting} type="close" about="">
            {manage.closeButton}
          </Press>
        </FoldedForm>
        <FoldedForm acting={acting} type="cancel" about="" summary={manage.cancel}>
          <WordsField
            typed={typedIn(acting, 'cancel')}
            form="cancel"
            name="words"
            label={pages.yourWords}
            hint={manage.cancelHint}
            optional={true}
          />
          <Press acting={acting} type="cancel" about="">
            {manage.cancelButton}
          </Press>
        </FoldedForm>
      </div>
    </div>
  );
}
