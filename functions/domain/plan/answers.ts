import { calendarAround } from '../away.ts';
import type { Commitment, Conversation, Person, Request } from '../conversation.ts';
import type { Delivery } from '../delivery.ts';
import { type Instant, latest } from '../instant.ts';
import { dueOf } from '../moments.ts';
import { decidersOf, isSettled, personOf, standing } from '../parties.ts';
import {
  addWorkingDays,
  dayAt,
  nextOpening,
  nextWorkingMoment,
  openingOnOrBefore,
  type WorkCalendar,
} from '../working-time.ts';
import { afterAnswer, owe, reachedAt } from './owe.ts';

function openingDaysLater(calendar: WorkCalendar, opening: Instant, days: number): Instant {
  return openingOnOrBefore(calendar, dayAt(calendar, addWorkingDays(calendar, opening, days)));
}

/** What one person has not answered since one moment: the recap, or an amendment that asked them again. */
type Round = {
  person: Person;
  commitments: readonly Commitment[];
  asked: Instant;
  subject: 'all' | Commitment['id'];
  mark: string;
};

function rounds(conversation: Conversation, person: Person): Round[] {
  const own = standing(conversation).filter((commitment) => commitment.owner === person.id);
  // What was added or amended later is asked about in a round of its own, counted from that fact.
  const begun = Math.max(conversation.recorded.fact, person.joined.fact);
  const first = own.filter((commitment) => commitment.agreement.cause.fact <= begun);
  const answered = own.filter((commitment) => !first.includes(commitment));
  const again = answered.filter((commitment) => commitment.agreement.state === 'unanswered');
  const asked = reachedAt(conversation, person);
  const all: Round = { person, commitments: first, asked, subject: 'all', mark: '' };
  return [
    // Submitting was the manager's own yes; only a declined request of theirs has to be answered again.
    ...(own.length > 0 && person.id !== conversation.manager ? [all] : []),
    ...again.map((commitment) => ({
      person,
      commitments: [commitment],
      asked: latest(commitment.agreement.cause.at, asked),
      subject: commitment.id,
      mark: `${commitment.agreement.cause.fact}-`,
    })),
  ];
}

function isDuePassed(commitments: readonly Commitment[], at: Instant): boolean {
  return commitments.every((commitment) => {
    const due = dueOf(commitment);
    return due !== undefined && due <= at;
  });
}

/** When one round of chasing reminds, and when it gives up and tells the manager; and what still waits in it. */
function chasing(conversation: Conversation, { person, asked, commitments }: Round) {
  const calendar = calendarAround(person);
  const manager = personOf(conversation, conversation.manager);
  const first = nextOpening(calendar, asked);
  const second = openingDaysLater(calendar, first, conversation.policy.reminderWorkingDays);
  return {
    waiting: commitments.filter(
      (commitment) => commitment.agreement.state === 'unanswered' && !isSettled(commitment),
    ),
    first,
    second,
    told: nextWorkingMoment(manager.calendar, openingDaysLater(calendar, second, 1)),
  };
}

/** Since when this waits: a verdict taken back opens it again, and not what it had put to rest until then. */
function openSince({ dueSet, judgement }: Commitment): Instant {
  return judgement?.replaces ? latest(dueSet.at, judgement.at) : dueSet.at;
}

function roundReminders(conversation: Conversation, round: Round): Delivery[] {
  const { person, asked } = round;
  const calendar = calendarAround(person);
  const manager = personOf(conversation, conversation.manager);
  const { waiting, first, second, told } = chasing(conversation, round);
  const cause =
    round.subject === 'all' ? conversation.recorded : (waiting[0]?.agreement.cause ?? conversation.recorded);
  // A new due date asks anew, but not with the reminders that the old one had made pointless.
  const plannedAt = latest(asked, ...waiting.map(openSince));
  const skipAt = (at: Instant) =>
    waiting.length === 0
      ? ('answered' as const)
      : isDuePassed(waiting, at)
        ? ('after-due' as const)
        : undefined;
  const remind = (at: Instant, rev: string, notAfter: Instant) =>
    owe(conversation, {
      kind: 'reminder',
      subject: round.subject,
      to: person.id,
      at,
      rev,
      cause,
      plannedAt,
      notAfter,
      skipped: skipAt(at),
    });
  const reminders = [
    remind(first, `${round.mark}1`, second),
    remind(second, `${round.mark}2`, latest(told, nextOpening(calendar, second))),
  ];
  if (person.id === manager.id) return reminders;
  return [
    ...reminders,
    owe(conversation, {
      kind: 'not-answered',
      subject: round.subject,
      to: manager.id,
      at: told,
      rev: `${round.mark}${person.id}`,
      cause,
      plannedAt,
      skipped: waiting.length === 0 ? 'answered' : undefined,
    }),
  ];
}

