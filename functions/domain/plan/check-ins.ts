import type { Cause, CheckIn, Conversation, Person } from '../conversation.ts';
import type { Delivery } from '../delivery.ts';
import { type Instant, latest, plus } from '../instant.ts';
import { checkInEnd, checkInStart } from '../moments.ts';
import { WRAP_UP_MS } from '../policy.ts';
import { openingBefore, shiftDayAt } from '../working-time.ts';
import { keyOf, owe, reachedAt } from './owe.ts';

function attendees(conversation: Conversation): Person[] {
  return conversation.people.filter((person) => person.role !== 'partner');
}

function upcoming(conversation: Conversation): CheckIn[] {
  return conversation.checkIns.filter((checkIn) => !checkIn.cancelled);
}

function agendaAt({ calendar }: Person, start: Instant): Instant {
  return openingBefore(calendar, shiftDayAt(calendar, start));
}

/** When each standing check-in's agenda is due to one person: one working day before, at opening. */
export function agendaMoments(
  conversation: Conversation,
  person: Person,
): { checkIn: CheckIn; at: Instant; start: Instant }[] {
  return upcoming(conversation).map((checkIn) => {
    const start = checkInStart(checkIn);
    return { checkIn, start, at: agendaAt(person, start) };
  });
}

function planInvitation(conversation: Conversation, checkIn: CheckIn, person: Person): Delivery {
  const plannedAt = latest(reachedAt(conversation, person), checkIn.set.at);
  return owe(conversation, {
    kind: 'invitation',
    subject: checkIn.id,
    to: person.id,
    at: plannedAt,
    rev: checkIn.revision,
    cause: checkIn.set,
    plannedAt,
    notAfter: checkInStart(checkIn),
  });
}

/** What took a person out of a check-in first: they are told once. */
function first(...causes: readonly (Cause | undefined)[]): Cause | undefined {
  const known = causes.filter((cause) => cause !== undefined);
  return known.sort((a, b) => a.fact - b.fact)[0];
}

/** The key under which a person is invited to a check-in: as it stands now, at their present address, unless said otherwise. */
export function invitationKey(
  checkIn: CheckIn,
  person: Person,
  rev = checkIn.revision,
  address = person.addressRevision,
): string {
  return keyOf('invitation', checkIn.id, person.id, address === 1 ? rev : `${rev}_a${address}`);
}

/** Every key under which a person can have been invited to a check-in. */
function invitationKeys(checkIn: CheckIn, person: Person): string[] {
  const revisions = Array.from({ length: checkIn.revision }, (_, index) => index + 1);
  const addresses = Array.from({ length: person.addressRevision }, (_, index) => index + 1);
  return revisions.flatMap((rev) => addresses.map((address) => invitationKey(checkIn, person, rev, address)));
}

function planCancellation(
  conversation: Conversation,
  checkIn: CheckIn,
  person: Person,
  cause: Cause,
): Delivery {
  return owe(conversation, {
    kind: 'invitation-cancelled',
    subject: checkIn.id,
    to: person.id,
    at: cause.at,
    rev: cause.fact,
    cause,
    notAfter: checkInEnd(checkIn),
    onlyIfLeft: invitationKeys(checkIn, person),
  });
}

/** Invitations, cancellations to exactly those invited, agendas and wrap-ups. */
export function planCheckIns(conversation: Conversation): Delivery[] {
  return conversation.checkIns.flatMap((checkIn) =>
    attendees(conversation).flatMap((person) => {
      const ended = first(checkIn.cancelled, person.removed);
      if (ended) return [planCancellation(conversation, checkIn, person, ended)];
      return [
        planInvitation(conversation, checkIn, person),
        planAgenda(conversation, checkIn, person),
        ...planWrapUp(conversation, checkIn, person),
      ];
    }),
  );
}

function planAgenda(conversation: Conversation, checkIn: CheckIn, person: Person): Delivery {
  const recap = reachedAt(conversation, person);
  const start = checkInStart(checkIn);
  const at = agendaAt(person, start);
  return owe(conversation, {
    kind: 'agenda',
    subject: checkIn.id,
    to: person.id,
    at,
    rev: checkIn.revision,
    cause: checkIn.set,
    plannedAt: latest(recap, checkIn.set.at),
    notAfter: start,
    skipped: at <= recap ? 'recap-covers-it' : undefined,
  });
}

function planWrapUp(conversation: Conversation, checkIn: CheckIn, person: Person): Delivery[] {
  if (person.id !== conversation.manager) return [];
  return [
    owe(conversation, {
      kind: 'wrap-up',
      subject: checkIn.id,
      to: person.id,
      at: plus(checkInEnd(checkIn), WRAP_UP_MS),
      rev: checkIn.revision,
      cause: checkIn.set,
    }),
  ];
}

/** When the conversation ends, whatever is still ahead in a calendar goes with it. */
export function planFarewellCheckIns(conversation: Conversation, ended: Cause): Delivery[] {
  return conversation.checkIns
    .filter((checkIn) => checkInStart(checkIn) > ended.at)
    .flatMap((checkIn) =>
      attendees(conversation).map((person) =>
        planCancellation(
          conversation,
          checkIn,
          person,
          first(checkIn.cancelled, person.removed, ended) ?? ended,
        ),
      ),
    );
}
