import type { Child } from 'hono/jsx';
import type { Conversation } from '../../../functions/domain/conversation.ts';
import type { Delivery } from '../../../functions/domain/delivery.ts';
import type { Fact } from '../../../functions/domain/facts.ts';
import type { Instant } from '../../../functions/domain/instant.ts';
import { checkInStart } from '../../../functions/domain/moments.ts';
import { cut } from '../../parts/cut.ts';
import { duration } from '../../words/en/names.ts';
import { enPages } from '../../words/en-pages.ts';
import type { ConversationData, DeliveryData, ReceiptData } from './conversation-data.ts';
import { aboutOf, factTold } from './fact-told.ts';
import type { Reader } from './reader.ts';
import { Quote, Told } from './told.tsx';

const { deliveries: words } = enPages;

export type Item = { at: Instant; kind: '' | 'ahead' | 'talk' | 'gone' | 'broke' | 'now'; what: Child };

/** A list of moments: filled was, hollow will be, dotted won't, ringed is a talk. */
export function Times({
  items,
  reader,
  label,
  tight,
}: {
  items: readonly Item[];
  reader: Reader;
  label: string;
  tight?: boolean;
}) {
  return (
    <ol class={tight ? 'times tight' : 'times wide'} aria-label={label}>
      {items.map(({ at, kind, what }) => (
        <li key={at} class={kind === '' ? undefined : kind}>
          <span class="at">{kind === 'now' ? `${words.now}, ${reader.brief(at)}` : reader.brief(at)}</span>
          <div class="what">{what}</div>
        </li>
      ))}
    </ol>
  );
}

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
  const typed = fact.words?.words ?? '';
  return (
    <>
      <span>
        <Told phrase={factTold(fact, conversation, reader)} />
      </span>
      {typed !== '' && (
        <span>
          <Quote words={typed} />
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

/** What became of one delivery, in words with its time. */
export function becameOf(data: DeliveryData, reader: Reader): string {
  const { delivery, state, receipt } = data;
  if (receipt) return receiptTold(receipt, reader);
  if (delivery.skipped) return words.skips[delivery.skipped];
  return state === 'ahead' && delivery.at <= reader.now ? words.states.overdue : words.states[state];
}

export function receiptTold({ outcome, times }: ReceiptData, reader: Reader): string {
  const at = times[outcome];
  return at === undefined ? words.outcomes[outcome] : words.at(words.outcomes[outcome], reader.brief(at));
}

function actionOf(conversation: Conversation, delivery: Delivery): string | undefined {
  const [id] = delivery.subject.split('-');
  const commitment = conversation.commitments.find((candidate) => candidate.id === id);
  return commitment && cut(commitment.action, 80);
}

function once<T>(items: readonly T[], nameOf: (item: T) => string): T[] {
  return items.filter((item, index) => items.findIndex((other) => nameOf(other) === nameOf(item)) === index);
}

type LinesProps = { group: Group; data: ConversationData; reader: Reader; alone: boolean };

/** `alone`: everything goes to one person, so nobody is named. */
function DeliveryLines({ group, data, reader, alone }: LinesProps) {
  const { first, all } = group;
  const ahead = all.every(({ receipt, state }) => !receipt && state === 'ahead');
  const people = all.map(({ delivery }) => reader.named(delivery.to));
  return (
    <>
      <span>
        <strong>
          <Told phrase={words.title(first.delivery.kind, actionOf(data.conversation, first.delivery))} />
        </strong>
        {ahead && !alone && (
          <>
            {' '}
            <Told phrase={words.to(people)} />
          </>
        )}
      </span>
      {!ahead &&
        once(all, (one) => `${one.delivery.to} ${becameOf(one, reader)}`).map((one) => {
          const became = becameOf(one, reader);
          const fault = one.receipt !== undefined && words.isFault(one.receipt.outcome);
          return (
            <span key={one.delivery.key} class="receipt">
              <span class={fault ? 'fault' : undefined}>
                {alone ? became : <Told phrase={words.became(reader.named(one.delivery.to), became)} />}
              </span>
            </span>
          );
        })}
    </>
  );
}

type Group = { first: DeliveryData; all: DeliveryData[] };

function stateOf({ delivery, state, receipt }: DeliveryData, now: Instant): Item['kind'] {
  if (receipt) return words.isFault(receipt.outcome) ? 'broke' : '';
  if (state === 'skipped' || state === 'expired' || delivery.skipped) return 'gone';
  if (state === 'if-agreed') return 'gone';
  return delivery.at > now || state === 'ahead' ? 'ahead' : '';
}

/** The same mail to several people at one moment is one line. */
export function deliveryItems(data: ConversationData, reader: Reader, alone = false): Item[] {
  const groups = new Map<string, Group>();
  for (const one of data.deliveries) {
    const { at, kind, subject } = one.delivery;
    const key = `${at} ${kind} ${subject} ${stateOf(one, data.now)}`;
    const group = groups.get(key);
    if (group) group.all.push(one);
    else groups.set(key, { first: one, all: [one] });
  }
  return [...groups.values()].map((group) => ({
    at: group.first.delivery.at,
    kind: stateOf(group.first, data.now),
    what: <DeliveryLines group={group} data={data} reader={reader} alone={alone} />,
  }));
}

function checkInItems({ conversation }: ConversationData): Item[] {
  return conversation.checkIns.map((checkIn) => ({
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
