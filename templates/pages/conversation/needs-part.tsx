import type { Commitment, Conversation } from '../../../functions/domain/conversation.ts';
import { openEnds, wantsMove, wantsWrapUp } from '../../../functions/domain/needs.ts';
import { checkInOf } from '../../../functions/domain/parties.ts';
import { own } from '../../parts/phrase.ts';
import { enPages } from '../../words/en-pages.ts';
import { type Acting, formName } from '../parts/command-form.tsx';
import { dueTold, type Reader } from '../parts/reader.ts';
import { Quote, Told } from '../parts/told.tsx';
import { isCrowded } from './crowd.ts';
import type { MeantChange } from './meant.ts';
import { type Asked, isAnswered, RequestForm, waitingFor } from './requests.tsx';

const { conversation: words } = enPages;

type Moves = ReturnType<typeof wantsMove>;

/**
 * What waits for the manager: requests to answer, check-ins that should be at another time, commitments whose end nobody has
 * told, a talk to wrap up.
 */
export type Needs = { asked: Asked[]; moves: Moves; ends: Commitment[]; wrapUp: boolean; count: number };

export function needsOf(conversation: Conversation, reader: Reader, meant: MeantChange): Needs {
  if (conversation.status !== 'open') return { asked: [], moves: [], ends: [], wrapUp: false, count: 0 };
  const asked = waitingFor(conversation, reader, meant);
  const moves = wantsMove(conversation, reader.now);
  const ends = openEnds(conversation, reader.now);
  const wrapUp = wantsWrapUp(conversation, reader.now);
  const count = asked.length + moves.length + ends.length + (wrapUp ? 1 : 0);
  return { asked, moves, ends, wrapUp, count };
}

type EndProps = { commitment: Commitment; conversation: Conversation; reader: Reader };

function End({ commitment, conversation, reader }: EndProps) {
  const due = dueTold(reader, commitment);
  const { owner, agreement, judgement } = commitment;
  const isAsked = owner !== reader.id && agreement.state === 'agreed' && judgement === undefined;
  return (
    <li>
      <p>
        <a
          class="head"
          href={
            isCrowded(conversation) ? `?commitment=${commitment.id}#${commitment.id}` : `#${commitment.id}`
          }
        >
          <Told phrase={words.end(reader.named(owner))} />
        </a>
      </p>
      <p>
        <Quote words={commitment.action} />
      </p>
      {due && (
        <p class="small quiet">
          <Told phrase={words.wasDue(due)} />
        </p>
      )}
      {isAsked && (
        <p class="small quiet">
          <Told phrase={words.isAsked(reader.named(owner))} />
        </p>
      )}
    </li>
  );
}

function Move({
  need,
  conversation,
  reader,
}: {
  need: Moves[number];
  conversation: Conversation;
  reader: Reader;
}) {
  const checkIn = checkInOf(conversation, need.checkIn);
  if (!checkIn) return null;
  const person = reader.named(need.person);
  const stands = reader.short(checkIn.at);
  return (
    <li>
      <p>
        <a class="head" href={`#${formName('move-check-in', need.checkIn)}`}>
          <Told
            phrase={
              need.code === 'declined'
                ? words.declined(person, stands)
                : words.timeProposed([person], own(reader.dayTime(need.proposed)))
            }
          />
        </a>
      </p>
      <p class="small quiet">
        {need.code === 'declined' ? words.chooseAnother : <Told phrase={words.instead(stands)} />}
      </p>
    </li>
  );
}

/** Everything that waits for the manager, on top of the page. */
export function NeedsPart(props: {
  needs: Needs;
  conversation: Conversation;
  acting: Acting;
  reader: Reader;
  meant: MeantChange;
}) {
  const { needs, conversation, acting, reader, meant } = props;
  const amend = `/conversations/${conversation.id}/amend`;
  return (
    <>
      {isAnswered(conversation, meant) && (
        <p class="noted" role="status">
          {words.answered}
        </p>
      )}
      {needs.count > 0 && (
        <section aria-labelledby="h-needs">
          <h2 class="unseen" id="h-needs">
            {words.needs}
          </h2>
          <ul class="list urgent">
            {needs.asked.map((asked) => (
              <RequestForm
                key={asked.request.fact}
                asked={asked}
                acting={acting}
                reader={reader}
                meant={meant}
                amend={amend}
              />
            ))}
            {needs.moves.map((need) => (
              <Move
                key={`${need.checkIn}-${need.person}`}
                need={need}
                conversation={conversation}
                reader={reader}
              />
            ))}
            {needs.ends.map((commitment) => (
              <End key={commitment.id} commitment={commitment} conversation={conversation} reader={reader} />
            ))}
            {needs.wrapUp && (
              <li>
                <p>
                  <a class="head" href={`/conversations/${conversation.id}/check-in`}>
                    {words.wrapUp}
                  </a>
                </p>
                <p class="small quiet">{words.orClose}</p>
              </li>
            )}
          </ul>
        </section>
      )}
    </>
  );
}
