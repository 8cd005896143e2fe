import type { Conversation } from '../../../functions/domain/conversation.ts';
import { participants } from '../../../functions/domain/parties.ts';
import { enPages } from '../../words/en-pages.ts';
import { type Acting, FoldedForm, typedIn } from '../parts/command-form.tsx';
import { TextField } from '../parts/field.tsx';
import { Press } from '../parts/foretold.tsx';
import type { Reader } from '../parts/reader.ts';
import { CadenceFields } from '../parts/talk-fields.tsx';

const { manage, sideTalks: words } = enPages;
const FORM = 'add-cadence';

/** Short talks that come again, offered to some or all of the participants. */
export function OfferForm(props: { conversation: Conversation; acting: Acting; reader: Reader }) {
  const { conversation, acting, reader } = props;
  const typed = typedIn(acting, FORM, { cadence: 'weekly', minutes: '10' });
  const people = participants(conversation);
  return (
    <FoldedForm acting={acting} type={FORM} about="" summary={words.offer}>
      <p class="hint">{words.offerHint}</p>
      <CadenceFields typed={typed} form={FORM} required={true}>
        {people.length > 1 && (
          <fieldset>
            <legend class="label">{words.who}</legend>
            {people.map(({ id }) => (
              <label key={id} class="tick">
                <input type="checkbox" name="participants" value={id} checked={true} />
                <span>
                  <bdi>{reader.named(id).name}</bdi>
                </span>
              </label>
            ))}
          </fieldset>
        )}
      </CadenceFields>
      <TextField typed={typed} form={FORM} name="minutes" type="number" label={manage.minutes} />
      <Press acting={acting} type={FORM} about="">
        {words.offerButton}
      </Press>
    </FoldedForm>
  );
}
