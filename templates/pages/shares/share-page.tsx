import { participants } from '../../../functions/domain/parties.ts';
import { enPages } from '../../words/en-pages.ts';
import type { ConversationData } from '../parts/conversation-data.ts';
import { deliveryItems } from '../parts/deliveries.tsx';
import type { Frame } from '../parts/frame.ts';
import { ManagerPage } from '../parts/page.tsx';
import { type Reader, readerOf } from '../parts/reader.ts';
import { Times } from '../parts/times.tsx';
import { Quote, Told } from '../parts/told.tsx';

const { shares: words } = enPages;

/** Nothing of it has left, so it can be taken back. */
function isHeld({ conversation, now }: ConversationData): boolean {
  return (
    conversation.status !== 'taken-back' && now < conversation.leavesAt && conversation.claimed.size === 0
  );
}

type HeadingProps = { data: ConversationData; reader: Reader; token: string };

function Heading({ data, reader, token }: HeadingProps) {
  const { conversation } = data;
  const people = participants(conversation).map(({ id }) => reader.named(id));
  if (!isHeld(data)) {
    return (
      <header>
        <p class="quiet">
          {conversation.status === 'taken-back' ? (
            words.takenBack
          ) : (
            <Told phrase={words.shared(reader.day(conversation.leavesAt), people)} />
          )}
        </p>
        <h1 dir="auto">{conversation.title}</h1>
      </header>
    );
  }
  return (
    <header>
      <h1>{words.leaves(reader.time(conversation.leavesAt))}</h1>
      <p class="lead">
        <Told phrase={words.leavesLead(people)} />
      </p>
      <div class="minute" aria-hidden="true" />
      <form method="post" action={`/shares/${conversation.id}/take-back`} class="row">
        <input type="hidden" name="token" value={token} />
        <button type="submit">{words.undo}</button>
      </form>
      <p class="h2">
        <bdi>{conversation.title}</bdi>
      </p>
    </header>
  );
}

function CameBack({ data, reader }: { data: ConversationData; reader: Reader }) {
  const { wrote, manager } = data.conversation;
  const theirs = wrote.filter(({ person, isTheirs }) => person !== manager || !isTheirs);
  if (theirs.length === 0) return null;
  return (
    <section class="part margin" aria-labelledby="h-back">
      <h2 id="h-back">{words.back}</h2>
      <div class="stack">
        {theirs.map((mail) => (
          <p key={mail.fact} class="quote">
            <Quote words={mail.words} />
            <span class="by">
              {mail.isTheirs ? <Told phrase={words.by(reader.named(mail.person))} /> : words.unproved}
            </span>
          </p>
        ))}
      </div>
    </section>
  );
}

/** One note: what it says, who got it as far as mailboxes tell, and what people wrote back. `token`: of its form. */
export function SharePage(props: { frame: Frame; email: string; data: ConversationData; token: string }) {
  const { frame, email, data, token } = props;
  const { conversation } = data;
  const reader = readerOf(conversation, conversation.manager, data.now);
  const notes = data.deliveries.filter(({ delivery }) => delivery.kind === 'share');
  const got = deliveryItems({ ...data, deliveries: notes }, reader);
  const heading = isHeld(data) ? words.gets : words.got;
  return (
    <ManagerPage frame={frame} title={conversation.title} here="shares" email={email}>
      <Heading data={data} reader={reader} token={token} />
      <section class="part margin" aria-labelledby="h-note">
        <h2 id="h-note">{words.yours}</h2>
        <p class="quote">
          <Quote words={conversation.note} />
        </p>
      </section>
      {conversation.status !== 'taken-back' && (
        <section class="part margin" aria-labelledby="h-got">
          <h2 id="h-got">{heading}</h2>
          <div class="stack">
            {!isHeld(data) && <p class="quiet">{words.gotLead}</p>}
            <Times items={got} reader={reader} label={heading} />
          </div>
        </section>
      )}
      <CameBack data={data} reader={reader} />
      <p class="row">
        <a class="button" href="/shares">
          {words.another}
        </a>
        <span class="small quiet">{words.erased(conversation.policy.eraseDaysAfterClose)}</span>
      </p>
    </ManagerPage>
  );
}
