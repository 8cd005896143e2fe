import type { Commitment, Conversation } from '../../../functions/domain/conversation.ts';
import type { DeliveryKind } from '../../../functions/domain/delivery.ts';
import { choseOf, toneOf } from '../../../functions/domain/tone.ts';
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
  { conversation, facts, now }: Pick<ConversationData, 'conversation' | 'facts' | 'now'>,
  reader: Reader,
): Phrase | undefined {
  if (!TONED.has(delivery.kind) || (state !== 'left' && state !== 'ahead')) return undefined;
  const commitment = conversation.commitments.find(({ id }) => id === delivery.subject);
  if (!commitment || commitment.habit) return undefined;
  const left = receipt?.times.claimed ?? receipt?.times.accepted ?? delivery.at;
  const then = toneThen(conversation, facts, commitment.id, state === 'left' ? left : now);
  const day = then?.saidAt === undefined ? undefined : reader.day(then.saidAt);
  return then && words.because(then.tone, reader.named(commitment.owner), then.count, day);
}

/** The answer to "why this tone?", for the owner of what is asked. */
export function WhyThisTone(props: { commitment: Commitment; conversation: Conversation; reader: Reader }) {
  const { commitment, conversation, reader } = props;
  const tone = toneOf(conversation, commitment);
  if (tone === 'ask') return null;
  const { count, saidAt } = choseOf(conversation, commitment);
  const day = saidAt === undefined ? undefined : reader.day(saidAt);
  return (
    <details class="fold">
      <summary>
        <b>{words.whyTitle}</b>
      </summary>
      <p>
        <Told phrase={words.because(tone, reader.named(commitment.owner), count, day)} /> {words.falls}
      </p>
    </details>
  );
}
