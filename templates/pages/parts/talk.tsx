import type { CheckIn } from '../../../functions/domain/check-in.ts';
import type { Conversation } from '../../../functions/domain/conversation.ts';
import { checkInEnd } from '../../../functions/domain/moments.ts';
import { duration } from '../../words/en/names.ts';
import { enPages } from '../../words/en-pages.ts';
import type { Reader } from './reader.ts';
import { Told } from './told.tsx';

/** The talks that are still ahead. */
function ahead(conversation: Conversation, reader: Reader): CheckIn[] {
  return conversation.checkIns.filter((checkIn) => !checkIn.cancelled && checkInEnd(checkIn) > reader.now);
}

/** When and where people talk again. */
export function Talks({ conversation, reader }: { conversation: Conversation; reader: Reader }) {
  const talks = ahead(conversation, reader);
  if (talks.length === 0) return <p>{enPages.person.noTalk}</p>;
  return (
    <ul class="stack-s">
      {talks.map((checkIn) => (
        <li key={checkIn.id}>
          <Told phrase={reader.moment(checkIn.at)} />, {duration(checkIn.minutes)}
          {checkIn.where !== '' && (
            <>
              , <bdi>{checkIn.where}</bdi>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
