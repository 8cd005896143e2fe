import type { Fact } from '../../../functions/domain/facts.ts';
import { enPages } from '../../words/en-pages.ts';
import type { DeliveryData } from '../parts/conversation-data.ts';
import { becameOf } from '../parts/deliveries.tsx';
import { reasonOf, titleOfDeliveries } from '../parts/delivery-about.ts';
import { factTold } from '../parts/fact-told.ts';
import type { Frame } from '../parts/frame.ts';
import { type Reader, readerOf } from '../parts/reader.ts';
import { Times } from '../parts/times.tsx';
import { Told } from '../parts/told.tsx';
import { toneTold } from '../parts/tone-told.tsx';
import type { PersonData } from './person-data.ts';
import { BackLink, PersonFrame } from './person-frame.tsx';

const { person: words } = enPages;

// A cause that tells of somebody else's miss or answer is not this reader's to know; theirs and the manager's are.
const OPEN_CAUSES: ReadonlySet<Fact['type']> = new Set([
  'recorded',
  'amended',
  'checkInAdded',
  'coachingAdded',
  'cadenceAdded',
  'talkDeclined',
  'checkInMoved',
  'checkInCancelled',
  'cancelled',
  'closed',
  'handedOver',
  'renegotiated',
]);

function causeOf(data: PersonData, delivered: DeliveryData, reader: Reader) {
  const fact = data.facts.find((candidate) => candidate.no === delivered.delivery.fact);
  if (!fact || !(fact.by === reader.id || OPEN_CAUSES.has(fact.type))) return undefined;
  return words.cause(factTold(fact, data.conversation, reader), reader.brief(fact.at));
}

function Why({ data, delivered, reader }: { data: PersonData; delivered: DeliveryData; reader: Reader }) {
  const { conversation } = data;
  const title = titleOfDeliveries([delivered.delivery], conversation, reader);
  const cause = causeOf(data, delivered, reader);
  const tone = toneTold(delivered, data, reader);
  return (
    <>
      <strong>
        <Told phrase={title} />
      </strong>
      <span>{reasonOf(delivered.delivery, conversation)}</span>
      {cause && (
        <span class="receipt">
          <Told phrase={cause} />
        </span>
      )}
      {tone && (
        <span class="receipt">
          <Told phrase={tone} />
        </span>
      )}
      <span class="receipt">{becameOf(delivered, reader)}</span>
    </>
  );
}

/** Why each mail of this conversation came to its reader. */
export function WhyPage({ frame, data }: { frame: Frame; data: PersonData }) {
  const reader = readerOf(data.conversation, data.person, data.now);
  const sent = data.deliveries.filter(
    ({ delivery, state }) => delivery.to === data.person && state === 'left',
  );
  const items = sent.map((delivered) => ({
    at: delivered.delivery.at,
    kind: '' as const,
    what: <Why data={data} delivered={delivered} reader={reader} />,
  }));
  return (
    <PersonFrame frame={frame} title={words.whyTitle} data={data} reader={reader}>
      <header>
        <h1>{words.whyTitle}</h1>
        <p class="lead">{sent.length === 0 ? words.whyNone : words.whyLead}</p>
      </header>
      <Times items={items} reader={reader} label={words.whyTitle} />
      <p>
        <BackLink data={data} />
      </p>
    </PersonFrame>
  );
}
