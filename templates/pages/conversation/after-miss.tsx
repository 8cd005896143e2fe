import type { Commitment, Conversation } from '../../../functions/domain/conversation.ts';
import { enPages } from '../../words/en-pages.ts';
import { obstacleBegins, obstacleOwners } from '../check-in/obstacle-owners.ts';
import { type Acting, FoldedForm, formName, typedIn } from '../parts/command-form.tsx';
import { Press } from '../parts/foretold.tsx';
import type { Reader } from '../parts/reader.ts';
import { ObstacleFields } from '../parts/talk-fields.tsx';
import { CoachingForm } from './coaching-form.tsx';

const { checkIn: words } = enPages;

type Props = { commitment: Commitment; conversation: Conversation; acting: Acting; reader: Reader };

/** What was in the way, as a commitment that one press adds. */
function ObstacleForm({ commitment, conversation, acting, reader }: Props) {
  const about = `obstacle-${commitment.id}`;
  const form = formName('amend', about);
  const begins = Object.entries(obstacleBegins(conversation, commitment, reader.now));
  const typed = typedIn(
    acting,
    form,
    Object.fromEntries(begins.map(([field, value]) => [`add.${field}`, value])),
  );
  return (
    <FoldedForm
      acting={acting}
      type="amend"
      about={about}
      hidden={{ includeWhatHappened: conversation.includeWhatHappened ? 'yes' : 'no' }}
      summary={words.obstacle}
      open={commitment.judgement?.reason === 'in-the-way' && !acting.refused}
    >
      <ObstacleFields
        typed={typed}
        form={form}
        under="add."
        required={true}
        inWayOf={reader.named(commitment.owner)}
        owners={obstacleOwners(conversation, reader)}
      />
      <Press acting={acting} type="amend" about={about}>
        {words.obstacleButton}
      </Press>
    </FoldedForm>
  );
}

/** What can help once something did not happen. */
export function AfterMiss(props: Props) {
  if (props.commitment.judgement?.verdict !== 'missed') return null;
  return (
    <div class="folds">
      <CoachingForm {...props} />
      <ObstacleForm {...props} />
    </div>
  );
}
