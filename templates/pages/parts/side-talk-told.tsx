import type { Conversation, SideTalk } from '../../../functions/domain/conversation.ts';
import { endedFor } from '../../../functions/domain/side-talks.ts';
import { duration } from '../../words/en/names.ts';
import { enPages } from '../../words/en-pages.ts';
import type { Reader } from './reader.ts';
import { Quote, Told } from './told.tsx';

const { sideTalks: words } = enPages;

type Props = { talk: SideTalk; conversation: Conversation; reader: Reader };

/** A talk beside the check-ins: who, what about, when, and how it stands. */
export function SideTalkTold({ talk, conversation, reader }: Props) {
  const commitment = conversation.commitments.find(({ id }) => id === talk.commitment);
  const [first] = talk.people;
  const over = first && endedFor(conversation, talk, first);
  const [no] = talk.declined;
  return (
    <>
      <p>
        <strong>
          <Told phrase={words.coaching(talk.people.map(reader.named), talk.how)} />
        </strong>
      </p>
      {commitment && (
        <p class="quote">
          <Quote words={commitment.action} />
        </p>
      )}
      <p>
        <Told phrase={reader.moment(talk.at)} />, {duration(talk.minutes)}
        {talk.where !== '' && (
          <>
            , <bdi>{talk.where}</bdi>
          </>
        )}
      </p>
      {over && (
        <p class="small quiet">{no ? <Told phrase={words.saidNo(reader.named(no.by))} /> : words.off}</p>
      )}
    </>
  );
}
