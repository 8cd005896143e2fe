import type { Commitment, Conversation } from '../../../functions/domain/conversation.ts';
import { openEnds, wantsWrapUp } from '../../../functions/domain/needs.ts';
import { enPages } from '../../words/en-pages.ts';
import type { Acting } from '../parts/command-form.tsx';
import { dueTold, type Reader } from '../parts/reader.ts';
import { Quote, Told } from '../parts/told.tsx';
import { isCrowded } from './crowd.ts';
import type { MeantChange } from './meant.ts';
import { type Asked, isAnswered, RequestForm, waitingFor } from './requests.tsx';

const { conversation: words } = enPages;

/** What waits for the manager: requests to answer, commitments whose end nobody has told, a talk to wrap up. */
export type Needs = { asked: Asked[]; ends: Commitment[]; wrapUp: boolean; count: number };

export function needsOf(conversation: Conversation, reader: Reader, meant: MeantChange): Needs {
  if (conversation.status !== 'open') return { asked: [], ends: [], wrapUp: false, count: 0 };
  const asked = waitingFor(conversation, reader, meant);
  const ends = openEnds(conversation, reader.now);
  const wrapUp = wantsWrapUp(conversation, reader.now);
  return { asked, ends, wrapUp, count: asked.length + ends.length + (wrapUp ? 1 : 0) };
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
