import type { Seen } from '../../../functions/domain/visible.ts';
import { enPages } from '../../words/en-pages.ts';
import type { Acting } from '../parts/command-form.tsx';
import type { Reader } from '../parts/reader.ts';
import { Answers } from './answers.tsx';
import { inOrder, isDue } from './asked-now.ts';
import { OwnCommitment } from './own-commitment.tsx';
import type { PersonData } from './person-data.ts';

const { person: words } = enPages;

/** Still to be said yes to, while there is time for it. */
export function isUnanswered({ commitment }: Seen, reader: Reader): boolean {
  const { agreement, judgement } = commitment;
  return agreement.state === 'unanswered' && !judgement && !isDue(commitment, reader);
}

/** The reader's own commitments, and one answer for all of them where several wait. */
export function OwnCommitments(props: {
  mine: readonly Seen[];
  data: PersonData;
  acting: Acting;
  reader: Reader;
  open: boolean;
}) {
  const { mine, data, acting, reader, open } = props;
  const { conversation, meant } = data;
  const unanswered = mine.filter((seen) => isUnanswered(seen, reader));
  const several = unanswered.length > 1;
  if (mine.length === 0) return <p>{words.nothingMine}</p>;
  const meantForAll = meant.commitment === undefined ? meant.answer : undefined;
  const answerAll = open && several && (
    <div>
      <h3>{words.answerAll}</h3>
      <Answers
        commitments={unanswered.map(({ commitment }) => commitment)}
        conversation={conversation}
        acting={acting}
        reader={reader}
        meant={meantForAll}
        all={true}
      />
    </div>
  );
  return (
    <>
      {meantForAll !== undefined && answerAll}
      <ul class="list">
        {inOrder(mine, reader, meant).map((seen) => (
          <OwnCommitment
            key={seen.commitment.id}
            seen={seen}
            alone={!several}
            open={open}
            forms={{ commitment: seen.commitment, conversation, acting, reader, meant }}
          />
        ))}
      </ul>
      {meantForAll === undefined && answerAll}
    </>
  );
}
