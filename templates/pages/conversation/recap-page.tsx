import type { Conversation } from '../../../functions/domain/conversation.ts';
import type { PersonId } from '../../../functions/domain/ids.ts';
import { type Seen, visibleTo } from '../../../functions/domain/visible.ts';
import { enPages } from '../../words/en-pages.ts';
import { CommitmentFacts } from '../parts/commitment-facts.tsx';
import type { ConversationData } from '../parts/conversation-data.ts';
import type { Frame } from '../parts/frame.ts';
import { ManagerPage } from '../parts/page.tsx';
import { QrCode } from '../parts/qr-code.tsx';
import { type Reader, readerOf } from '../parts/reader.ts';
import { Talks } from '../parts/talk.tsx';
import { Quote, Told } from '../parts/told.tsx';

const { conversation: words, manage, pages } = enPages;

type ListProps = { seen: readonly Seen[]; conversation: Conversation; reader: Reader };

function Commitments({ seen, conversation, reader }: ListProps) {
  return (
    <ul class="list">
      {seen.map((one) => (
        <li key={one.commitment.id}>
          {!one.mine && (
            <h3>
              <Told phrase={manage.forWhom(reader.named(one.commitment.owner))} />
            </h3>
          )}
          <p class="quote">
            <Quote words={one.commitment.action} />
          </p>
          <CommitmentFacts seen={one} conversation={conversation} reader={reader} small={true} />
        </li>
      ))}
    </ul>
  );
}

/** One person's recap to print and hand over, with the code of their own page. Only what that person may see. */
export function RecapPage(props: {
  frame: Frame;
  email: string;
  data: ConversationData;
  person: PersonId;
  link: string | undefined;
}) {
  const { frame, email, data, person, link } = props;
  const { conversation } = data;
  const reader = readerOf(conversation, person, data.now);
  const seen = visibleTo(conversation, person);
  const { name } = reader.named(person);
  return (
    <ManagerPage frame={frame} title={conversation.title} email={email}>
      <header>
        <p class="no-print">
          <a href={`/conversations/${conversation.id}`}>{words.back}</a>
        </p>
        <p class="small quiet no-print">{words.recapPrint}</p>
        <h1>
          <Told phrase={words.recapTitle({ name })} />
        </h1>
        <p class="lead">
          <Told phrase={words.recapLead(reader.named(conversation.manager), conversation.title)} />
        </p>
      </header>
      {conversation.includeWhatHappened && (
        <section class="part margin" aria-labelledby="h-happened">
          <h2 id="h-happened">{words.happened}</h2>
          <p>
            <Quote words={conversation.whatHappened} />
          </p>
        </section>
      )}
      <section class="part margin" aria-labelledby="h-mine">
        <h2 id="h-mine">{words.recapMine}</h2>
        <Commitments seen={seen.filter(({ mine }) => mine)} conversation={conversation} reader={reader} />
      </section>
      <section class="part margin" aria-labelledby="h-others">
        <h2 id="h-others">{words.recapOthers}</h2>
        <Commitments seen={seen.filter(({ mine }) => !mine)} conversation={conversation} reader={reader} />
      </section>
      {conversation.includeOverlooked && (
        <section class="part margin" aria-labelledby="h-overlooked">
          <h2 id="h-overlooked">{words.overlooked}</h2>
          <p>
            <Quote words={conversation.overlooked} />
          </p>
        </section>
      )}
      <section class="part margin" aria-labelledby="h-never">
        <h2 id="h-never">{words.never}</h2>
        <p>
          <Quote words={conversation.neverAgain} />
        </p>
      </section>
      <section class="part margin" aria-labelledby="h-talk">
        <h2 id="h-talk">{words.recapTalk}</h2>
        <Talks conversation={conversation} reader={reader} />
      </section>
      {link !== undefined && (
        <section class="part margin" aria-labelledby="h-link">
          <h2 id="h-link">{pages.yourAnswer}</h2>
          <div class="stack">
            <p>{words.recapAnswer}</p>
            <p class="code">
              <QrCode link={link} label={pages.code} />
            </p>
            <p class="small">
              <bdi>{link}</bdi>
            </p>
            <p class="small quiet">{words.recapSay}</p>
            <p class="small quiet">{words.recapErased(conversation.policy.eraseDaysAfterClose)}</p>
          </div>
        </section>
      )}
    </ManagerPage>
  );
}
