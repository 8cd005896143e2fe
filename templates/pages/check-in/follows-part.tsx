import type { Commitment } from '../../../functions/domain/conversation.ts';
import { FOLLOWS } from '../../../functions/domain/facts.ts';
import { enPages } from '../../words/en-pages.ts';
import { idOf, WordsField } from '../parts/field.tsx';
import type { Reader } from '../parts/reader.ts';
import { Quote, Told } from '../parts/told.tsx';
import { type PartProps, TALK_FORM } from './talk-data.ts';

const { checkIn: words, manage } = enPages;

type OneProps = PartProps & { commitment: Commitment };

/** What was agreed, to be read out; what never was is raised, and follows in no case (method A3). */
function Words({ commitment, reader }: { commitment: Commitment; reader: Reader }) {
  const { consequence } = commitment;
  const speaker = reader.named(consequence.by);
  if (consequence.state === 'agreed')
    return (
      <>
        <p class="aloud">
          <Quote words={consequence.words} />
        </p>
        <p class="by">
          <Told phrase={words.agreedOn(speaker, reader.day(consequence.cause.at))} />
        </p>
      </>
    );
  return (
    <p>
      <Told
        phrase={
          consequence.state === 'none'
            ? words.noneAgreed(reader.named(commitment.owner))
            : words.raised(consequence.words, speaker)
        }
      />
    </p>
  );
}

/** Which answers there are: only an agreed consequence follows, and nobody lets their own go. */
function answersFor(commitment: Commitment, reader: Reader) {
  return FOLLOWS.filter((how) => {
    if (how === 'follows') return commitment.consequence.state === 'agreed';
    return how === 'helps-instead' || commitment.owner !== reader.id;
  });
}

function Follow({ commitment, reader, typed }: OneProps) {
  const name = `${commitment.id}.follows`;
  const error = typed.error(name);
  const chosen = typed.value(name);
  return (
    <li>
      <h3>
        <Told phrase={manage.forWhom(reader.named(commitment.owner))} />
      </h3>
      <Words commitment={commitment} reader={reader} />
      {commitment.judgement?.verdict !== 'missed' && <p class="hint">{words.followsHint}</p>}
      <input type="hidden" name={`${name}.was`} value={commitment.followUp?.how ?? ''} />
      <fieldset id={idOf(name, TALK_FORM)}>
        <legend class="unseen">{words.nav.follows}</legend>
        {error !== undefined && <p class="why">{error}</p>}
        <div class="choices">
          {answersFor(commitment, reader).map((how) => (
            <label key={how}>
              <input type="radio" name={name} value={how} checked={chosen === how} />
              <span>{words.follow[how]}</span>
              <small>{words.followNote[how]}</small>
            </label>
          ))}
        </div>
      </fieldset>
      <div class="if-chosen">
        <WordsField
          typed={typed}
          name={`${commitment.id}.instead`}
          form={TALK_FORM}
          label={words.instead}
          optional={true}
          line={true}
          rows={1}
        />
      </div>
    </li>
  );
}

/** What follows from a miss: as it was agreed, something that helps instead, or both let it go. */
export function FollowsPart(props: PartProps) {
  const open = props.data.agenda.learn.filter(({ agreement }) => agreement.state === 'agreed');
  return (
    <section class="part margin" id="follows" aria-labelledby="h-follows">
      <h2 id="h-follows">{words.follows}</h2>
      {open.length === 0 ? (
        <p class="ask">{words.followsNone}</p>
      ) : (
        <ul class="list">
          {open.map((commitment) => (
            <Follow key={commitment.id} {...props} commitment={commitment} />
          ))}
        </ul>
      )}
    </section>
  );
}
