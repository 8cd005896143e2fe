import type { Child } from 'hono/jsx';
import { visibleTo } from '../../../functions/domain/visible.ts';
import { enPages } from '../../words/en-pages.ts';
import { isAnswered, RequestForm, waitingFor } from '../conversation/requests.tsx';
import { type Acting, FoldedForm, RefusedAlert, typedIn } from '../parts/command-form.tsx';
import { WordsField } from '../parts/field.tsx';
import type { Frame } from '../parts/frame.ts';
import { type Reader, readerOf } from '../parts/reader.ts';
import { Talks } from '../parts/talk.tsx';
import { Quote } from '../parts/told.tsx';
import { CalendarPart } from './calendar-part.tsx';
import { OtherCommitments } from './other-commitments.tsx';
import { OwnCommitments } from './own-commitments.tsx';
import type { PersonData } from './person-data.ts';
import { PersonFrame } from './person-frame.tsx';
import { PersonHeading, stageOf, titleOf } from './person-heading.tsx';
import { SaidForYou } from './said-for-you.tsx';

const { person: words, pages } = enPages;

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
  const { meant } = data;
  const waiting = open ? waitingFor(conversation, reader, meant) : [];
  return (
    <PersonFrame frame={frame} title={titleOf(stage, reader)} data={data} reader={reader}>
      <RefusedAlert acting={acting} />
      <PersonHeading stage={stage} data={data} acting={forms} reader={reader} />
      {isAnswered(conversation, meant) && (
        <p class="noted" role="status">
          {words.answered}
        </p>
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
      <Part id="mine" title={words.mine}>
        <OwnCommitments mine={mine} data={data} acting={acting} reader={reader} open={open} />
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
        <CalendarPart data={data} acting={acting} />
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
