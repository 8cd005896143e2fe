import type { CheckIn, Commitment, Conversation } from './conversation.ts';
import type { FactDraft } from './facts.ts';
import { type Instant, latest, plus } from './instant.ts';
import { checkInEnd, checkInStart } from './moments.ts';
import { openRequests, standing } from './parties.ts';
import { toldNothingCounts } from './plan/answers.ts';
import { type Course, courseOf, dueCheckAt } from './plan/due.ts';
import { isPausedAt, returnOpening } from './plan/owe.ts';
import { WRAP_UP_MS } from './policy.ts';
import { addWorkingDays } from './working-time.ts';

export type Silence = { at: Instant; verdict: 'missed-not-reported' | 'unresolved'; asksManager: boolean };

/** A check-in at or after due, before silence would end: the talk decides (rule 3). */
function decidingCheckIn(conversation: Conversation, due: Instant, end: Instant): CheckIn | undefined {
  return conversation.checkIns.find((checkIn) => {
    const start = checkInStart(checkIn);
    return !checkIn.cancelled && due <= start && start < end;
  });
}

function silenceEnd(
  conversation: Conversation,
  commitment: Commitment,
  course: Course,
  due: Instant,
): Instant {
  const { calendar } = course.owner;
  const days = conversation.policy.silenceWorkingDays;
  const asked = latest(due, commitment.asked?.at ?? dueCheckAt(course, due));
  const end = addWorkingDays(calendar, asked, days);
  const talk = decidingCheckIn(conversation, due, end);
  const decided = talk ? addWorkingDays(calendar, plus(checkInEnd(talk), WRAP_UP_MS), days) : end;
  const back = returnOpening(course.owner);
  const touchesPause = isPausedAt(course.owner, due) || isPausedAt(course.owner, decided);
  return touchesPause && back !== undefined ? latest(decided, addWorkingDays(calendar, back, 2)) : decided;
}

/** Only somebody who agreed, was asked, could be reached and wants these mails can be silent (rule 2). */
function couldHaveAnswered(commitment: Commitment, course: Course): boolean {
  const { owner } = course;
  const reached = owner.email !== undefined && !owner.addressFailed && commitment.asked !== undefined;
  return reached && !owner.optedOut.includes('nudges');
}

/** What silence will mean for a commitment, and from when on; undefined when something was said, or nothing is due. */
export function silenceOf(conversation: Conversation, commitment: Commitment): Silence | undefined {
  const course = courseOf(conversation, commitment);
  const { due } = course;
  if (due === undefined || commitment.judgement || commitment.removed) return undefined;
  const unresolved = { verdict: 'unresolved' as const, asksManager: false };
  const open = openRequests(commitment).find(
    (request) =>
      request.by === commitment.owner &&
      request.at < due &&
      (request.kind === 'words' || request.kind === 'date'),
  );
  if (open) return { at: toldNothingCounts(conversation, commitment, open, due), ...unresolved };
  if (commitment.agreement.state !== 'agreed') return { at: due, ...unresolved };
  const at = silenceEnd(conversation, commitment, course, due);
  if (!couldHaveAnswered(commitment, course)) return { at, ...unresolved };
  if (conversation.policy.silence === 'ask-manager') return { at, verdict: 'unresolved', asksManager: true };
  return { at, verdict: 'missed-not-reported', asksManager: false };
}

/** What silence means by `now`: the facts that time alone brings about. */
export function passTime(conversation: Conversation, now: Instant): FactDraft[] {
  if (conversation.status !== 'open' || now < conversation.leavesAt) return [];
  return standing(conversation).flatMap((commitment) => {
    const silence = silenceOf(conversation, commitment);
    if (!silence || silence.at > now) return [];
    const { verdict, asksManager } = silence;
    return [
      {
        type: 'silencePassed' as const,
        by: 'system' as const,
        commitment: commitment.id,
        verdict,
        asksManager,
      },
    ];
  });
}
