import { wordsIn } from '../../../templates/words/words.ts';
import type { Conversation, Person } from '../../domain/conversation.ts';
import type { Delivery } from '../../domain/delivery.ts';
import { personOf } from '../../domain/parties.ts';
import { lastPutSequence, STEPS_A_PUT } from '../../domain/sequence.ts';
import { isSideTalk } from '../../domain/side-talks.ts';
import type { Tenant } from '../../domain/tenant.ts';
import type { CalendarEvent, CalendarPerson } from '../calendar-event.ts';
import { dueBody, talkBody } from './entry-body.ts';
import { checkInAbout, commitmentAbout, type Scope } from './scope.ts';

const ALARM_MINUTES = 10;

/** The address that a person's answers to calendar mails come to. It never changes: it is the ORGANIZER. */
export function replyAddress(person: Person, tenant: Tenant): string {
  return person.reply === undefined ? tenant.sender : `r+${person.reply}@${tenant.replyDomain}`;
}

/** How often a check-in's entry was put before, for this person; one more for a cancellation (RFC 5545 §3.8.7.4). */
function checkInSequence(scope: Scope, delivery: Delivery): number {
  const { revision, cancelled } = checkInAbout(scope, delivery);
  const puts = revision - 1;
  if (delivery.kind === 'invitation') return puts;
  // Calling a talk off counts its revision up already; whoever left it before got a cancellation of their own.
  const counted = cancelled?.fact === delivery.fact;
  return counted ? puts : revision;
}

function entrySequence(scope: Scope, delivery: Delivery): number {
  const commitment = commitmentAbout(scope, delivery);
  const puts = commitment.entry.filter(({ owner }) => owner === delivery.to);
  if (delivery.kind === 'entry')
    return (
      STEPS_A_PUT *
      Math.max(
        0,
        puts.findIndex(({ fact }) => fact === delivery.fact),
      )
    );
  const last = lastPutSequence(commitment, delivery.to);
  return delivery.kind === 'entry-done' ? last + 1 : last + 2;
}

/** The same for the life of an entry, whatever moves and whichever address it goes to. */
function uidOf({ id }: Conversation, { subject, to }: Delivery, tenant: Tenant): string {
  return `${id}-${subject}-${to}@${tenant.replyDomain}`;
}

type Body = Pick<
  CalendarEvent,
  'sequence' | 'start' | 'end' | 'summary' | 'description' | 'busy' | 'location' | 'remindMinutes' | 'series'
>;

function checkInBody(scope: Scope, delivery: Delivery): Body {
  const { conversation, reader, page } = scope;
  const { calendar } = wordsIn(reader.locale);
  const talk = checkInAbout(scope, delivery);
  return {
    ...talkBody(conversation, talk, reader.locale),
    sequence: checkInSequence(scope, delivery),
    description: isSideTalk(talk)
      ? talk.kind === 'coaching'
        ? calendar.coachingAbout(page)
        : calendar.cadenceAbout(`${page}?micro=${talk.id}`)
      : calendar.talkAbout(page),
    remindMinutes: ALARM_MINUTES,
  };
}

function entryBody(scope: Scope, delivery: Delivery): Body {
  const { reader, page } = scope;
  const commitment = commitmentAbout(scope, delivery);
  const { calendar } = wordsIn(reader.locale);
  const done = delivery.kind === 'entry-done';
  return {
    ...dueBody(commitment, done, reader.locale),
    sequence: entrySequence(scope, delivery),
    description: done ? calendar.doneAbout(page) : calendar.dueAbout(commitment.action, page),
  };
}

/** The calendar part of a mail to one person: they are its only attendee. */
export function calendarEventFor(
  scope: Scope,
  delivery: Delivery,
  tenant: Tenant,
  attendee: CalendarPerson,
): CalendarEvent {
  const { conversation, reader, sentAt } = scope;
  const isTalk = delivery.kind === 'invitation' || delivery.kind === 'invitation-cancelled';
  const cancelled = delivery.kind === 'invitation-cancelled' || delivery.kind === 'entry-cancelled';
  const manager = personOf(conversation, conversation.manager);
  return {
    method: cancelled ? 'CANCEL' : 'REQUEST',
    uid: uidOf(conversation, delivery, tenant),
    stamp: sentAt,
    organizer: { name: manager.name, email: replyAddress(reader, tenant) },
    attendee,
    cancelled,
    url: scope.page,
    ...(isTalk ? checkInBody(scope, delivery) : entryBody(scope, delivery)),
  };
}
