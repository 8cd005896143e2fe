import type { Commitment, Conversation } from '../../../functions/domain/conversation.ts';
import { decidersOf, openRequests } from '../../../functions/domain/parties.ts';
import { enPages } from '../../words/en-pages.ts';
import type { Reader } from './reader.ts';
import { Quote, Told } from './told.tsx';

const { person: words, pages } = enPages;

/** What the reader asked and nobody has answered yet. */
export function OwnRequests(props: { commitment: Commitment; conversation: Conversation; reader: Reader }) {
  const { commitment, conversation, reader } = props;
  const asked = openRequests(commitment).filter((request) => request.by === reader.id);
  return (
    <>
      {asked.map((request) => {
        const [decider, ...others] = decidersOf(conversation, commitment, request);
        return (
          <div key={request.fact} class="stack-s">
            <p>
              {words.asked[request.kind]}
              {request.kind === 'date' && (
                <>
                  : <Told phrase={reader.moment(request.due, commitment.owner)} />
                </>
              )}
            </p>
            {request.words !== '' && (
              <p class="quote">
                <Quote words={request.words} />
              </p>
            )}
            {decider !== undefined && (
              <p class="small quiet">
                <Told
                  phrase={words.waiting(
                    others.length > 0 ? { name: pages.anyParticipant } : reader.named(decider),
                  )}
                />
              </p>
            )}
          </div>
        );
      })}
    </>
  );
}
