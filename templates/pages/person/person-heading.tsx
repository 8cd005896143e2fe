import type { Conversation } from '../../../functions/domain/conversation.ts';
import { plus } from '../../../functions/domain/instant.ts';
import { isSettled } from '../../../functions/domain/parties.ts';
import { ANSWER_WAIT_MS } from '../../../functions/domain/policy.ts';
import type { Seen } from '../../../functions/domain/visible.ts';
import { enPages } from '../../words/en-pages.ts';
import { type Acting, CommandForm } from '../parts/command-form.tsx';
import type { Reader } from '../parts/reader.ts';
import { Told } from '../parts/told.tsx';
import { isDue } from './asked-now.ts';
import { isUnanswered } from './own-commitments.tsx';
import type { PersonData } from './person-data.ts';

const { person: words, pages } = enPages;

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

/** The last answer, while it can still be taken back. */
function Noted({ data, acting, reader }: { data: PersonData; acting: Acting; reader: Reader }) {
  const { undo } = data.conversation.people.find((person) => person.id === reader.id) ?? {};
  if (!undo || data.now >= plus(undo.at, ANSWER_WAIT_MS)) return null;
  return (
    <div class="noted" role="status">
      <CommandForm acting={acting} type="undo" about="">
        <p>
          <strong>
            <Told phrase={pages.noted(reader.time(undo.at), reader.named(reader.id).name)} />
          </strong>{' '}
          <button type="submit" class="plain inline">
            {pages.takeBack}
          </button>{' '}
          {pages.takeBackUntil(reader.time(plus(undo.at, ANSWER_WAIT_MS)))}
        </p>
      </CommandForm>
    </div>
  );
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
      {acting && <Noted data={data} acting={acting} reader={reader} />}
      {person === conversation.manager && (
        <p>
          <a href={`/conversations/${conversation.id}`}>{words.conversation}</a>
        </p>
      )}
    </header>
  );
}
