import type { Section } from '../../../templates/mail/section.ts';
import type { Commitment } from '../../domain/conversation.ts';
import type { Delivery } from '../../domain/delivery.ts';
import { dueOf } from '../../domain/moments.ts';
import { standing } from '../../domain/parties.ts';
import { openWhy } from './agenda.ts';
import { withoutConsequence } from './commitment-for.ts';
import { checkInAbout, nextTalk, type Scope, typedMoment } from './scope.ts';

type WrapUp = Extract<Section, { kind: 'wrap-up' }>;
type Stands = WrapUp['needVerdict'][number]['stands'];

/** How a commitment stands that waits for a word from the manager; undefined when it ended or still runs. */
function stands(commitment: Commitment, now: number): Stands | undefined {
  const { judgement, habit } = commitment;
  if (judgement?.verdict === 'missed-not-reported') return 'missed-not-reported';
  if (judgement && judgement.verdict !== 'unresolved') return undefined;
  if (habit && !judgement) return 'habit';
  const due = dueOf(commitment);
  return judgement || (due !== undefined && due <= now) ? openWhy(commitment, now) : undefined;
}

/** After a check-in, to the manager: verdicts, then close or the next talk. */
export function wrapUpSection(scope: Scope, delivery: Delivery): WrapUp {
  const { conversation, sentAt } = scope;
  const commitments = standing(conversation);
  const running = commitments.filter(
    (commitment) => !commitment.judgement && stands(commitment, sentAt) === undefined,
  );
  return {
    kind: 'wrap-up',
    talkedAt: typedMoment(scope, checkInAbout(scope, delivery).at),
    needVerdict: commitments.flatMap((commitment) => {
      const how = stands(commitment, sentAt);
      return how ? [{ commitment: withoutConsequence(scope, commitment), stands: how }] : [];
    }),
    running: running.map((commitment) => withoutConsequence(scope, commitment)),
    next: nextTalk(scope),
  };
}
