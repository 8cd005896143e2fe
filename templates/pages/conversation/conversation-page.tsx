import type { Conversation } from '../../../functions/domain/conversation.ts';
import { DELIVERY_KINDS } from '../../../functions/domain/delivery.ts';
import { participants } from '../../../functions/domain/parties.ts';
import { enPages } from '../../words/en-pages.ts';
import { type Acting, RefusedAlert } from '../parts/command-form.tsx';
import type { ConversationData, ReceiptData } from '../parts/conversation-data.ts';
import type { Frame } from '../parts/frame.ts';
import { HeldLine, type MailHeld } from '../parts/held-line.tsx';
import { ManagerPage } from '../parts/page.tsx';
import { type Reader, readerOf } from '../parts/reader.ts';
import { receiptTold } from '../parts/receipt-told.ts';
import { timelineItems } from '../parts/timeline.tsx';
import { FoldedTimes } from '../parts/times.tsx';
import { Quote, Told } from '../parts/told.tsx';
import { AgainPart, type Linked } from './again-part.tsx';
import { CheckInsPart, type Offered } from './check-ins-part.tsx';
import { CommitmentsPart } from './commitments-part.tsx';
import { ConversationHeading } from './conversation-heading.tsx';
import type { ManagerMeant } from './meant.ts';
import { NeedsPart, needsOf } from './needs-part.tsx';
import { PeoplePart } from './people-part.tsx';
import { SideTalksPart } from './side-talks-part.tsx';
import { WholePart } from './whole-part.tsx';

const { conversation: words, manage, deliveries } = enPages;

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
      {conversation.overlooked !== '' && (
        <>
          <h3>{words.overlooked}</h3>
          <p>
            <Quote words={conversation.overlooked} />
          </p>
          <p class="small quiet">{conversation.includeOverlooked ? words.happenedIn : words.happenedNot}</p>
        </>
      )}
      <h3>{words.never}</h3>
      <p>
        <Quote words={conversation.neverAgain} />
      </p>
    </div>
  );
}

/** What a mail was that is no longer in the plan: its keys still begin with its kind. */
function kindsIn({ keys }: ReceiptData): string {
  const kinds = DELIVERY_KINDS.filter((kind) => keys.some((key) => key.startsWith(`${kind}_`)));
  return kinds.map((kind) => deliveries.kinds[kind]).join('; ');
}

function Former({ data, reader }: { data: ConversationData; reader: Reader }) {
  if (data.former.length === 0) return null;
  return (
    <details class="fold">
      <summary>
        <b>{words.former}</b>
      </summary>
      <ul class="stack">
        {data.former.map((receipt) => (
          <li key={receipt.keys.join()}>
            {kindsIn(receipt)}
            <span class="receipt">
              <Told phrase={deliveries.became([reader.named(receipt.to)], receiptTold(receipt, reader))} />
            </span>
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
  meant: ManagerMeant;
  offered: Offered;
  held?: MailHeld | undefined;
  linked: Linked;
}) {
  const { frame, email, data, acting, meant, offered, held, linked } = props;
  const { conversation } = data;
  const reader = readerOf(conversation, conversation.manager, data.now);
  const forms = conversation.status === 'open' ? acting : undefined;
  const needs = needsOf(conversation, reader, meant);
  const others = participants(conversation).map((person) => reader.named(person.id));
  const now = needs.count === 0 ? words.nothing : words.waits(needs.count);
  return (
    <ManagerPage frame={frame} title={conversation.title} email={email}>
      <RefusedAlert acting={acting} />
      <header>
        <ConversationHeading data={data} acting={acting} reader={reader} />
        {forms && <HeldLine held={held} reader={reader} />}
      </header>
      <NeedsPart needs={needs} conversation={conversation} acting={acting} reader={reader} meant={meant} />
      <section class="part margin" aria-labelledby="h-who">
        <h2 id="h-who">{words.who}</h2>
        <CommitmentsPart
          conversation={conversation}
          acting={forms}
          reader={reader}
          meant={meant.change === undefined ? meant.commitment : undefined}
          ends={needs.ends}
          drafts={data.drafts ?? []}
        />
      </section>
      <AgainPart linked={linked} reader={reader} />
      <section class="part margin" aria-labelledby="h-time">
        <h2 id="h-time">{words.time}</h2>
        <div class="stack">
          <FoldedTimes items={timelineItems(data, reader, now)} reader={reader} label={words.timeLabel} />
          <Former data={data} reader={reader} />
        </div>
      </section>
      <section class="part margin" aria-labelledby="h-talk">
        <h2 id="h-talk">{words.checkIns}</h2>
        <div class="stack">
          {data.calendarLost !== undefined && (
            <p class="receipt">
              <span class="fault">
                {words.calendarLost(offered.calendar, reader.brief(data.calendarLost))}
              </span>
            </p>
          )}
          <CheckInsPart
            conversation={conversation}
            acting={forms}
            reader={reader}
            meant={meant}
            offered={offered}
          />
          <SideTalksPart conversation={conversation} acting={forms} reader={reader} />
          <Agenda conversation={conversation} reader={reader} />
        </div>
      </section>
      <section class="part margin" aria-labelledby="h-people">
        <h2 id="h-people">{words.people}</h2>
        <PeoplePart data={data} meant={meant.person} acting={forms} reader={reader} />
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
