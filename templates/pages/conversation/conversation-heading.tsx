import { plus } from '../../../functions/domain/instant.ts';
import { participants, personOf } from '../../../functions/domain/parties.ts';
import { ANSWER_WAIT_MS } from '../../../functions/domain/policy.ts';
import { enPages } from '../../words/en-pages.ts';
import { type Acting, CommandForm } from '../parts/command-form.tsx';
import type { ConversationData } from '../parts/conversation-data.ts';
import { factTold } from '../parts/fact-told.ts';
import { LastAnswer } from '../parts/last-answer.tsx';
import type { Reader } from '../parts/reader.ts';
import { Told } from '../parts/told.tsx';

const { conversation: words, manage } = enPages;

type HeadingProps = { data: ConversationData; acting: Acting; reader: Reader };

/** It can still be taken back. */
export function isHeld({ conversation, now }: ConversationData): boolean {
  return conversation.status === 'open' && now < conversation.leavesAt && conversation.claimed.size === 0;
}

function Leaving({ data, acting, reader }: HeadingProps) {
  const { leavesAt } = data.conversation;
  const soon = leavesAt - data.now <= 60_000;
  const others = participants(data.conversation).map((person) => reader.named(person.id));
  return (
    <>
      <h1>
        {soon
          ? words.leaves(reader.time(leavesAt))
          : words.leavesOn(reader.day(leavesAt), reader.time(leavesAt))}
      </h1>
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

/** What the reader has just done, where nothing of it can be taken back. */
function JustDone({ data, reader }: Pick<HeadingProps, 'data' | 'reader'>) {
  const { conversation, facts, now } = data;
  const newest = facts.at(-1);
  const { undo, name } = personOf(conversation, reader.id);
  if (newest?.by !== reader.id || newest.type === 'recorded' || now >= plus(newest.at, ANSWER_WAIT_MS))
    return null;
  if (undo && now < plus(undo.at, ANSWER_WAIT_MS)) return null;
  const noted = enPages.pages.noted(reader.time(newest.at), name);
  return (
    <p class="noted" role="status">
      <Told phrase={words.done(noted, factTold(newest, conversation, reader))} />
    </p>
  );
}

/** Where everything is that can be done, so that nobody has to look for it. */
function Actions({ id }: { id: string }) {
  const page = `/conversations/${id}`;
  return (
    <nav class="row" aria-label={words.actions}>
      <a class="button" href={`${page}/check-in`}>
        {enPages.checkIn.open}
      </a>
      <a href={`${page}/amend`}>{words.amend}</a>
      <a href="#h-talk">{words.move}</a>
      <a href="#h-people">{words.pause}</a>
      <a href="#h-whole">{words.cancel}</a>
    </nav>
  );
}

/** The heading says the state: about to leave, with a minute to undo; or the topic, and that it is over. */
export function ConversationHeading({ data, acting, reader }: HeadingProps) {
  const { conversation, now } = data;
  const { status } = conversation;
  if (isHeld(data)) return <Leaving data={data} acting={acting} reader={reader} />;
  return (
    <>
      <p class="quiet">
        <Told
          phrase={words.recorded(
            reader.day(conversation.recorded.at),
            enPages.pages.dayAndTime(reader.day(now), reader.time(now)),
          )}
        />
      </p>
      <h1 dir="auto">{conversation.title}</h1>
      {status !== 'open' && <p class="lead">{words.ended[status]}</p>}
      {status === 'open' && <LastAnswer data={data} acting={acting} reader={reader} about="last" />}
      <JustDone data={data} reader={reader} />
      {status === 'open' && <Actions id={conversation.id} />}
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
