import type { Commitment as Told, Consequence as ToldConsequence } from '../../../templates/mail/props.ts';
import type { Moment } from '../../../templates/parts/moment.ts';
import type { Commitment, Consequence } from '../../domain/conversation.ts';
import { canEase } from '../../domain/easing.ts';
import { dueOf, momentOf } from '../../domain/moments.ts';
import { courseOf, dueCheckAt } from '../../domain/plan/due.ts';
import { type Seen, visibleTo } from '../../domain/visible.ts';
import { isWorking, isWorkingDay, shiftDayAt } from '../../domain/working-time.ts';
import { isManager, momentFor, named, type Scope, saying, typedMoment } from './scope.ts';

/** What this reader may see of the commitments that stand, their own first. */
export function seenCommitments({ conversation, reader }: Scope): Seen[] {
  return visibleTo(conversation, reader.id);
}

function seenOf(scope: Scope, commitment: Commitment): Seen | undefined {
  return seenCommitments(scope).find((seen) => seen.commitment.id === commitment.id);
}

/** Owner and manager read all of it; the partner what they help with; others what is done, and by when. */
function isClose(scope: Scope, commitment: Commitment): boolean {
  const { id } = scope.reader;
  return commitment.owner === id || commitment.partner === id || isManager(scope);
}

function agreedProps(
  scope: Scope,
  { words, by, cause }: Consequence,
): Extract<ToldConsequence, { state: 'agreed' }> {
  // Words that a person set for themselves were accepted by nobody else: no day is said.
  const alone = cause.by === by;
  const agreedAt = alone ? {} : { agreedAt: momentFor(scope, cause.at) };
  return { state: 'agreed', words, by: named(scope, by), ...agreedAt };
}

function consequenceProps(scope: Scope, consequence: Consequence | undefined): ToldConsequence | undefined {
  switch (consequence?.state) {
    case undefined:
      return undefined;
    case 'none':
      return { state: 'none' };
    case 'proposed':
      return { state: 'proposed', words: consequence.words, by: named(scope, consequence.by) };
    case 'agreed':
      return agreedProps(scope, consequence);
  }
}

/** The agreed consequence, if there is one and this reader may see it. A proposal is never sent (method A3). */
export function agreedConsequence(scope: Scope, commitment: Commitment) {
  const consequence = seenOf(scope, commitment)?.consequence;
  return consequence?.state === 'agreed' ? agreedProps(scope, consequence) : undefined;
}

/** Where the owner is asked later than due because due is a day off of theirs (timeline rule 1). */
function dayOff({ conversation, sentAt }: Scope, commitment: Commitment): Moment['dayOff'] {
  const due = dueOf(commitment);
  if (due === undefined || commitment.removed || commitment.judgement) return undefined;
  const course = courseOf(conversation, commitment);
  const { calendar } = course.owner;
  if (isWorking(calendar, due) || isWorkingDay(calendar, shiftDayAt(calendar, due))) return undefined;
  const weAskAt = dueCheckAt(conversation, commitment, course, due);
  return weAskAt > sentAt ? { weAskAt } : undefined;
}

/** When a commitment is due, on the reader's clock; undefined for a habit. */
export function dueMoment(scope: Scope, commitment: Commitment): Moment | undefined {
  const { due, owner } = commitment;
  if (!due) return undefined;
  const free = dayOff(scope, commitment);
  return {
    ...typedMoment(scope, due),
    ...(due.dateOnly ? { endOfDayOf: named(scope, owner) } : {}),
    ...(free ? { dayOff: free } : {}),
  };
}

/** When it starts; a date alone is that day wherever it is read. */
export function startMoment(scope: Scope, { start }: Commitment): Moment {
  return start.dateOnly
    ? { at: momentOf(start), zone: start.zone, dayOnly: true }
    : typedMoment(scope, start);
}

function startsLater({ conversation }: Scope, commitment: Commitment): boolean {
  const { startDay, recapDay } = courseOf(conversation, commitment);
  return startDay > recapDay;
}

function answerOf({ conversation }: Scope, { agreement }: Commitment): NonNullable<Told['answer']> {
  const inPerson = conversation.saidInPerson.some(({ fact }) => fact === agreement.cause.fact);
  switch (agreement.state) {
    case 'unanswered':
      return 'open';
    case 'agreed':
      return inPerson ? 'said-in-person' : 'agreed';
    case 'change-asked':
      return 'change-asked';
  }
}

function terms(scope: Scope, commitment: Commitment): Partial<Told> {
  const { wordedBy, partner } = commitment;
  return {
    evidence: saying(scope, commitment.evidence, wordedBy),
    celebration: saying(scope, commitment.celebration, wordedBy),
    partner: partner && named(scope, partner),
    answer: answerOf(scope, commitment),
  };
}

/** A commitment as this reader may see it. Others than owner, manager and partner read what is done, and by when. */
export function commitmentFor(scope: Scope, commitment: Commitment): Told {
  const { id, owner, action, wordedBy, habit } = commitment;
  return {
    ref: id,
    owner: named(scope, owner),
    action: { words: action, by: named(scope, wordedBy) },
    habit,
    start: startsLater(scope, commitment) ? startMoment(scope, commitment) : undefined,
    due: dueMoment(scope, commitment),
    movable: canEase(scope.conversation, commitment, scope.sentAt),
    consequence: consequenceProps(scope, seenOf(scope, commitment)?.consequence),
    ...(isClose(scope, commitment) ? terms(scope, commitment) : {}),
  };
}

/** The same for mails in which the consequence has its own place, or none. */
export function withoutConsequence(scope: Scope, commitment: Commitment): Told {
  return { ...commitmentFor(scope, commitment), consequence: undefined };
}
