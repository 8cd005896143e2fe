import type { Child } from 'hono/jsx';
import type { Conversation } from '../../../functions/domain/conversation.ts';
import { personOf } from '../../../functions/domain/parties.ts';
import { type Seen, visibleTo } from '../../../functions/domain/visible.ts';
import { phraseText } from '../../mail/phrase-text.ts';
import { enPages } from '../../words/en-pages.ts';
import { isAnswered, RequestForm, waitingFor } from '../conversation/requests.tsx';
import { type Acting, RefusedAlert } from '../parts/command-form.tsx';
import type { Frame } from '../parts/frame.ts';
import { type Reader, readerOf } from '../parts/reader.ts';
import { SaidForm } from '../parts/said-form.tsx';
import { Talks } from '../parts/talk.tsx';
import { Quote } from '../parts/told.tsx';
import { CalendarPart } from './calendar-part.tsx';
import { ContactPart, contactTitle } from './contact-part.tsx';
import { OtherCommitments } from './other-commitments.tsx';
import { OwnCommitments } from './own-commitments.tsx';
import type { PersonData } from './person-data.ts';
import { PersonFrame } from './person-frame.tsx';
import { PersonHeading, stageOf, titleOf } from './person-heading.tsx';
import { SaidForYou } from './said-for-you.tsx';
import { OwnSideTalks } from './side-talks.tsx';

const { person: words, pages } = enPages;

function Part({ id, title, children }: { id: string; title: string; children: Child }) {
  return (
    <section class="part" aria-labelledby={`h-${id}`}>
      <h2 id={`h-${id}`}>{title}</h2>
      {children}
    </section>
  );
}

function Bring({ data, acting, reader }: { data: PersonData; acting: Acting; reader: Reader }) {
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
      <SaidForm
        acting={acting}
        type="bring"
        about=""
        summary={words.bring}
        open={data.meant.bring}
        label={pages.yourWords}
        hint={words.bringHint}
        button={words.bringButton}
      />
    </>
  );
}

/** What somebody helps with stands before what the others do. */
function rankOf({ commitment }: Seen, reader: Reader): number {
  return commitment.partner === reader.id ? 0 : 1;
}

/** What everybody in the talk reads of it, as far as the manager lets them; who only helps reads none of it. */
function WhatWasSaid({ conversation }: { conversation: Conversation }) {
  const { whatHappened, overlooked, neverAgain, includeWhatHappened, includeOverlooked } = conversation;
  const parts = [
    ...(includeWhatHappened ? [{ id: 'happened', title: words.happened, said: whatHappened }] : []),
    ...(includeOverlooked ? [{ id: 'overlooked', title: words.overlooked, said: overlooked }] : []),
    { id: 'never', title: words.never, said: neverAgain },
  ];
  return (
    <>
      {parts.map(({ id, title, said }) => (
        <Part key={id} id={id} title={title}>
          <p>
            <Quote words={said} />
          </p>
        </Part>
      ))}
    </>
  );
}

/** When people talk again, and what the reader brings to it; their calendar, also once it is over. */
function TalkPart(props: { data: PersonData; acting: Acting; reader: Reader; open: boolean }) {
  const { data, acting, reader, open } = props;
  const { conversation, meant } = data;
  return (
    <Part id="talk" title={open ? words.talk : words.elsewhere}>
      {open && <Talks conversation={conversation} reader={reader} />}
      {open && meant.micro === undefined && (
        <OwnSideTalks conversation={conversation} acting={acting} reader={reader} meant={meant.micro} />
      )}
      {open && <Bring data={data} acting={acting} reader={reader} />}
      <CalendarPart data={data} acting={acting} />
    </Part>
  );
}

/** The page behind a participant's link: as whom they act, what is theirs, and every answer they can give. */
export function PersonPage(props: { frame: Frame; data: PersonData; acting: Acting }) {
  const { frame, data, acting } = props;
  const { conversation } = data;
  const reader = readerOf(conversation, data.person, data.now);
  const seen = visibleTo(conversation, data.person);
  const mine = seen.filter((one) => one.mine);
  const others = seen.filter((one) => !one.mine).sort((a, b) => rankOf(a, reader) - rankOf(b, reader));
  const stage = stageOf(conversation, mine, reader);
  const open = stage !== 'ended';
  const helps = personOf(conversation, reader.id).role === 'partner';
  const forms = open ? acting : undefined;
  const { meant } = data;
  const waiting = open ? waitingFor(conversation, reader, meant) : [];
  return (
    <PersonFrame
      frame={frame}
      title={phraseText(titleOf(stage, conversation, reader))}
      data={data}
      reader={reader}
    >
      <RefusedAlert acting={acting} />
      <PersonHeading stage={stage} data={data} acting={forms} reader={reader} />
      {isAnswered(conversation, meant) && (
        <p class="noted" role="status">
          {words.answered}
        </p>
      )}
      {open && meant.micro !== undefined && (
        <OwnSideTalks conversation={conversation} acting={acting} reader={reader} meant={meant.micro} />
      )}
      {waiting.length > 0 && (
        <Part id="waiting" title={words.waitsForYou}>
          <ul class="list">
            {waiting.map((asked) => (
              <RequestForm
                key={asked.request.fact}
                asked={asked}
                acting={acting}
                reader={reader}
                meant={meant}
              />
            ))}
          </ul>
        </Part>
      )}
      {!helps && (
        <Part id="mine" title={words.mine}>
          <OwnCommitments mine={mine} data={data} acting={acting} reader={reader} open={open} />
          <SaidForYou conversation={conversation} acting={forms} reader={reader} />
        </Part>
      )}
      {mine.length > 0 && (
        <Part id="record" title={contactTitle(conversation, reader)}>
          <ContactPart conversation={conversation} acting={forms} reader={reader} meant={meant.contact} />
        </Part>
      )}
      {others.length > 0 && (
        <Part id="others" title={helps ? words.helping : words.others}>
          <OtherCommitments seen={others} conversation={conversation} acting={forms} reader={reader} />
        </Part>
      )}
      {!helps && <TalkPart data={data} acting={acting} reader={reader} open={open} />}
      {open && helps && meant.micro === undefined && (
        <OwnSideTalks conversation={conversation} acting={acting} reader={reader} meant={meant.micro} />
      )}
      {!helps && <WhatWasSaid conversation={conversation} />}
    </PersonFrame>
  );
}
