import type { Person as Named, Saying } from '../../../templates/mail/props.ts';
import { called } from '../../../templates/parts/called.ts';
import type { Moment } from '../../../templates/parts/moment.ts';
import type { CheckIn, SideTalk } from '../../domain/check-in.ts';
import type { Commitment, Conversation, Person } from '../../domain/conversation.ts';
import type { Delivery } from '../../domain/delivery.ts';
import { replay } from '../../domain/evolve.ts';
import type { Fact, When } from '../../domain/facts.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import { checkInStart, momentOf } from '../../domain/moments.ts';
import type { Week } from '../../domain/overview/week.ts';
import { personOf } from '../../domain/parties.ts';
import { talkOf } from '../../domain/side-talks.ts';

/**
 * One conversation as one reader is told of it at one moment. `facts`: all of them; a recap needs none. `page`: the
 * address of the reader's own page; `today`: of managers' first one; `week`: what a digest tells. `hasCalendar`: whether entries are written into people's calendars and not mailed.
 */
export type Scope = {
  conversation: Conversation;
  reader: Person;
  sentAt: Instant;
  facts: readonly Fact[];
  page: string;
  hasCalendar?: boolean;
  week?: Week | undefined;
  today?: string;
};

export function isManager({ conversation, reader }: Scope): boolean {
  return reader.id === conversation.manager;
}

/** What everybody calls a person; two of one first name by their whole names. */
export function calledName(conversation: Conversation, id: PersonId): string {
  const names = called(conversation.people.map(({ name }) => name));
  const index = conversation.people.findIndex((person) => person.id === id);
  return names[index] ?? personOf(conversation, id).name;
}

/** A person as the reader calls them. */
export function named({ conversation, reader }: Scope, id: PersonId): Named {
  const name = calledName(conversation, id);
  return id === reader.id ? { name, you: true } : { name };
}

/** Who brought something about; what the system did stands for the person it is about. */
export function namedBy(scope: Scope, by: PersonId | 'system', about: PersonId): Named {
  return named(scope, by === 'system' ? about : by);
}

/** Somebody's words, or undefined where there are none. */
export function saying(scope: Scope, words: string, by: PersonId): Saying | undefined {
  return words === '' ? undefined : { words, by: named(scope, by) };
}

/** A moment that nobody typed, on the reader's clock. */
export function momentFor({ reader }: Scope, at: Instant): Moment {
  return { at, zone: reader.zone };
}

/** A typed moment on the reader's clock. A date alone of which only the day matters stays the day it was meant as. */
export function typedMoment({ reader }: Scope, when: When): Moment {
  return { at: momentOf(when), zone: reader.zone, also: when.zone };
}

/** Everybody who belongs to the talks. */
export function attendees({ conversation }: Scope): Person[] {
  return conversation.people.filter((person) => !person.removed && person.role !== 'partner');
}

/** The next check-in that has not begun when the mail leaves. */
function nextCheckIn({ conversation, sentAt }: Scope): CheckIn | undefined {
  const ahead = conversation.checkIns.filter(
    (checkIn) => !checkIn.cancelled && checkInStart(checkIn) > sentAt,
  );
  return ahead.sort((a, b) => checkInStart(a) - checkInStart(b))[0];
}

/** When people talk next, on the reader's clock. */
export function nextTalk(scope: Scope): Moment | undefined {
  const next = nextCheckIn(scope);
  return next && typedMoment(scope, next.at);
}

/** The commitment that a delivery is about, also one that was taken out. */
export function commitmentAbout({ conversation }: Scope, delivery: Delivery): Commitment {
  const [id] = delivery.subject.split('-');
  const found = conversation.commitments.find((commitment) => commitment.id === id);
  if (!found) throw new RangeError(`${delivery.key} is about no commitment of ${conversation.id}`);
  return found;
}

/** The check-in, or the talk beside them, that a delivery is about, also one that was called off. */
export function checkInAbout({ conversation }: Scope, delivery: Delivery): CheckIn | SideTalk {
  const found = talkOf(conversation, delivery.subject);
  if (!found) throw new RangeError(`${delivery.key} is about no talk of ${conversation.id}`);
  return found;
}

/** The last part of a delivery's key, without the mark of a corrected address: a fact, an ordinal, a revision. */
export function revisionOf(delivery: Delivery): string {
  return delivery.key.split('_')[3] ?? '';
}

/** A fact, with the conversation as it was before it and after it. Throws where the facts are not at hand. */
export function aroundFact(
  { conversation, facts }: Scope,
  no: number,
): { before: Conversation; after: Conversation; fact: Fact } {
  const fact = facts.find((candidate) => candidate.no === no);
  if (!fact) throw new RangeError(`fact ${no} of conversation ${conversation.id} is not at hand`);
  const until = facts.filter((candidate) => candidate.no < no);
  return {
    fact,
    before: replay(conversation.id, until),
    after: replay(conversation.id, [...until, fact]),
  };
}
