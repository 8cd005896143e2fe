import type { Commitment } from '../../../functions/domain/conversation.ts';
import { visibleTo } from '../../../functions/domain/visible.ts';
import { markedQuote } from '../../parts/phrase.ts';
import { enPages } from '../../words/en-pages.ts';
import { State } from '../parts/commitment-facts.tsx';
import { WordsField } from '../parts/field.tsx';
import { Quote, Told } from '../parts/told.tsx';
import { type PartProps, TALK_FORM } from './talk-data.ts';

const { checkIn: words, manage } = enPages;

function Helped({ commitment, reader, typed }: PartProps & { commitment: Commitment }) {
  const { id, helped, helpedBy } = commitment;
  const owner = reader.named(commitment.owner);
  if (helped !== '')
    return (
      <p class="quote">
        <Quote words={helped} />
        <span class="by">
          <Told phrase={manage.forWhom(reader.named(helpedBy ?? commitment.owner))} />
        </span>
      </p>
    );
  return (
    <>
      <p class="ask">
        <Told phrase={words.askHelped(owner)} />
      </p>
      <WordsField
        typed={typed}
        form={TALK_FORM}
        name={`${id}.helped`}
        label={<Told phrase={words.helped(owner)} />}
        optional={true}
      />
    </>
  );
}

/** What was kept, to be read out, with what was promised for it and what made it work. */
export function CelebratePart(props: PartProps) {
  const { data, reader } = props;
  const { kept } = data.agenda;
  const seen = visibleTo(data.conversation, reader.id);
  return (
    <section class="part margin" id="celebrate" aria-labelledby="h-celebrate">
      <h2 id="h-celebrate">{words.celebrate}</h2>
      {kept.length === 0 ? (
        <p class="ask">{words.nothingKept}</p>
      ) : (
        <ul class="list">
          {kept.map((commitment) => {
            const one = seen.find((candidate) => candidate.commitment === commitment);
            return (
              <li key={commitment.id} id={commitment.id}>
                <div class="row">
                  <h3>
                    <Told phrase={manage.forWhom(reader.named(commitment.owner))} />
                  </h3>
                  {one && <State seen={one} reader={reader} />}
                </div>
                <p class="aloud">
                  <Quote words={commitment.action} />
                </p>
                {commitment.celebration !== '' && (
                  <p>
                    <Told phrase={words.promised([markedQuote(commitment.celebration)])} />
                  </p>
                )}
                <Helped {...props} commitment={commitment} />
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
