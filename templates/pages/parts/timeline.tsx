import type { Child } from 'hono/jsx';
import type { Conversation } from '../../../functions/domain/conversation.ts';
import type { Fact } from '../../../functions/domain/facts.ts';
import { checkInStart } from '../../../functions/domain/moments.ts';
import { inSideTalk } from '../../../functions/domain/side-talks.ts';
import { cut } from '../../parts/cut.ts';
import { duration } from '../../words/en/names.ts';
import { enPages } from '../../words/en-pages.ts';
import type { ConversationData } from './conversation-data.ts';
import { deliveryItems } from './deliveries.tsx';
import { aboutOf, factTold } from './fact-told.ts';
import type { Reader } from './reader.ts';
import type { Item } from './times.tsx';
import { Quote, Told } from './told.tsx';

const { deliveries: words } = enPages;

function FactLine({
  fact,
  conversation,
  reader,
}: {
  fact: Fact;
  conversation: Conversation;
  reader: Reader;
}) {
  const about = aboutOf(fact);
  const only = conversation.commitments.find((commitment) => commitment.id === about[0]);
  const said = fact.type === 'askAnswered' ? [fact.words?.how, fact.words?.help] : [fact.words?.words];
  const files = fact.type === 'wrote' ? fact.words?.files : undefined;
  return (
    <>
      <span>
        <Told phrase={factTold(fact, conversation, reader)} />
      </span>
      {said.map(
        (typed) =>
          typed !== undefined &&
          typed !== '' && (
            <span key={typed}>
              <Quote words={typed} />
            </span>
          ),
      )}
      {files !== undefined && (
        <span class="receipt">
          <Told phrase={enPages.facts.notKept(files.split('\n'))} />
        </span>
      )}
      {about.length === 1 && only && (
        <span class="receipt">
          <Quote words={cut(only.action, 120)} />
        </span>
      )}
    </>
  );
}

function checkInItems({ conversation }: ConversationData): Item[] {
  const side = conversation.sideTalks.map((talk) => ({
    ...talk,
    cancelled: inSideTalk(conversation, talk).length === 0 ? talk.set : undefined,
  }));
  return [...conversation.checkIns, ...side].map((checkIn) => ({
    at: checkInStart(checkIn),
    kind: checkIn.cancelled ? ('gone' as const) : ('talk' as const),
    what: checkIn.cancelled ? (
      <Told phrase={words.talkOff} />
    ) : (
      <>
        <strong>
          <Told phrase={words.talk(duration(checkIn.minutes))} />
        </strong>
        {checkIn.where !== '' && (
          <span class="receipt">
            <bdi>{checkIn.where}</bdi>
          </span>
        )}
      </>
    ),
  }));
}

/** Facts, mails with their receipts, and talks in one line of time, with now in its place. */
export function timelineItems(data: ConversationData, reader: Reader, now: Child): Item[] {
  const { facts, conversation } = data;
  const happened = facts
    .filter((fact) => fact.type !== 'asked')
    .map((fact) => ({
      at: fact.at,
      kind: '' as const,
      what: <FactLine fact={fact} conversation={conversation} reader={reader} />,
    }));
  const items: Item[] = [...happened, ...deliveryItems(data, reader), ...checkInItems(data)];
  const sorted = items
    .map((item, index) => ({ item, index }))
    .sort((a, b) => a.item.at - b.item.at || a.index - b.index);
  const past = sorted.filter(({ item }) => item.at <= data.now).map(({ item }) => item);
  const ahead = sorted.filter(({ item }) => item.at > data.now).map(({ item }) => item);
  return [...past, { at: data.now, kind: 'now', what: now }, ...ahead];
}
