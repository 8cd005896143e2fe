import type { Conversation } from '../../../functions/domain/conversation.ts';
import { plus } from '../../../functions/domain/instant.ts';
import { participants } from '../../../functions/domain/parties.ts';
import { ANSWER_WAIT_MS } from '../../../functions/domain/policy.ts';
import { enPages } from '../../words/en-pages.ts';
import { type Acting, CommandForm, RefusedAlert } from '../parts/command-form.tsx';
import type { ConversationData } from '../parts/conversation-data.ts';
import type { Frame } from '../parts/frame.ts';
import { ManagerPage } from '../parts/page.tsx';
import { type Reader, readerOf } from '../parts/reader.ts';
import { receiptTold, Times, timelineItems } from '../parts/timeline.tsx';
import { Quote, Told } from '../parts/told.tsx';
import { CheckInsPart } from './check-ins-part.tsx';
import { CommitmentsPart } from './commitments-part.tsx';
import { PeoplePart } from './people-part.tsx';
import { RequestForm, waitingFor } from './requests.tsx';
import { WholePart } from './whole-part.tsx';

const { conversation: words, manage, pages } = enPages;

function isHeld({ conversation, now }: ConversationData): boolean {
  return conversation.status === 'open' && now < conversation.leavesAt && conversation.claimed.size === 0;
}

function Leaving({ data, acting, reader }: { data: ConversationData; acting: Acting; reader: Reader }) {
  const { leavesAt } = data.conversation;
  const soon = leavesAt - data.now <= 60_000;
  const others = participants(data.conversation).map((person) => reader.named(person.id));
  return (
    <>
      <h1>{words.leaves(soon ? reader.time(leavesAt) : reader.brief(leavesAt))}</h1>
      <p class="lead">
        <Told phrase={words.leavesLead(others)} />
      </p>
      {soon && <div class="minute" aria-hidden="true" />}
      <CommandForm acting={acting} type="undo" about="">
        <div class="row">
          <button type="submit">{manage.undo}</button>
        </div>
      </CommandForm>
      <p class="h2">
        <bdi>{data.conversation.title}</bdi>
      </p>
    </>
  );
}

function LastAnswer({ data, acting, reader }: { data: ConversationData; acting: Acting; reader: Reader }) {
  const { undo } = data.conversation.people.find((person) => person.id === reader.id) ?? {};
  if (!undo || data.now >= plus(undo.at, ANSWER_WAIT_MS)) return null;
  return (
    <div class="noted" role="status">
      <CommandForm acting={acting} type="undo" about="last">
        <p>
          <strong>
            <Told phrase={pages.noted(reader.time(undo.at), reader.named(reader.id).name)} />
          </strong>{' '}
          <button type="submit" class="plain inline">
            {pages.takeBack}
          </button>
          , {pages.takeBackUntil(reader.time(plus(undo.at, ANSWER_WAIT_MS)))}
        </p>
      </CommandForm>
    </div>
  );
}

function Heading({ data, acting, reader }: { data: ConversationData; acting: Acting; reader: Reader }) {
  const { conversation, now } = data;
  const { status } = conversation;
  if (isHeld(data)) return <Leaving data={data} acting={acting} reader={reader} />;
  return (
    <>
      <p class="quiet">
        <Told phrase={words.recorded(reader.day(conversation.recorded.at), reader.brief(now))} />
      </p>
      <h1 dir="auto">{conversation.title}</h1>
      {status !== 'open' && <p class="lead">{words.ended[status]}</p>}
      {status === 'taken-back' && (
        <p>
          <a class="button primary" href={`/conversations/new?again=${conversation.id}`}>
            {words.again}
          </a>
        </p>
      )}
    </>
  );
}

function Agenda({ conversation, reader }: { conversation: Conversation; reader: Reader }) {
  const brought = conversation.notes.filter((note) => note.about === 'check-in');
  const objected = conversation.saidInPerson.filter((entry) => entry.objected !== undefined);
  return (
    <ul class="list">
      {objected.map((entry) => (
        <li key={entry.fact}>
          <p>
            <Told phrase={words.objected(reader.named(entry.person))} />
          </p>
          <p class="quote">
            <Quote words={entry.objected ?? ''} />
          </p>
        </li>
      ))}
      {brought.map((note) => (
        <li key={note.fact}>
          <p class="quote">
            <Quote words={note.words} />
            <span class="by">
              <Told phrase={manage.forWhom(reader.named(note.by))} />
            </span>
          </p>
        </li>
      ))}
    </ul>
  );
}

