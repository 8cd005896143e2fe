import type { Commitment, Conversation } from '../../../functions/domain/conversation.ts';
import type { DeliveryKind } from '../../../functions/domain/delivery.ts';
import type { Tone } from '../../../functions/domain/facts.ts';
import { type Chose, choseOf, toneOf } from '../../../functions/domain/tone.ts';
import { toneThen } from '../../../functions/domain/tone-then.ts';
import type { Phrase } from '../../parts/phrase.ts';
import { enPages } from '../../words/en-pages.ts';
import type { ConversationData, DeliveryData } from './conversation-data.ts';
import type { Reader } from './reader.ts';
import { Told } from './told.tsx';

const { tone: words } = enPages;

const TONED: ReadonlySet<DeliveryKind> = new Set(['start', 'heads-up', 'today', 'due-check']);

/** Why a mail sounded, or would sound now, as it does; undefined for the plain ask and for what has no tone. */
export function toneTold(
  { delivery, state, receipt }: DeliveryData,
  { conversation, facts }: Pick<ConversationData, 'conversation' | 'facts'>,
  reader: Reader,
): Phrase | undefined {
  if (!TONED.has(delivery.kind) || (state !== 'left' && state !== 'ahead')) return undefined;
  const commitment = conversation.commitments.find(({ id }) => id === delivery.subject);
  if (!commitment || (commitment.habit && delivery.kind === 'due-check')) return undefined;
  if (state === 'ahead') return toldNow(commitment, conversation, reader);
  const left = receipt?.times.claimed ?? receipt?.times.accepted ?? delivery.at;
  const then = toneThen(conversation, facts, commitment.id, left);
  return then && told(then.tone, then, commitment, reader);
}

function told(tone: Tone, { count, saidAt }: Chose, { owner }: Commitment, reader: Reader): Phrase {
  const day = saidAt === undefined ? undefined : reader.day(saidAt);
  return words.because(tone, reader.named(owner), count, day);
}

function toldNow(commitment: Commitment, conversation: Conversation, reader: Reader): Phrase | undefined {
  const tone = toneOf(conversation, commitment);
  return tone === 'ask' ? undefined : told(tone, choseOf(conversation, commitment), commitment, reader);
}

/** The answer to "why this tone?", for the owner of what is asked. */
export function WhyThisTone(props: { commitment: Commitment; conversation: Conversation; reader: Reader }) {
  const { commitment, conversation, reader } = props;
  const because = toldNow(commitment, conversation, reader);
  if (!because) return null;
  return (
    <details class="fold">
      <summary>
        <b>{words.whyTitle}</b>
      </summary>
      <p>
        <Told phrase={because} /> {words.falls}
      </p>
    </details>
  );
}
