import type { CheckIn } from '../../../functions/domain/check-in.ts';
import type { Conversation } from '../../../functions/domain/conversation.ts';
import type { PersonId } from '../../../functions/domain/ids.ts';
import type { Instant } from '../../../functions/domain/instant.ts';
import { proposalsOf } from '../../../functions/domain/invitation-replies.ts';
import { holdsAt } from '../../../functions/domain/needs.ts';
import { answersTo } from '../../../functions/domain/sequence.ts';
import { type WallTime, wallOf } from '../../../functions/domain/wall-time.ts';
import { localAt } from '../../../functions/domain/zone.ts';
import { own } from '../../parts/phrase.ts';
import type { Named } from '../../words/en/names.ts';
import { enPages } from '../../words/en-pages.ts';
import { type FreeData, FreeNote } from '../parts/free-times.tsx';
import type { Reader } from '../parts/reader.ts';
import { Told } from '../parts/told.tsx';

const { conversation: words, freeTimes } = enPages;

type RepliesProps = { conversation: Conversation; checkIn: CheckIn; reader: Reader };
type Proposed = { at: Instant; wall: WallTime; people: Named[] };

/** Times ahead that people proposed for a check-in, each once. */
function proposed({ conversation, checkIn, reader }: RepliesProps): Proposed[] {
  if (conversation.status !== 'open') return [];
  const ahead = proposalsOf(conversation, checkIn).filter((one) => holdsAt(one, reader.now));
  const peopleAt = Map.groupBy(ahead, (one) => one.proposed);
  const named = (person: PersonId) => reader.named(person);
  return [...peopleAt]
    .map(([at, all]) => ({
      at,
      wall: wallOf(localAt(conversation.zone, at)),
      people: all.map(({ person }) => named(person)),
    }))
    .toSorted((a, b) => a.at - b.at);
}

function Slot(props: { wall: WallTime; conversation: Conversation; reader: Reader; by?: Named[] }) {
  const { wall, conversation, reader, by } = props;
  return (
    <label>
      <input type="radio" name="slot" value={wall} />
      <span>
        <Told phrase={reader.moment({ wall, zone: conversation.zone })} />
      </span>
      {by && (
        <small>
          <Told phrase={words.proposedBy(by)} />
        </small>
      )}
    </label>
  );
}

/**
 * Times to tap instead of the day and time below them; none is chosen yet. What people proposed comes first, above what is
 * said of the others: nobody looked whether it suits everyone.
 */
export function Slots(props: RepliesProps & { free: FreeData }) {
  const { free, conversation, reader } = props;
  const theirs = proposed(props);
  const others = free.slots.filter(({ wall }) => theirs.every((one) => one.wall !== wall));
  if (theirs.length + others.length === 0) return <FreeNote free={free} />;
  return (
    <>
      {theirs.length === 0 && <FreeNote free={free} />}
      <fieldset>
        <legend class="label">{freeTimes.legend}</legend>
        <div class="stack">
          {theirs.length > 0 && (
            <>
              <div class="choices">
                {theirs.map(({ wall, people }) => (
                  <Slot key={wall} wall={wall} conversation={conversation} reader={reader} by={people} />
                ))}
              </div>
              <FreeNote free={free} />
            </>
          )}
          <div class="choices">
            {others.map(({ wall }) => (
              <Slot key={wall} wall={wall} conversation={conversation} reader={reader} />
            ))}
            <label>
              <input type="radio" name="slot" value="" checked={true} />
              <span>{freeTimes.typed}</span>
            </label>
          </div>
        </div>
      </fieldset>
    </>
  );
}

/** What came back to an invitation: what calendars say, and other times. */
export function Answers(props: RepliesProps) {
  const { conversation, checkIn, reader } = props;
  const answers = answersTo(conversation, checkIn);
  const theirs = proposed(props);
  if (answers.length + theirs.length === 0) return null;
  return (
    <ul class="small quiet">
      {answers.map(({ person, answer }) => (
        <li key={person}>
          <Told phrase={words.calendarSays[answer](reader.named(person))} />
        </li>
      ))}
      {theirs.map(({ at, people }) => (
        <li key={at}>
          <Told phrase={words.timeProposed(people, own(reader.dayTime(at)))} />
        </li>
      ))}
    </ul>
  );
}
