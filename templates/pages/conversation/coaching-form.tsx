import type { Commitment, Conversation } from '../../../functions/domain/conversation.ts';
import { personOf } from '../../../functions/domain/parties.ts';
import { enPages } from '../../words/en-pages.ts';
import { type Acting, FoldedForm, formName, typedIn } from '../parts/command-form.tsx';
import { TextField } from '../parts/field.tsx';
import { Press } from '../parts/foretold.tsx';
import type { Reader } from '../parts/reader.ts';
import { CoachingFields } from '../parts/talk-fields.tsx';
import { Told } from '../parts/told.tsx';

const { manage, sideTalks: words } = enPages;

/** A session to learn how, for the owner of a commitment and whoever helps. */
export function CoachingForm(props: {
  commitment: Commitment;
  conversation: Conversation;
  acting: Acting;
  reader: Reader;
}) {
  const { commitment, conversation, acting, reader } = props;
  const { id } = commitment;
  const form = formName('add-coaching', id);
  const own = commitment.owner === conversation.manager;
  const typed = typedIn(acting, form, { how: own ? 'peer' : 'manager', minutes: '30' });
  const owner = reader.named(personOf(conversation, commitment.owner).id);
  return (
    <FoldedForm
      acting={acting}
      type="add-coaching"
      about={id}
      hidden={{ commitment: id }}
      summary={<Told phrase={words.add(owner)} />}
    >
      <p class="hint">
        <Told phrase={words.addHint(owner)} />
      </p>
      <CoachingFields typed={typed} form={form} required={true} />
      <div class="two-up">
        <TextField typed={typed} form={form} name="minutes" type="number" label={manage.minutes} />
        <TextField typed={typed} form={form} name="where" label={manage.where} optional={true} />
      </div>
      <Press acting={acting} type="add-coaching" about={id}>
        {words.addButton}
      </Press>
    </FoldedForm>
  );
}
