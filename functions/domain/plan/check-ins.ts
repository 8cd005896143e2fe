import type { Cause } from '../cause.ts';
import type { CheckIn } from '../check-in.ts';
import type { Conversation, Person } from '../conversation.ts';
import type { Delivery } from '../delivery.ts';
import { type Instant, latest, plus } from '../instant.ts';
import { checkInEnd, checkInStart } from '../moments.ts';
import { firstOf } from '../parties.ts';
import { WRAP_UP_MS } from '../policy.ts';
import { openingBefore, shiftDayAt } from '../working-time.ts';
import { planCancellation, planInvitation } from './invitations.ts';
import { owe, reachedAt } from './owe.ts';

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

/** Invitations, cancellations to exactly those invited, agendas and wrap-ups. */
export function planCheckIns(conversation: Conversation): Delivery[] {
  return conversation.checkIns.flatMap((checkIn) =>
    attendees(conversation).flatMap((person) => {
      const ended = firstOf(checkIn.cancelled, person.removed);
      if (ended)
        return [planCancellation(conversation, checkIn, person, { cause: ended, over: checkInEnd(checkIn) })];
      return [
        planInvitation(conversation, checkIn, person, checkInStart(checkIn)),
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
        planCancellation(conversation, checkIn, person, {
          cause: firstOf(checkIn.cancelled, person.removed, ended) ?? ended,
          over: checkInEnd(checkIn),
        }),
      ),
    );
}