function Texts({ conversation }: { conversation: Conversation }) {
  return (
    <div class="stack">
      <h3>{words.happened}</h3>
      <p>
        <Quote words={conversation.whatHappened} />
      </p>
      <p class="small quiet">{conversation.includeWhatHappened ? words.happenedIn : words.happenedNot}</p>
      <h3>{words.never}</h3>
      <p>
        <Quote words={conversation.neverAgain} />
      </p>
    </div>
  );
}

function Former({ data, reader }: { data: ConversationData; reader: Reader }) {
  if (data.former.length === 0) return null;
  return (
    <details class="fold">
      <summary>
        <b>{words.former}</b>
      </summary>
      <ul class="stack-s">
        {data.former.map((receipt) => (
          <li key={receipt.keys.join()} class="small quiet">
            <Told
              phrase={enPages.deliveries.became(reader.named(receipt.to), receiptTold(receipt, reader))}
            />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** One conversation for its manager: what needs them, who does what, everything that was and comes, and every form. */
export function ConversationPage(props: {
  frame: Frame;
  email: string;
  data: ConversationData;
  acting: Acting;
  /** The commitment that a mail's link is about: its verdict is unfolded. */
  meant?: string | undefined;
}) {
  const { frame, email, data, acting, meant } = props;
  const { conversation } = data;
  const reader = readerOf(conversation, conversation.manager, data.now);
  const open = conversation.status === 'open';
  const forms = open ? acting : undefined;
  const waiting = open ? waitingFor(conversation, reader) : [];
  const others = participants(conversation).map((person) => reader.named(person.id));
  const now = waiting.length === 0 ? words.nothing : words.waits(waiting.length);
  return (
    <ManagerPage frame={frame} title={conversation.title} email={email}>
      <RefusedAlert acting={acting} />
      <header>
        <Heading data={data} acting={acting} reader={reader} />
        {forms && !isHeld(data) && <LastAnswer data={data} acting={acting} reader={reader} />}
      </header>
      {waiting.length > 0 && (
        <section aria-label={words.needs}>
          <ul class="list urgent">
            {waiting.map((asked) => (
              <RequestForm key={asked.request.fact} asked={asked} acting={acting} reader={reader} />
            ))}
          </ul>
        </section>
      )}
      <section class="part margin" aria-labelledby="h-who">
        <h2 id="h-who">{words.who}</h2>
        <CommitmentsPart conversation={conversation} acting={forms} reader={reader} meant={meant} />
      </section>
      <section class="part margin" aria-labelledby="h-time">
        <h2 id="h-time">{words.time}</h2>
        <div class="stack">
          <Times items={timelineItems(data, reader, now)} reader={reader} label={words.timeLabel} />
          <Former data={data} reader={reader} />
        </div>
      </section>
      <section class="part margin" aria-labelledby="h-talk">
        <h2 id="h-talk">{words.checkIns}</h2>
        <div class="stack">
          <CheckInsPart conversation={conversation} acting={forms} reader={reader} />
          <Agenda conversation={conversation} reader={reader} />
        </div>
      </section>
      <section class="part margin" aria-labelledby="h-people">
        <h2 id="h-people">{words.people}</h2>
        <PeoplePart conversation={conversation} acting={forms} reader={reader} />
      </section>
      <section class="part margin" aria-labelledby="h-texts">
        <h2 id="h-texts">{words.texts}</h2>
        <Texts conversation={conversation} />
      </section>
      {forms && (
        <section class="part margin" aria-labelledby="h-whole">
          <h2 id="h-whole">{words.whole}</h2>
          <WholePart conversation={conversation} acting={forms} />
        </section>
      )}
      <section class="part margin" aria-labelledby="h-sees">
        <h2 id="h-sees">{words.sees}</h2>
        <p>
          <Told phrase={words.seesAll(others, conversation.policy.eraseDaysAfterClose)} />
        </p>
      </section>
    </ManagerPage>
  );
}
