import type { SideTalk } from '../../../functions/domain/check-in.ts';
import type { Conversation } from '../../../functions/domain/conversation.ts';
import { lastOf } from '../../../functions/domain/series.ts';
import { endedFor, inSideTalk } from '../../../functions/domain/side-talks.ts';
import { cadence } from '../../words/en/cadence.ts';
import { duration } from '../../words/en/names.ts';
import { enPages } from '../../words/en-pages.ts';
import type { Reader } from './reader.ts';
import { Quote, Told } from './told.tsx';

const { sideTalks: words, manage } = enPages;
const NOTES_SHOWN = 5;

type Props = { talk: SideTalk; conversation: Conversation; reader: Reader };

function titleOf({ talk, reader }: Props) {
  const people = talk.people.map(reader.named);
  if (talk.kind === 'coaching') return words.coaching(people, talk.how);
  return words.cadence(people, cadence.days(talk.series.cadence, talk.series.days));
}

/** What it is about: somebody's commitment, or one topic. */
function About({ talk, conversation }: Props) {
  if (talk.kind === 'cadence')
    return talk.topic === '' ? null : (
      <p>
        <Told phrase={words.about(talk.topic)} />
      </p>
    );
  const commitment = conversation.commitments.find(({ id }) => id === talk.commitment);
  return commitment ? (
    <p class="quote">
      <Quote words={commitment.action} />
    </p>
  ) : null;
}

/** What people brought to short talks, the newest last. */
function Notes({ talk, conversation, reader }: Props) {
  const notes = conversation.notes.filter(({ checkIn }) => checkIn === talk.id).slice(-NOTES_SHOWN);
  return (
    <>
      {notes.map((note) => (
        <p key={note.fact} class="quote">
          <Quote words={note.words} />
          <span class="by">
            <Told phrase={manage.forWhom(reader.named(note.by))} />
          </span>
        </p>
      ))}
    </>
  );
}

/** How it stands: called off, fallen apart, or who said no to it. */
function State({ talk, conversation, reader }: Props) {
  const stands = inSideTalk(conversation, talk).length > 0;
  const no = talk.declined.map(({ by }) => reader.named(by));
  const [first] = talk.people;
  if (stands && no.length > 0)
    return (
      <p class="small quiet">
        <Told phrase={words.saidNoToo(no)} />
      </p>
    );
  if (stands || !first || !endedFor(conversation, talk, first)) return null;
  const [refuser] = no;
  return <p class="small quiet">{refuser ? <Told phrase={words.saidNo(refuser)} /> : words.off}</p>;
}

/** A talk beside the check-ins: who, what about, when, and how it stands. */
export function SideTalkTold(props: Props) {
  const { talk, reader } = props;
  return (
    <>
      <p>
        <strong>
          <Told phrase={titleOf(props)} />
        </strong>
      </p>
      <About {...props} />
      <p>
        <Told phrase={reader.moment(talk.at)} />, {duration(talk.minutes)}
        {talk.where !== '' && (
          <>
            , <bdi>{talk.where}</bdi>
          </>
        )}
      </p>
      {talk.kind === 'cadence' && (
        <p class="small quiet">
          <Told phrase={words.ends(reader.day(lastOf(talk.at, talk.series)))} />
        </p>
      )}
      <State {...props} />
      <Notes {...props} />
    </>
  );
}
