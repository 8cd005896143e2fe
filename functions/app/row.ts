import type { Commitment, Conversation } from '../domain/conversation.ts';
import { earliest, type Instant, plus } from '../domain/instant.ts';
import { checkInEnd, checkInStart, dueOf } from '../domain/moments.ts';
import { decidersOf, isSettled, openRequests, personOf, standing } from '../domain/parties.ts';
import { WRAP_UP_MS } from '../domain/policy.ts';
import { addressHash } from './hash.ts';
import type { Row } from './ports.ts';

function needsOf(conversation: Conversation, commitment: Commitment, now: Instant): string[] {
  const asked = openRequests(commitment).some((request) =>
    decidersOf(conversation, commitment, request).includes(conversation.manager),
  );
  const due = dueOf(commitment);
  const overdue = due !== undefined && due <= now && !isSettled(commitment);
  return [
    ...(asked ? ['change-asked'] : []),
    ...(commitment.agreement.state === 'unanswered' ? ['unanswered'] : []),
    ...(overdue ? ['verdict'] : []),
  ];
}

function isWrapUpOpen(conversation: Conversation, now: Instant): boolean {
  const talked = conversation.checkIns.some(
    (checkIn) => !checkIn.cancelled && plus(checkInEnd(checkIn), WRAP_UP_MS) <= now,
  );
  const ahead = conversation.checkIns.some((checkIn) => !checkIn.cancelled && checkInStart(checkIn) > now);
  return talked && !ahead;
}

/** The id under which a manager's conversations are listed. */
export function managerKey(email: string): string {
  return addressHash(email);
}

/** A conversation as its manager's list shows it. */
export function rowOf(conversation: Conversation, now: Instant, keepUntil: Instant | undefined): Row {
  const open = conversation.status === 'open';
  const needs = open
    ? standing(conversation).flatMap((commitment) => needsOf(conversation, commitment, now))
    : [];
  const failed =
    open && conversation.people.some((person) => person.addressFailed && !person.removed)
      ? ['address-failed']
      : [];
  const wrapUp = open && isWrapUpOpen(conversation, now) ? ['wrap-up'] : [];
  const starts = conversation.checkIns.filter((checkIn) => !checkIn.cancelled).map(checkInStart);
  const participants = conversation.people.filter(
    (person) => person.role === 'participant' && !person.removed,
  );
  return {
    conversation: conversation.id,
    version: conversation.version,
    title: conversation.title,
    status: conversation.status,
    recordedAt: conversation.recorded.at,
    nextCheckInAt: earliest(starts.filter((start) => start > now)),
    people: participants.map((person) => person.name),
    contacts: participants.flatMap(({ name, email }) => (email === undefined ? [] : [{ name, email }])),
    needs: [...new Set([...needs, ...failed, ...wrapUp])],
    keepUntil,
  };
}

/** The address of whoever manages a conversation now; undefined once they were erased. */
export function managerEmail(conversation: Conversation): string | undefined {
  return personOf(conversation, conversation.manager).email;
}

/** Under which id it is listed; undefined once its manager was erased. */
export function listedUnder(conversation: Conversation): string | undefined {
  const email = managerEmail(conversation);
  return email === undefined ? undefined : managerKey(email);
}
