import type { Cause } from './cause.ts';
import type { Commitment, Conversation } from './conversation.ts';
import { amended } from './evolve/amended.ts';
import {
  agreed,
  changeAsked,
  consequenceAccepted,
  consequenceProposed,
  dateProposed,
  requestAnswered,
  withDue,
} from './evolve/answers.ts';
import { causeOf, everyone, remembered, withChange, withCommitments, withPerson } from './evolve/change.ts';
import { checkInAdded, checkInCancelled, checkInMoved } from './evolve/check-ins.ts';
import { contactChosen, withContact } from './evolve/contact.ts';
import { invitationAnswered, wrote } from './evolve/mail.ts';
import { endedAt, pausedBy } from './evolve/pause.ts';
import { addressCorrected, handedOver, personRemoved } from './evolve/people.ts';
import { recorded } from './evolve/recorded.ts';
import { cadenceAdded, coachingAdded, talkDeclined } from './evolve/side-talks.ts';
import { followed, noted } from './evolve/talked.ts';
import { askAnswered, toneChosen } from './evolve/tone.ts';
import {
  contested,
  explained,
  judged,
  objected,
  reported,
  saidInPerson,
  silencePassed,
} from './evolve/verdicts.ts';
import type { Fact, FactOf } from './facts.ts';

function renegotiated(conversation: Conversation, fact: FactOf<'renegotiated'>): Conversation {
  const was = conversation.commitments.find((commitment) => commitment.id === fact.commitment);
  const before = remembered(conversation, fact, [fact.commitment]);
  const next = withDue(before, fact, fact.commitment, fact.due);
  return withChange(next, fact, {
    what: 'date',
    to: everyone(next),
    commitment: fact.commitment,
    before: was?.action ?? '',
    after: was?.action ?? '',
    beforeWhen: was?.due,
    afterWhen: fact.due,
  });
}

/** Takes an answer back: what it changed is as it was. The decider made sure that nothing touched it since. */
function undone(conversation: Conversation, fact: FactOf<'undone'>): Conversation {
  const person = conversation.people.find((candidate) => candidate.undo?.fact === fact.fact);
  if (!person?.undo) return conversation;
  const { commitments, facts } = person.undo;
  const restored = withCommitments(
    conversation,
    commitments.map((commitment) => commitment.id),
    (current) => {
      const before = commitments.find((commitment) => commitment.id === current.id);
      // That a mailbox took the due check meanwhile stays true.
      return before ? { ...before, asked: current.asked ?? before.asked } : {};
    },
  );
  const stays = (cause: Cause) => !facts.includes(cause.fact);
  const changes = conversation.changes.filter(stays);
  const notes = conversation.notes.filter(stays);
  const asides = conversation.asides.filter(stays);
  const people = restored.people.map((one) => ({ ...one, contact: one.contact.filter(stays) }));
  return withPerson({ ...restored, people, changes, notes, asides }, person.id, () => ({ undo: undefined }));
}

function optedOut(conversation: Conversation, fact: FactOf<'optedOut'>): Conversation {
  return withPerson(conversation, fact.person, (person) => ({
    optedOut: fact.kinds,
    optedIn: person.optedOut.every((kind) => fact.kinds.includes(kind)) ? person.optedIn : causeOf(fact),
  }));
}

function apply(conversation: Conversation, fact: Exclude<Fact, { type: 'recorded' }>): Conversation {
  switch (fact.type) {
    case 'amended':
      return amended(conversation, fact);
    case 'agreed':
      return agreed(conversation, fact);
    case 'changeAsked':
      return changeAsked(conversation, fact);
    case 'dateProposed':
      return dateProposed(conversation, fact);
    case 'consequenceProposed':
      return consequenceProposed(conversation, fact);
    case 'consequenceAccepted':
      return consequenceAccepted(conversation, fact);
    case 'requestAnswered':
      return requestAnswered(conversation, fact);
    case 'reported':
      return reported(conversation, fact);
    case 'explained':
      return explained(conversation, fact);
    case 'contested':
      return contested(conversation, fact);
    case 'judged':
      return judged(conversation, fact);
    case 'silencePassed':
      return silencePassed(conversation, fact);
    case 'renegotiated':
      return renegotiated(conversation, fact);
    case 'asked':
      return withCommitments(conversation, [fact.commitment], () => ({ asked: causeOf(fact) }));
    case 'noted':
      return noted(conversation, fact);
    case 'followed':
      return followed(conversation, fact);
    case 'askAnswered':
      return askAnswered(conversation, fact);
    case 'toneChosen':
      return toneChosen(conversation, fact);
    case 'contactChosen':
      return contactChosen(conversation, fact);
    case 'checkInAdded':
      return checkInAdded(conversation, fact);
    case 'coachingAdded':
      return coachingAdded(conversation, fact);
    case 'cadenceAdded':
      return cadenceAdded(conversation, fact);
    case 'talkDeclined':
      return talkDeclined(conversation, fact);
    case 'checkInMoved':
      return checkInMoved(conversation, fact);
    case 'checkInCancelled':
      return checkInCancelled(conversation, fact);
    case 'paused':
      return withPerson(conversation, fact.person, (person) => pausedBy(person, fact));
    case 'resumed':
      return withPerson(conversation, fact.person, (person) => ({ pause: endedAt(person, fact.at) }));
    case 'optedOut':
      return optedOut(conversation, fact);
    case 'addressFailed':
      return withPerson(conversation, fact.person, () => ({
        addressFailed: { ...causeOf(fact), why: fact.why },
      }));
    case 'addressCorrected':
      return addressCorrected(conversation, fact);
    case 'personRemoved':
      return personRemoved(conversation, fact);
    case 'handedOver':
      return handedOver(conversation, fact);
    case 'saidInPerson':
      return saidInPerson(conversation, fact);
    case 'objected':
      return objected(conversation, fact);
    case 'invitationAnswered':
      return invitationAnswered(conversation, fact);
    case 'wrote':
      return wrote(conversation, fact);
    case 'undone':
      return undone(conversation, fact);
    case 'policyChanged':
      return { ...conversation, policy: fact.policy };
    case 'quietWeek':
      return { ...conversation, quiet: causeOf(fact) };
    case 'takenBack':
      return { ...conversation, status: 'taken-back', ended: causeOf(fact) };
    case 'cancelled':
      return { ...conversation, status: 'cancelled', ended: causeOf(fact) };
    case 'closed':
      return { ...conversation, status: 'closed', ended: causeOf(fact) };
  }
}

function touch(before: Conversation, commitments: readonly Commitment[], fact: Fact): Commitment[] {
  return commitments.map((commitment, index) =>
    commitment === before.commitments[index] ? commitment : { ...commitment, touched: fact.no },
  );
}

/** The only way a conversation changes: answers a new one, never touches the old. */
export function evolve(conversation: Conversation, fact: Fact): Conversation {
  if (fact.type === 'recorded') return recorded(conversation.id, fact);
  const next = withContact(conversation, apply(conversation, fact), fact);
  // That a due check arrived changes nothing that a person said.
  const commitments = fact.type === 'asked' ? next.commitments : touch(conversation, next.commitments, fact);
  return { ...next, commitments, version: fact.no };
}

/** The conversation that a list of facts tells; throws RangeError when the first is not `recorded`. */
export function replay(id: string, facts: readonly Fact[]): Conversation {
  const [first, ...rest] = facts;
  if (first?.type !== 'recorded') throw new RangeError(`conversation ${id} does not begin with its record`);
  return rest.reduce(evolve, recorded(id, first));
}
