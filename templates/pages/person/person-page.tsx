import type { Child } from 'hono/jsx';
import type { Conversation } from '../../../functions/domain/conversation.ts';
import { plus } from '../../../functions/domain/instant.ts';
import { isSettled } from '../../../functions/domain/parties.ts';
import { ANSWER_WAIT_MS } from '../../../functions/domain/policy.ts';
import { type Seen, visibleTo } from '../../../functions/domain/visible.ts';
import { enPages } from '../../words/en-pages.ts';
import { RequestForm, waitingFor } from '../conversation/requests.tsx';
import { type Acting, CommandForm, FoldedForm, RefusedAlert, typedIn } from '../parts/command-form.tsx';
import { WordsField } from '../parts/field.tsx';
import type { Frame } from '../parts/frame.ts';
import { ProblemList } from '../parts/problem-list.tsx';
import { type Reader, readerOf } from '../parts/reader.ts';
import { Talks } from '../parts/talk.tsx';
import { Quote, Told } from '../parts/told.tsx';
import { Answers } from './answers.tsx';
import { OtherCommitments } from './other-commitments.tsx';
import { isDue, OwnCommitment } from './own-commitment.tsx';
import type { PersonData } from './person-data.ts';
import { PersonFrame } from './person-frame.tsx';
import { SaidForYou } from './said-for-you.tsx';

const { person: words, pages } = enPages;

type Stage = 'ended' | 'ask' | 'due' | 'agreed';

function stageOf(conversation: Conversation, mine: readonly Seen[], reader: Reader): Stage {
  if (conversation.status !== 'open') return 'ended';
  const open = mine.map(({ commitment }) => commitment);
  const asks = open.some(
    (commitment) =>
      commitment.agreement.state === 'unanswered' && !commitment.judgement && !isDue(commitment, reader),
  );
  if (asks) return 'ask';
  const due = open.some((commitment) => isDue(commitment, reader) && !isSettled(commitment));
  return due ? 'due' : 'agreed';
}

function Heading({ stage, data, reader }: { stage: Stage; data: PersonData; reader: Reader }) {
  const { conversation } = data;
  const manager = reader.named(conversation.manager);
  switch (stage) {
    case 'ended':
      return (
        <>
          <h1>{words.titles.ended}</h1>
          <p class="lead">{words.endedLead}</p>
        </>
      );
    case 'ask':
      return (
        <>
          <h1>{words.titles.ask(reader.named(reader.id).name)}</h1>
          <p class="lead">
            <Told phrase={words.askLead(manager)} />
          </p>
        </>
      );
    case 'due':
      return (
        <>
          <h1>{words.titles.due}</h1>
          <p class="lead">{words.dueLead}</p>
        </>
      );
    case 'agreed':
      return <h1>{words.titles.agreed}</h1>;
  }
}

/** The last answer, while it can still be taken back. */
function Noted({ data, acting, reader }: { data: PersonData; acting: Acting; reader: Reader }) {
  const { undo, name } = data.conversation.people.find((person) => person.id === reader.id) ?? {};
  if (!undo || name === undefined || data.now >= plus(undo.at, ANSWER_WAIT_MS)) return null;
  return (
    <div class="noted" role="status">
      <CommandForm acting={acting} type="undo" about="">
        <p>
          <strong>
            <Told phrase={pages.noted(reader.time(undo.at), reader.named(reader.id).name)} />
          </strong>{' '}
          <button type="submit" class="plain inline">
            {pages.takeBack}
          </button>
          , {pages.takeBackUntil(reader.time(plus(undo.at, ANSWER_WAIT_MS)))}.
        </p>
      </CommandForm>
    </div>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: Child }) {
  return (
    <section class="part" aria-labelledby={`h-${id}`}>
      <h2 id={`h-${id}`}>{title}</h2>
      {children}
    </section>
  );
}

function Bring({ data, acting, reader }: { data: PersonData; acting: Acting | undefined; reader: Reader }) {
  const brought = data.conversation.notes.filter(
    (note) => note.about === 'check-in' && note.by === reader.id,
  );
  return (
    <>
      {brought.map((note) => (
        <p key={note.fact} class="quote">
          <Quote words={note.words} />
          <span class="by">{words.brought}</span>
        </p>
      ))}
      {acting && (
        <FoldedForm acting={acting} type="bring" about="" summary={words.bring} open={data.meant.bring}>
          <WordsField
            typed={typedIn(acting, 'bring')}
            form="bring"
            name="words"
            label={pages.yourWords}
            hint={words.bringHint}
          />
          <div class="row">
            <button type="submit">{words.bringButton}</button>
          </div>
        </FoldedForm>
      )}
    </>
  );
}

