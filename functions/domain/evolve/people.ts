import type { Conversation } from '../conversation.ts';
import type { FactOf } from '../facts.ts';
import { causeOf, everyone, withChange, withPerson } from './change.ts';
import { newPerson } from './recorded.ts';

export function addressCorrected(conversation: Conversation, fact: FactOf<'addressCorrected'>): Conversation {
  return withPerson(conversation, fact.person, (person) => ({
    email: fact.words?.[`${fact.person}.email`] ?? person.email,
    mail: true,
    addressFailed: undefined,
    addressCorrected: causeOf(fact),
    addressRevision: person.addressRevision + 1,
  }));
}

/** Someone left: what they owned is let go, and nothing more is sent to them than that. */
export function personRemoved(conversation: Conversation, fact: FactOf<'personRemoved'>): Conversation {
  const cause = causeOf(fact);
  const commitments = conversation.commitments.map((commitment) => {
    const partnerless =
      commitment.partner === fact.person ? { ...commitment, partner: undefined } : commitment;
    if (commitment.owner !== fact.person || commitment.removed) return partnerless;
    return { ...partnerless, removed: cause };
  });
  const next = withPerson({ ...conversation, commitments }, fact.person, () => ({ removed: cause }));
  return withChange(next, fact, {
    what: 'removed',
    to: everyone(next),
    before: wordsAbout(conversation, fact.person),
  });
}

function wordsAbout(conversation: Conversation, id: string): string {
  return conversation.people.find((person) => person.id === id)?.name ?? '';
}

/**
 * Another manager takes over. Who hands over stays a participant while a commitment of theirs is open, because a
 * promise does not change hands; else they leave.
 */
export function handedOver(conversation: Conversation, fact: FactOf<'handedOver'>): Conversation {
  const cause = causeOf(fact);
  const from = conversation.manager;
  const owns = conversation.commitments.some(
    (commitment) => commitment.owner === from && !commitment.removed,
  );
  const people = fact.newcomer
    ? [
        ...conversation.people,
        newPerson(fact.newcomer, fact.words ?? {}, conversation.holidays[fact.newcomer.region] ?? [], fact),
      ]
    : conversation.people;
  const joined = withPerson({ ...conversation, people }, fact.person, () => ({ role: 'manager' }));
  const left = withPerson(joined, from, () => ({ role: 'participant', removed: owns ? undefined : cause }));
  const next: Conversation = {
    ...left,
    manager: fact.person,
    handovers: [...conversation.handovers, { ...cause, from, to: fact.person }],
  };
  // Who joins by taking over gets a recap, which says it all.
  const to = everyone(next).filter((id) => !fact.newcomer || id !== fact.person);
  return withChange(next, fact, {
    what: 'handed-over',
    to,
    before: wordsAbout(next, from),
    after: wordsAbout(next, fact.person),
  });
}
