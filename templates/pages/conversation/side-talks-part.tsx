import type { SideTalk } from '../../../functions/domain/check-in.ts';
import type { Conversation } from '../../../functions/domain/conversation.ts';
import { inSideTalk, sideTalkEnd } from '../../../functions/domain/side-talks.ts';
import { enPages } from '../../words/en-pages.ts';
import { type Acting, FoldedForm, formName } from '../parts/command-form.tsx';
import { Press } from '../parts/foretold.tsx';
import type { Reader } from '../parts/reader.ts';
import { SideTalkTold } from '../parts/side-talk-told.tsx';
import { CancelTalk } from './cancel-talk.tsx';
import { CheckInFields } from './check-in-fields.tsx';
import { Answers } from './check-in-replies.tsx';
import { OfferForm } from './offer-form.tsx';

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
      <CancelTalk
        acting={acting}
        id={talk.id}
        hint={talk.kind === 'cadence' ? words.cancelAllHint : words.cancelHint}
      />
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
  return (
    <>
      {conversation.sideTalks.length > 0 && (
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
      )}
      {acting && <OfferForm conversation={conversation} acting={acting} reader={reader} />}
    </>
  );
}
