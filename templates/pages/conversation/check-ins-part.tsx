import type { CheckIn } from '../../../functions/domain/check-in.ts';
import type { Conversation } from '../../../functions/domain/conversation.ts';
import type { CheckInId } from '../../../functions/domain/ids.ts';
import { checkInEnd } from '../../../functions/domain/moments.ts';
import { wantsMove } from '../../../functions/domain/needs.ts';
import type { Tenant } from '../../../functions/domain/tenant.ts';
import { duration } from '../../words/en/names.ts';
import { enPages } from '../../words/en-pages.ts';
import { type Acting, FoldedForm, formName } from '../parts/command-form.tsx';
import { Press } from '../parts/foretold.tsx';
import { FreeButton, type FreeData } from '../parts/free-times.tsx';
import type { Reader } from '../parts/reader.ts';
import { Told } from '../parts/told.tsx';
import { CancelTalk } from './cancel-talk.tsx';
import { CheckInFields } from './check-in-fields.tsx';
import { Answers, Slots } from './check-in-replies.tsx';
import type { ManagerMeant } from './meant.ts';

const { manage, conversation: words } = enPages;

/** Other times for check-ins: those that were looked for, and those for which somebody said no. */
export type Offered = { calendar: Tenant['calendar']; times: Readonly<Partial<Record<CheckInId, FreeData>>> };

function CheckInForms(props: CheckInsProps & { checkIn: CheckIn; acting: Acting }) {
  const { checkIn, acting, conversation, reader, meant, offered } = props;
  const hidden = { checkIn: checkIn.id };
  const form = formName('move-check-in', checkIn.id);
  const free = offered.times[checkIn.id];
  const isMeant = meant.move === checkIn.id;
  const isUnwelcome = wantsMove(conversation, reader.now).some((need) => need.checkIn === checkIn.id);
  return (
    <div class="folds">
      <FoldedForm
        acting={acting}
        type="move-check-in"
        about={checkIn.id}
        hidden={hidden}
        summary={manage.moveCheckIn}
        open={isMeant || isUnwelcome}
      >
        {free && !(isMeant && meant.at) && (
          <Slots free={free} conversation={conversation} checkIn={checkIn} reader={reader} />
        )}
        <p class="small">
          <FreeButton calendar={offered.calendar} action={acting.action} to={form} />
        </p>
        <CheckInFields acting={acting} form={form} checkIn={checkIn} at={isMeant ? meant.at : undefined} />
        <Press acting={acting} type="move-check-in" about={checkIn.id}>
          {manage.moveButton}
        </Press>
      </FoldedForm>
      <CancelTalk acting={acting} id={checkIn.id} hint={manage.cancelCheckInHint} />
    </div>
  );
}

type CheckInsProps = {
  conversation: Conversation;
  reader: Reader;
  meant: ManagerMeant;
  offered: Offered;
};

/** The talks of a conversation: when and where, and what can still be changed about them. */
export function CheckInsPart(props: CheckInsProps & { acting: Acting | undefined }) {
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
              <CheckInForms {...props} checkIn={checkIn} acting={acting} />
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
