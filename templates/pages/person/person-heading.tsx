import { awayAt } from '../../../functions/domain/away.ts';
import type { Conversation } from '../../../functions/domain/conversation.ts';
import type { PersonId } from '../../../functions/domain/ids.ts';
import { isSettled, personOf, standing } from '../../../functions/domain/parties.ts';
import type { Seen } from '../../../functions/domain/visible.ts';
import type { Phrase } from '../../parts/phrase.ts';
import { enPages } from '../../words/en-pages.ts';
import type { Acting } from '../parts/command-form.tsx';
import { LastAnswer } from '../parts/last-answer.tsx';
import type { Reader } from '../parts/reader.ts';
import { Told } from '../parts/told.tsx';
import { isDue } from './asked-now.ts';
import { isUnanswered } from './own-commitments.tsx';
import type { PersonData } from './person-data.ts';

const { person: words } = enPages;

type Stage = 'ended' | 'partner' | 'ask' | 'due' | 'agreed';

/** What the page asks of its reader before anything else. */
export function stageOf(conversation: Conversation, mine: readonly Seen[], reader: Reader): Stage {
  if (conversation.status !== 'open') return 'ended';
  if (mine.length === 0 && personOf(conversation, reader.id).role === 'partner') return 'partner';
  if (mine.some((seen) => isUnanswered(seen, reader))) return 'ask';
  const due = mine.some(
    ({ commitment }) =>
      (isDue(commitment, reader) && !isSettled(commitment)) ||
      commitment.judgement?.verdict === 'missed-not-reported',
  );
  return due ? 'due' : 'agreed';
}

/** Whom a partner helps: the owners of what they are named in, and whom they help to learn. */
function helpedBy(conversation: Conversation, reader: Reader): PersonId[] {
  const helped = standing(conversation).filter(({ partner }) => partner === reader.id);
  const coached = conversation.sideTalks
    .filter(({ people }) => people.includes(reader.id))
    .flatMap(({ people }) => people.filter((id) => id !== reader.id));
  return [...new Set([...helped.map(({ owner }) => owner), ...coached])];
}

export function titleOf(stage: Stage, conversation: Conversation, reader: Reader): Phrase {
  const { titles } = words;
  switch (stage) {
    case 'ask':
      return titles.ask(reader.named(reader.id).name);
    case 'partner':
      return titles.partner(helpedBy(conversation, reader).map(reader.named));
    case 'ended':
    case 'due':
    case 'agreed':
      return titles[stage];
  }
}

function Lead({ stage, data, reader }: { stage: Stage; data: PersonData; reader: Reader }) {
  switch (stage) {
    case 'ended':
      return <p class="lead">{words.endedLead}</p>;
    case 'ask':
      return (
        <p class="lead">
          <Told phrase={words.askLead(reader.named(data.conversation.manager))} />
        </p>
      );
    case 'due':
      return <p class="lead">{words.dueLead}</p>;
    case 'partner':
      return <p class="lead">{words.partnerLead}</p>;
    case 'agreed':
      return null;
  }
}

/** Whoever is away is told that nothing is asked of them. */
function Away({ data, reader }: { data: PersonData; reader: Reader }) {
  const away = awayAt(personOf(data.conversation, reader.id), reader.now);
  return away ? <p class="lead">{words.away(reader.day(away.back))}</p> : null;
}

/** The heading says what is asked; below it, what it is about, and the last answer while it can be taken back. */
export function PersonHeading(props: {
  stage: Stage;
  data: PersonData;
  acting: Acting | undefined;
  reader: Reader;
}) {
  const { stage, data, acting, reader } = props;
  const { conversation, person } = data;
  return (
    <header>
      <h1>
        <Told phrase={titleOf(stage, conversation, reader)} />
      </h1>
      <Lead stage={stage} data={data} reader={reader} />
      {stage !== 'ended' && <Away data={data} reader={reader} />}
      <p class="quiet">
        <Told phrase={words.agreedLead(conversation.title)} />
      </p>
      {acting && <LastAnswer data={data} acting={acting} reader={reader} about="" />}
      {person === conversation.manager && (
        <p>
          <a href={`/conversations/${conversation.id}`}>{words.conversation}</a>
        </p>
      )}
    </header>
  );
}
