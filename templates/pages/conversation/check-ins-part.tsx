import type { CheckIn, Conversation } from '../../../functions/domain/conversation.ts';
import { checkInEnd } from '../../../functions/domain/moments.ts';
import { answersTo } from '../../../functions/domain/sequence.ts';
import { duration } from '../../words/en/names.ts';
import { enPages } from '../../words/en-pages.ts';
import { type Acting, FoldedForm, formName, typedIn } from '../parts/command-form.tsx';
import { TextField, WhenField } from '../parts/field.tsx';
import { Press } from '../parts/foretold.tsx';
import type { Reader } from '../parts/reader.ts';
import { Told } from '../parts/told.tsx';

const { manage, conversation: words } = enPages;

function CheckInFields({ acting, form, checkIn }: { acting: Acting; form: string; checkIn?: CheckIn }) {
  const [day = '', time = ''] = checkIn?.at.wall.split('T') ?? [];
  const typed = typedIn(acting, form, {
    at: day,
    'at.time': time,
    minutes: String(checkIn?.minutes ?? 15),
    where: checkIn?.where ?? '',
  });
  return (
    <>
      <WhenField
        typed={typed}
        form={form}
        name="at"
        readingName="reading"
        label={manage.when}
        required={true}
      />
      <div class="two-up">
        <TextField typed={typed} form={form} name="minutes" type="number" label={manage.minutes} />
        <TextField typed={typed} form={form} name="where" label={manage.where} optional={true} />
      </div>
    </>
  );
}

function CheckInForms({ checkIn, acting }: { checkIn: CheckIn; acting: Acting }) {
  const hidden = { checkIn: checkIn.id };
  return (
    <div class="folds">
      <FoldedForm
        acting={acting}
        type="move-check-in"
        about={checkIn.id}
        hidden={hidden}
        summary={manage.moveCheckIn}
      >
        <CheckInFields acting={acting} form={formName('move-check-in', checkIn.id)} checkIn={checkIn} />
        <Press acting={acting} type="move-check-in" about={checkIn.id}>
          {manage.moveButton}
        </Press>
      </FoldedForm>
      <FoldedForm
        acting={acting}
        type="cancel-check-in"
        about={checkIn.id}
        hidden={hidden}
        summary={manage.cancelCheckIn}
      >
        <p class="hint">{manage.cancelCheckInHint}</p>
        <Press acting={acting} type="cancel-check-in" about={checkIn.id}>
          {manage.cancelCheckIn}
        </Press>
      </FoldedForm>
    </div>
  );
}

function Answers({
  conversation,
  checkIn,
  reader,
}: {
  conversation: Conversation;
  checkIn: CheckIn;
  reader: Reader;
}) {
  const answers = answersTo(conversation, checkIn);
  if (answers.length === 0) return null;
  return (
    <ul class="small quiet">
      {answers.map(({ person, answer }) => (
        <li key={person}>
          <Told phrase={words.calendarSays[answer](reader.named(person))} />
        </li>
      ))}
    </ul>
  );
}

/** The talks of a conversation: when and where, and what can still be changed about them. */
export function CheckInsPart(props: {
  conversation: Conversation;
  acting: Acting | undefined;
  reader: Reader;
}) {
  const { conversation, acting, reader } = props;
  return (
    <div class="stack">
      <ul class="list">
        {conversation.checkIns.map((checkIn) => (
          <li key={checkIn.id}>
            <p>
              <Told phrase={reader.moment(checkIn.at)} />, {duration(checkIn.minutes)}
              {checkIn.where !== '' && (
                <>
                  , <bdi>{checkIn.where}</bdi>
                </>
              )}
            </p>
            {!checkIn.cancelled && <Answers conversation={conversation} checkIn={checkIn} reader={reader} />}
            {checkIn.cancelled && <p class="small quiet">{words.off}</p>}
            {acting && !checkIn.cancelled && checkInEnd(checkIn) > reader.now && (
              <CheckInForms checkIn={checkIn} acting={acting} />
            )}
          </li>
        ))}
      </ul>
      {acting && (
        <FoldedForm acting={acting} type="add-check-in" about="" summary={manage.addCheckIn}>
          <CheckInFields acting={acting} form="add-check-in" />
          <Press acting={acting} type="add-check-in" about="">
            {manage.addButton}
          </Press>
        </FoldedForm>
      )}
    </div>
  );
}