type MineProps = { mine: readonly Seen[]; data: PersonData; acting: Acting; reader: Reader; open: boolean };

function Mine({ mine, data, acting, reader, open }: MineProps) {
  const { conversation, meant } = data;
  const unanswered = mine
    .map(({ commitment }) => commitment)
    .filter(
      (commitment) =>
        commitment.agreement.state === 'unanswered' && !commitment.judgement && !isDue(commitment, reader),
    );
  const several = unanswered.length > 1;
  if (mine.length === 0) return <p>{words.nothingMine}</p>;
  return (
    <>
      <ul class="list">
        {mine.map((seen) => (
          <OwnCommitment
            key={seen.commitment.id}
            seen={seen}
            alone={!several}
            open={open}
            forms={{ commitment: seen.commitment, conversation, acting, reader, meant }}
          />
        ))}
      </ul>
      {open && several && (
        <div>
          <h3>{words.answerAll}</h3>
          <Answers
            commitments={unanswered}
            conversation={conversation}
            acting={acting}
            reader={reader}
            meant={meant.commitment === undefined ? meant.answer : undefined}
            all={true}
          />
        </div>
      )}
    </>
  );
}

/** The page behind a participant's link: as whom they act, what is theirs, and every answer they can give. */
export function PersonPage(props: { frame: Frame; data: PersonData; acting: Acting }) {
  const { frame, data, acting } = props;
  const { conversation } = data;
  const reader = readerOf(conversation, data.person, data.now);
  const seen = visibleTo(conversation, data.person);
  const mine = seen.filter((one) => one.mine);
  const stage = stageOf(conversation, mine, reader);
  const open = stage !== 'ended';
  const forms = open ? acting : undefined;
  // A refused form that does not stand on the page, or has no name, says so on top.
  const { refused } = acting;
  const untold = refused && (!open || refused.form === '') ? refused.errors : [];
  const waiting = open ? waitingFor(conversation, reader) : [];
  const title = stage === 'ask' ? words.titles.ask(reader.named(reader.id).name) : words.titles[stage];
  return (
    <PersonFrame frame={frame} title={title} data={data} reader={reader}>
      <ProblemList errors={untold} />
      <RefusedAlert acting={acting} />
      <header>
        <Heading stage={stage} data={data} reader={reader} />
        <p class="quiet">
          <Told phrase={words.agreedLead(conversation.title)} />
        </p>
        {forms && <Noted data={data} acting={forms} reader={reader} />}
        {data.person === conversation.manager && (
          <p>
            <a href={`/conversations/${conversation.id}`}>{words.conversation}</a>
          </p>
        )}
      </header>
      {waiting.length > 0 && (
        <Part id="waiting" title={words.waitsForYou}>
          <ul class="list">
            {waiting.map((asked) => (
              <RequestForm key={asked.request.fact} asked={asked} acting={acting} reader={reader} />
            ))}
          </ul>
        </Part>
      )}
      <Part id="mine" title={words.mine}>
        <Mine mine={mine} data={data} acting={acting} reader={reader} open={open} />
        <SaidForYou conversation={conversation} acting={forms} reader={reader} />
      </Part>
      <Part id="others" title={words.others}>
        <OtherCommitments
          seen={seen.filter((one) => !one.mine)}
          conversation={conversation}
          acting={forms}
          reader={reader}
        />
      </Part>
      <Part id="talk" title={words.talk}>
        <Talks conversation={conversation} reader={reader} />
        <Bring data={data} acting={forms} reader={reader} />
      </Part>
      {conversation.includeWhatHappened && (
        <Part id="happened" title={words.happened}>
          <p>
            <Quote words={conversation.whatHappened} />
          </p>
        </Part>
      )}
      <Part id="never" title={words.never}>
        <p>
          <Quote words={conversation.neverAgain} />
        </p>
      </Part>
    </PersonFrame>
  );
}
