import type { Delivery } from '../../../functions/domain/delivery.ts';
import type { PersonId } from '../../../functions/domain/ids.ts';
import type { Instant } from '../../../functions/domain/instant.ts';
import { enPages } from '../../words/en-pages.ts';
import type { ConversationData, DeliveryData } from './conversation-data.ts';
import { titleOfDeliveries } from './delivery-about.ts';
import type { Reader } from './reader.ts';
import { allDelivered, isFault, receiptTold } from './receipt-told.ts';
import type { Item } from './times.tsx';
import { Told } from './told.tsx';
import { toneTold } from './tone-told.tsx';

const { deliveries: words } = enPages;

/** What became of one delivery, in words with its time. */
export function becameOf(data: DeliveryData, reader: Reader): string {
  const { delivery, state, receipt } = data;
  if (receipt) return receiptTold(receipt, reader, delivery.at);
  if (delivery.skipped) return words.skips[delivery.skipped];
  return state === 'ahead' && delivery.at <= reader.now ? words.states.overdue : words.states[state];
}

type Group = readonly [DeliveryData, ...DeliveryData[]];

/** Without repetition: several deliveries of one mail to one person name that person once. */
function recipients(group: readonly DeliveryData[]): PersonId[] {
  return [...new Set(group.map(({ delivery }) => delivery.to))];
}

/** What became of it, once for everybody of whom the same is true; who has it has it, a second sooner or later. */
function receipts(group: Group, reader: Reader) {
  const hasIt = ({ receipt }: DeliveryData) => receipt?.outcome === 'delivered';
  const same = Map.groupBy(group, (one) => (hasIt(one) ? 'delivered' : becameOf(one, reader)));
  return [...same.values()].map((theirs) => {
    const had = theirs.filter(hasIt).flatMap(({ receipt }) => receipt ?? []);
    const [first] = theirs;
    const told = first ? becameOf(first, reader) : '';
    return {
      became: had.length > 0 ? allDelivered(had, reader, group[0].delivery.at) : told,
      fault: theirs.some(({ receipt }) => receipt !== undefined && isFault(receipt)),
      people: recipients(theirs).map(reader.named),
    };
  });
}

type LinesProps = { group: Group; data: ConversationData; reader: Reader; alone: boolean };

/** `alone`: everything goes to one person, so nobody is named. */
function DeliveryLines({ group, data, reader, alone }: LinesProps) {
  const [first, ...rest] = group;
  const ahead = group.every(({ receipt, state }) => !receipt && state === 'ahead');
  const title = titleOfDeliveries(
    [first.delivery, ...rest.map(({ delivery }) => delivery)],
    data.conversation,
    reader,
  );
  const tone = toneTold(first, data, reader);
  return (
    <>
      <span>
        <strong>
          <Told phrase={title} />
        </strong>
        {ahead && !alone && (
          <>
            {' '}
            <Told phrase={words.to(recipients(group).map(reader.named))} />
          </>
        )}
      </span>
      {tone && (
        <span class="receipt">
          <Told phrase={tone} />
        </span>
      )}
      {!ahead &&
        receipts(group, reader).map(({ became, fault, people }) => (
          <span key={became} class="receipt">
            <span class={fault ? 'fault' : undefined}>
              {alone ? became : <Told phrase={words.became(people, became)} />}
            </span>
          </span>
        ))}
    </>
  );
}

function stateOf({ delivery, state, receipt }: DeliveryData, now: Instant): Item['kind'] {
  if (receipt) return isFault(receipt) ? 'broke' : '';
  if (state === 'skipped' || state === 'expired' || delivery.skipped) return 'gone';
  if (state === 'if-agreed') return 'gone';
  return delivery.at > now || state === 'ahead' ? 'ahead' : '';
}

function nameOf({ kind, subject, at }: Delivery, reader: Reader): string {
  return `${reader.brief(at)} ${kind} ${subject}`;
}

// What went wrong is seen first, then what was or will be; dotted is only what reaches nobody.
const WEIGHT = ['broke', '', 'ahead', 'gone'] as const;

function kindOf(group: Group, now: Instant): Item['kind'] {
  const kinds = new Set(group.map((one) => stateOf(one, now)));
  return WEIGHT.find((kind) => kinds.has(kind)) ?? 'gone';
}

/** The same mail to several people at one moment is one line. */
export function deliveryItems(data: ConversationData, reader: Reader, alone = false): Item[] {
  const groups = new Map<string, Group>();
  for (const one of data.deliveries) {
    const name = nameOf(one.delivery, reader);
    const [first, ...rest] = groups.get(name) ?? [one];
    groups.set(name, first === one ? [one] : [first, ...rest, one]);
  }
  return [...groups.values()].map((group) => ({
    at: group[0].delivery.at,
    kind: kindOf(group, data.now),
    what: <DeliveryLines group={group} data={data} reader={reader} alone={alone} />,
  }));
}