function allRounds(conversation: Conversation): Round[] {
  const { people, manager } = conversation;
  return people
    .filter((person) => !person.removed && (person.role === 'participant' || person.id === manager))
    .flatMap((person) => rounds(conversation, person));
}

/** Reminders to answer, and "not answered yet" to the manager. */
export function planReminders(conversation: Conversation): Delivery[] {
  return allRounds(conversation).flatMap((round) => roundReminders(conversation, round));
}

/** What nobody but the manager can get answered any more: who did not, what waits, and since when nobody reminds them. */
export function givenUpOn(
  conversation: Conversation,
): { person: Person; waiting: readonly Commitment[]; at: Instant }[] {
  return allRounds(conversation)
    .filter(({ person }) => person.id !== conversation.manager)
    .map((round) => ({ round, ...chasing(conversation, round) }))
    .filter(({ waiting }) => waiting.length > 0)
    .map(({ round, waiting, told }) => ({ person: round.person, waiting, at: told }));
}

function planUnanswered(conversation: Conversation, commitment: Commitment, request: Request): Delivery[] {
  const due = dueOf(commitment);
  const askedInTime = due !== undefined && request.at < due && request.by === commitment.owner;
  if (!askedInTime || (request.kind !== 'words' && request.kind !== 'date')) return [];
  const settled =
    commitment.judgement && commitment.judgement.how !== 'silence' ? ('settled' as const) : undefined;
  const skipped = request.answered ? ('answered' as const) : settled;
  const again = decidersOf(conversation, commitment, request).flatMap((to) => {
    const { calendar } = personOf(conversation, to);
    const first = nextWorkingMoment(calendar, due);
    const second = addWorkingDays(calendar, first, 1);
    return [first, second].map((at, index) =>
      owe(conversation, {
        kind: 'change-unanswered',
        subject: commitment.id,
        to,
        at,
        rev: `${request.fact}-${index + 1}`,
        cause: request,
        skipped,
      }),
    );
  });
  const asker = personOf(conversation, request.by);
  const at = nextWorkingMoment(asker.calendar, toldNothingCounts(conversation, commitment, request, due));
  return [
    ...again,
    owe(conversation, {
      kind: 'nothing-counts',
      subject: commitment.id,
      to: asker.id,
      at,
      rev: request.fact,
      cause: request,
      skipped,
    }),
  ];
}

/** When a request that nobody answered is given up: one working day after the manager was asked the second time. */
export function toldNothingCounts(
  conversation: Conversation,
  commitment: Commitment,
  request: Request,
  due: Instant,
): Instant {
  const moments = decidersOf(conversation, commitment, request).map((to) => {
    const { calendar } = personOf(conversation, to);
    return addWorkingDays(calendar, nextWorkingMoment(calendar, due), 2);
  });
  return latest(due, ...moments);
}

/** What somebody asked, to whoever has to answer it; and what follows when nobody does (rule 4). */
export function planRequests(conversation: Conversation): Delivery[] {
  return standing(conversation).flatMap((commitment) =>
    commitment.requests.flatMap((request) => [
      ...decidersOf(conversation, commitment, request).map((to) =>
        owe(conversation, {
          kind: 'change-asked',
          subject: commitment.id,
          to,
          at: afterAnswer(personOf(conversation, to), request),
          rev: request.fact,
          cause: request,
          skipped: request.answered ? 'answered' : undefined,
        }),
      ),
      ...planUnanswered(conversation, commitment, request),
    ]),
  );
}
