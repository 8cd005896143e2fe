import { cut } from '../../../templates/parts/cut.ts';
import { wordsIn } from '../../../templates/words/words.ts';
import type { Conversation, Person } from '../../domain/conversation.ts';
import type { Delivery } from '../../domain/delivery.ts';
import { MINUTE } from '../../domain/instant.ts';
import { checkInEnd, checkInStart, dueOf } from '../../domain/moments.ts';
import { personOf } from '../../domain/parties.ts';
import { ENTRY_MINUTES, lastPutSequence, STEPS_A_PUT } from '../../domain/sequence.ts';
import type { Tenant } from '../../domain/tenant.ts';
import type { CalendarEvent, CalendarPerson } from '../calendar-event.ts';
import { checkInAbout, commitmentAbout, type Scope } from './scope.ts';

const ALARM_MINUTES = 10;
const SUMMARY_LENGTH = 80;

/** The address that a person's answers to calendar mails come to. It never changes: it is the ORGANIZER. */
export function replyAddress(person: Person, tenant: Tenant): string {
  return person.reply === undefined ? tenant.sender : `r+${person.reply}@${tenant.replyDomain}`;
}

/** How often a check-in's entry was put before, for this person; one more for a cancellation (RFC 5545 §3.8.7.4). */
function checkInSequence(scope: Scope, delivery: Delivery): number {
  const { revision, cancelled } = checkInAbout(scope, delivery);
  const puts = revision - 1;
  if (delivery.kind === 'invitation') return puts;
  const { removed } = scope.reader;
  // Calling a check-in off counts its revision up already; who was taken out before got a cancellation of their own.
  const counted = cancelled !== undefined && !(removed && removed.fact < cancelled.fact);
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
  'sequence' | 'start' | 'end' | 'summary' | 'description' | 'busy' | 'location' | 'remindMinutes'
>;

function checkInBody(scope: Scope, delivery: Delivery): Body {
  const checkIn = checkInAbout(scope, delivery);
  const { calendar } = wordsIn(scope.reader.locale);
  return {
    sequence: checkInSequence(scope, delivery),
    start: checkInStart(checkIn),
    end: checkInEnd(checkIn),
    summary: calendar.talk(cut(scope.conversation.title, SUMMARY_LENGTH)),
    description: calendar.talkAbout(scope.page),
    busy: true,
    remindMinutes: ALARM_MINUTES,
    ...(checkIn.where === '' ? {} : { location: checkIn.where }),
  };
}

function entryBody(scope: Scope, delivery: Delivery): Body {
  const commitment = commitmentAbout(scope, delivery);
  const { calendar } = wordsIn(scope.reader.locale);
  const end = dueOf(commitment);
  if (end === undefined) throw new RangeError(`${delivery.key} is about a habit, which is never due`);
  const [line = ''] = commitment.action.split('\n');
  const action = cut(line, SUMMARY_LENGTH);
  const done = delivery.kind === 'entry-done';
  return {
    sequence: entrySequence(scope, delivery),
    start: end - ENTRY_MINUTES * MINUTE,
    end,
    summary: done ? calendar.done(action) : calendar.due(action),
    description: done ? calendar.doneAbout(scope.page) : calendar.dueAbout(commitment.action, scope.page),
    busy: !done,
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
