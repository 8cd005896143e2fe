import type { Commitment, Conversation, Judgement } from '../conversation.ts';
import type { Delivery, DeliveryKind } from '../delivery.ts';
import type { Verdict } from '../facts.ts';
import type { PersonId } from '../ids.ts';
import { otherSide, personOf, standing } from '../parties.ts';
import { afterAnswer, keyOf, owe } from './owe.ts';

const TOLD_BY: Partial<Record<Verdict, DeliveryKind>> = {
  kept: 'celebration',
  'kept-late': 'celebration',
  missed: 'consequence',
  'missed-not-reported': 'missed-not-reported',
};

/** Who hears of a verdict: the owner and the other side; of a kept one the partner too, and never the whole room. */
function audience(conversation: Conversation, commitment: Commitment, kind: DeliveryKind): PersonId[] {
  if (kind !== 'celebration') return [commitment.owner, ...otherSide(conversation, commitment)];
  const partner = commitment.partner === undefined ? [] : [commitment.partner];
  return [...new Set([commitment.owner, conversation.manager, ...partner])];
}

/** The keys under which a person was told the verdict that this one replaces. */
function toldBefore(commitment: Commitment, judgement: Judgement, to: PersonId): string[] {
  const { replaces } = judgement;
  const kind = replaces && TOLD_BY[replaces.verdict];
  if (!replaces || !kind) return [];
  return [
    keyOf(kind, commitment.id, to, replaces.fact),
    keyOf('correction', commitment.id, to, replaces.fact),
  ];
}

function planTold(
  conversation: Conversation,
  commitment: Commitment,
  judgement: Judgement,
  kind: DeliveryKind,
): Delivery[] {
  return audience(conversation, commitment, kind).map((to) => {
    const before = toldBefore(commitment, judgement, to);
    // Who kept it after all gets the celebration itself; everybody else who was told otherwise gets one correction.
    const celebrates = kind === 'celebration' && to === commitment.owner;
    return owe(conversation, {
      kind,
      subject: commitment.id,
      to,
      at: afterAnswer(personOf(conversation, to), judgement),
      rev: judgement.fact,
      cause: judgement,
      unlessLeft: celebrates || before.length === 0 ? undefined : before,
    });
  });
}

function planCorrections(
  conversation: Conversation,
  commitment: Commitment,
  judgement: Judgement,
): Delivery[] {
  // Saying yes to a miss that silence had already told needs no second mail.
  const confirms = judgement.replaces?.verdict === 'missed-not-reported' && judgement.verdict === 'missed';
  if (!judgement.replaces || confirms) return [];
  const kept = judgement.verdict === 'kept' || judgement.verdict === 'kept-late';
  const told = conversation.people.filter((person) => !(kept && person.id === commitment.owner));
  return told.flatMap((person) => {
    const before = toldBefore(commitment, judgement, person.id);
    if (before.length === 0) return [];
    return [
      owe(conversation, {
        kind: 'correction',
        subject: commitment.id,
        to: person.id,
        at: afterAnswer(person, judgement),
        rev: judgement.fact,
        cause: judgement,
        onlyIfLeft: before,
      }),
    ];
  });
}

function planAsked(conversation: Conversation, commitment: Commitment, judgement: Judgement): Delivery[] {
  if (judgement.how !== 'silence-asks-manager' || commitment.owner === conversation.manager) return [];
  const manager = personOf(conversation, conversation.manager);
  return [
    owe(conversation, {
      kind: 'no-report',
      subject: commitment.id,
      to: manager.id,
      at: afterAnswer(manager, judgement),
      rev: judgement.fact,
      cause: judgement,
    }),
  ];
}

/** What follows a verdict: the consequence, the celebration, or putting right what people had been told. */
export function planVerdicts(conversation: Conversation): Delivery[] {
  return standing(conversation).flatMap((commitment) => {
    const { judgement } = commitment;
    if (!judgement) return [];
    const kind = TOLD_BY[judgement.verdict];
    return [
      ...(kind ? planTold(conversation, commitment, judgement, kind) : []),
      ...planCorrections(conversation, commitment, judgement),
      ...planAsked(conversation, commitment, judgement),
    ];
  });
}
