import type { Child } from 'hono/jsx';
import { participants, personOf } from '../../../functions/domain/parties.ts';
import { enPages } from '../../words/en-pages.ts';
import type { Frame } from '../parts/frame.ts';
import { PlainPage } from '../parts/page.tsx';
import type { Reader } from '../parts/reader.ts';
import { Told } from '../parts/told.tsx';
import { linkOf, mailsLinkOf, masked, type PersonData } from './person-data.ts';

const { pages, person: words, shares } = enPages;

/** Who sees what is said here, when it is erased, and the ways out. */
function Footer({ data, reader }: { data: PersonData; reader: Reader }) {
  const { conversation } = data;
  const others = participants(conversation)
    .map((person) => person.id)
    .filter((id) => id !== reader.id);
  const manager = conversation.manager;
  const answers = personOf(conversation, reader.id).role !== 'partner';
  const seers = manager === reader.id ? others : [manager];
  const rest = others.filter((id) => !seers.includes(id));
  const days = conversation.policy.eraseDaysAfterClose;
  const isShare = conversation.kind === 'share';
  return (
    <>
      <p>
        {isShare && <Told phrase={shares.person.with(others.map(reader.named))} />}
        {!isShare && answers && seers.length > 0 && (
          <Told phrase={words.seen(seers.map(reader.named), rest.map(reader.named))} />
        )}{' '}
        {conversation.kind === 'conversation' ? words.erased(days) : shares.erased(days)}
      </p>
      <p>
        <a href={linkOf(data, '/why')}>{words.why}</a>
      </p>
      <p>
        <a href={mailsLinkOf(data)}>{words.fewer}</a>
      </p>
      <p>{words.notYou}</p>
    </>
  );
}

/** The way back to what the reader's link opens. */
export function BackLink({ data }: { data: PersonData }) {
  switch (data.conversation.kind) {
    case 'conversation':
      return <a href={linkOf(data)}>{words.back}</a>;
    case 'share':
      return <a href={linkOf(data)}>{shares.person.back}</a>;
    case 'digest':
      return <a href="/">{pages.home}</a>;
  }
}

/** The frame of every page behind a participant's link: it says as whom they act. */
export function PersonFrame(props: {
  frame: Frame;
  title: string;
  data: PersonData;
  reader: Reader;
  children: Child;
}) {
  const { frame, title, data, reader } = props;
  const person = personOf(data.conversation, reader.id);
  const actingAs = data.conversation.kind === 'conversation' ? words.actingAs : shares.person.readingAs;
  return (
    <PlainPage
      frame={frame}
      title={title}
      who={
        <>
          <Told phrase={actingAs(person.name)} />
          {person.email !== undefined && (
            <>
              , <span class="nowrap">{masked(person.email)}</span>
            </>
          )}
        </>
      }
      footer={<Footer data={data} reader={reader} />}
    >
      {props.children}
    </PlainPage>
  );
}
