import type { Conversation } from '../../../functions/domain/conversation.ts';
import { isSettled } from '../../../functions/domain/parties.ts';
import type { Seen } from '../../../functions/domain/visible.ts';
import { enPages } from '../../words/en-pages.ts';
import type { Acting } from '../parts/command-form.tsx';
import { LastAnswer } from '../parts/last-answer.tsx';
import type { Reader } from '../parts/reader.ts';
import { Told } from '../parts/told.tsx';
import { isDue } from './asked-now.ts';
import { isUnanswered } from './own-commitments.tsx';
import type { PersonData } from './person-data.ts';

const { person: words } = enPages;

type Stage = 'ended' | 'ask' | 'due' | 'agreed';

/** What the page asks of its reader before anything else. */
export function stageOf(conversation: Conversation, mine: readonly Seen[], reader: Reader): Stage {
  if (conversation.status !== 'open') return 'ended';
  if (mine.some((seen) => isUnanswered(seen, reader))) return 'ask';
  const due = mine.some(
    ({ commitment }) =>
      (isDue(commitment, reader) && !isSettled(commitment)) ||
      commitment.judgement?.verdict === 'missed-not-reported',
  );
  return due ? 'due' : 'agreed';
}

export function titleOf(stage: Stage, reader: Reader): string {
  return stage === 'ask' ? words.titles.ask(reader.named(reader.id).name) : words.titles[stage];
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
    case 'agreed':
      return null;
  }
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
      <h1>{titleOf(stage, reader)}</h1>
      <Lead stage={stage} data={data} reader={reader} />
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
