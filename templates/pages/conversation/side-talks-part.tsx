import type { Commitment, Conversation, SideTalk } from '../../../functions/domain/conversation.ts';
import { personOf } from '../../../functions/domain/parties.ts';
import { inSideTalk, sideTalkEnd } from '../../../functions/domain/side-talks.ts';
import { enPages } from '../../words/en-pages.ts';
import { type Acting, FoldedForm, formName, typedIn } from '../parts/command-form.tsx';
import { Pills, TextField, WhenField } from '../parts/field.tsx';
import { Press } from '../parts/foretold.tsx';
import type { Reader } from '../parts/reader.ts';
import { SideTalkTold } from '../parts/side-talk-told.tsx';
import { Told } from '../parts/told.tsx';
import { CheckInFields } from './check-in-fields.tsx';
import { Answers } from './check-in-replies.tsx';

const { manage, sideTalks: words } = enPages;

function Forms({ talk, acting }: { talk: SideTalk; acting: Acting }) {
  const hidden = { checkIn: talk.id };
  return (
    <div class="folds">
      <FoldedForm
        acting={acting}
        type="move-check-in"
        about={talk.id}
        hidden={hidden}
        summary={manage.moveCheckIn}
      >
        <CheckInFields acting={acting} form={formName('move-check-in', talk.id)} checkIn={talk} />
        <Press acting={acting} type="move-check-in" about={talk.id}>
          {manage.moveButton}
        </Press>
      </FoldedForm>
      <FoldedForm
        acting={acting}
        type="cancel-check-in"
        about={talk.id}
        hidden={hidden}
        summary={manage.cancelCheckIn}
      >
        <p class="hint">{words.cancelHint}</p>
        <Press acting={acting} type="cancel-check-in" about={talk.id}>
          {manage.cancelCheckIn}
        </Press>
      </FoldedForm>
    </div>
  );
}

/** Talks beside the check-ins, with what can still be changed about them. */
export function SideTalksPart(props: {
  conversation: Conversation;
  acting: Acting | undefined;
  reader: Reader;
}) {
  const { conversation, acting, reader } = props;
  if (conversation.sideTalks.length === 0) return null;
  return (
    <ul class="list">
      {conversation.sideTalks.map((talk) => {
        const stands = inSideTalk(conversation, talk).length > 0;
        return (
          <li key={talk.id} id={talk.id}>
            <SideTalkTold talk={talk} conversation={conversation} reader={reader} />
            {stands && <Answers conversation={conversation} checkIn={talk} reader={reader} />}
            {acting && stands && sideTalkEnd(talk) > reader.now && <Forms talk={talk} acting={acting} />}
          </li>
        );
      })}
    </ul>
  );
}

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
      <Pills
        legend={words.how}
        name="how"
        form={form}
        options={words.howOptions}
        chosen={typed.value('how')}
        error={typed.error('how')}
        required={true}
      />
      <TextField
        typed={typed}
        form={form}
        name="with"
        label={words.with}
        hint={words.withHint}
        optional={true}
      />
      <WhenField
        typed={typed}
        form={form}
        name="at"
        readingName="reading"
        label={words.when}
        required={true}
      />
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
