import type { Verdict as ToldVerdict } from '../../../templates/mail/props.ts';
import type { Section } from '../../../templates/mail/section.ts';
import { isCloserOffered, streakOf } from '../../domain/contact.ts';
import type { Commitment, Judgement } from '../../domain/conversation.ts';
import { verdictsOf } from '../../domain/counted.ts';
import type { Delivery } from '../../domain/delivery.ts';
import type { Verdict } from '../../domain/facts.ts';
import { dueOf } from '../../domain/moments.ts';
import { otherSide } from '../../domain/parties.ts';
import { courseOf, dueCheckAt } from '../../domain/plan/due.ts';
import { MISSED_FOR_OFFER } from '../../domain/policy.ts';
import { agreedConsequence, withoutConsequence } from './commitment-for.ts';
import { reasonWords } from './reason-words.ts';
import {
  attendees,
  commitmentAbout,
  isManager,
  momentFor,
  named,
  namedBy,
  nextTalk,
  type Scope,
  saying,
} from './scope.ts';

const TOLD: Record<Verdict, ToldVerdict> = {
  kept: 'kept',
  'kept-late': 'kept-told-late',
  missed: 'missed',
  'missed-not-reported': 'missed-not-reported',
  unresolved: 'unresolved',
  released: 'released',
};

function judged(scope: Scope, delivery: Delivery): { commitment: Commitment; judgement: Judgement } {
  const commitment = commitmentAbout(scope, delivery);
  if (!commitment.judgement) throw new RangeError(`${delivery.key} tells a verdict that there is not`);
  return { commitment, judgement: commitment.judgement };
}

function toldBy(scope: Scope, commitment: Commitment, { by, at }: Judgement) {
  return { by: namedBy(scope, by, commitment.owner), at: momentFor(scope, at) };
}

/** The owner of a miss; the manager; or a participant, who is told only of the manager's own (method, source E). */
function missView({ reader, conversation }: Scope, { owner }: Commitment) {
  if (reader.id === owner) return 'owner';
  return reader.id === conversation.manager ? 'manager' : 'participant';
}

/** Who reads what the owner says about a miss, and who does not. */
function readers(scope: Scope, commitment: Commitment) {
  const read = otherSide(scope.conversation, commitment);
  const not = attendees(scope).filter(({ id }) => id !== commitment.owner && !read.includes(id));
  return {
    reasonReadBy: read.map((id) => named(scope, id)),
    reasonNotReadBy: not.map(({ id }) => named(scope, id)),
  };
}

/** What a verdict changed of its owner's contact: told once, in the mail about that verdict. */
function contactBy({ reader }: Scope, { fact }: Judgement): { contact?: 'light' | 'normal' } {
  const change = reader.contact.find((one) => one.fact === fact);
  return change && change.level !== 'close' ? { contact: change.level } : {};
}

/** A look half way is offered with the second miss in a row, and not again with the third. */
function offeredBy(scope: Scope, judgement: Judgement): { contact?: 'light' | 'normal' | 'offered' } {
  const { conversation, reader } = scope;
  const newest = verdictsOf(conversation, reader.id).at(-1)?.fact === judgement.fact;
  const second = newest && streakOf(conversation, reader) === -MISSED_FOR_OFFER;
  return second && isCloserOffered(conversation, reader)
    ? { contact: 'offered' }
    : contactBy(scope, judgement);
}

/** It didn't happen: with the agreed consequence, and never with one that was only proposed. */
export function consequenceSection(scope: Scope, delivery: Delivery): Section {
  const { commitment, judgement } = judged(scope, delivery);
  const view = missView(scope, commitment);
  const mine = view === 'owner';
  return {
    kind: 'consequence',
    view,
    commitment: withoutConsequence(scope, commitment),
    told: toldBy(scope, commitment, judgement),
    consequence: agreedConsequence(scope, commitment),
    ...(mine ? { askReason: judgement.reason === undefined, ...readers(scope, commitment) } : {}),
    ...(mine ? offeredBy(scope, judgement) : {}),
    ...(mine ? {} : { reason: judgement.reason, reasonWords: reasonWords(scope, commitment, judgement) }),
    talk: nextTalk(scope),
  };
}

/** When the owner was asked "done, or not yet?". */
function askedAt({ conversation, sentAt }: Scope, commitment: Commitment) {
  const due = dueOf(commitment);
  if (commitment.asked) return commitment.asked.at;
  return due === undefined
    ? sentAt
    : dueCheckAt(conversation, commitment, courseOf(conversation, commitment), due);
}

/** Silence: it stands as not done for now. */
export function missedNotReportedSection(scope: Scope, delivery: Delivery): Section {
  const { commitment } = judged(scope, delivery);
  return {
    kind: 'missed-not-reported',
    view: missView(scope, commitment),
    commitment: withoutConsequence(scope, commitment),
    asked: momentFor(scope, askedAt(scope, commitment)),
    consequence: agreedConsequence(scope, commitment),
    talk: nextTalk(scope),
  };
}

/** The same silence where the policy asks the manager instead. */
export function noReportSection(scope: Scope, delivery: Delivery): Section {
  const { commitment } = judged(scope, delivery);
  return {
    kind: 'no-report',
    commitment: withoutConsequence(scope, commitment),
    asked: commitment.asked && momentFor(scope, commitment.asked.at),
    talk: nextTalk(scope),
  };
}

function celebrationView(scope: Scope, { owner }: Commitment) {
  if (scope.reader.id === owner) return 'owner';
  return isManager(scope) ? 'manager' : 'partner';
}

/** Who else is told to celebrate. After another verdict they get a correction instead. */
function alsoCelebrating({ conversation }: Scope, { owner, partner }: Commitment, judgement: Judgement) {
  if (judgement.replaces) return [];
  const others = partner === undefined ? [conversation.manager] : [conversation.manager, partner];
  return [...new Set(others)].filter((id) => id !== owner);
}

/** You did it. */
export function celebrationSection(scope: Scope, delivery: Delivery): Section {
  const { commitment, judgement } = judged(scope, delivery);
  return {
    kind: 'celebration',
    view: celebrationView(scope, commitment),
    commitment: withoutConsequence(scope, commitment),
    told: toldBy(scope, commitment, judgement),
    late: judgement.verdict === 'kept-late',
    helped: saying(scope, commitment.helped, commitment.helpedBy ?? commitment.owner),
    alsoTold: alsoCelebrating(scope, commitment, judgement).map((id) => named(scope, id)),
    talk: nextTalk(scope),
    ...(scope.reader.id === commitment.owner ? contactBy(scope, judgement) : {}),
  };
}

/** An earlier mail said otherwise. */
export function correctionSection(scope: Scope, delivery: Delivery): Section {
  const { commitment, judgement } = judged(scope, delivery);
  if (!judgement.replaces) throw new RangeError(`${delivery.key} corrects nothing`);
  return {
    kind: 'correction',
    commitment: withoutConsequence(scope, commitment),
    was: TOLD[judgement.replaces.verdict],
    is: TOLD[judgement.verdict],
    told: toldBy(scope, commitment, judgement),
  };
}
