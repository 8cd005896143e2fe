import { awayAt, calendarAround } from './away.ts';
import type { CheckIn } from './check-in.ts';
import type { Commitment, Conversation } from './conversation.ts';
import type { FactDraft } from './facts.ts';
import { type Instant, latest, plus } from './instant.ts';
import { checkInEnd, checkInStart } from './moments.ts';
import { changesAsked, standing } from './parties.ts';
import { toldNothingCounts } from './plan/answers.ts';
import { type Course, courseOf, dueCheckAt } from './plan/due.ts';
import { WRAP_UP_MS } from './policy.ts';
import { addWorkingDays } from './working-time.ts';

// Back from a pause in which something fell due, nobody has a verdict sooner (rule 5).
const DAYS_AFTER_PAUSE = 2;

export type Silence = { at: Instant; verdict: 'missed-not-reported' | 'unresolved'; asksManager: boolean };

/** The check-ins at or after due, in order: one before silence would end decides (rule 3). */
function talksSince(conversation: Conversation, due: Instant): CheckIn[] {
  return conversation.checkIns
    .filter((checkIn) => !checkIn.cancelled && due <= checkInStart(checkIn))
    .sort((a, b) => checkInStart(a) - checkInStart(b));
}

function silenceEnd(
  conversation: Conversation,
  commitment: Commitment,
  course: Course,
  due: Instant,
): Instant {
  const { owner } = course;
  const calendar = calendarAround(owner);
  const days = conversation.policy.silenceWorkingDays;
  const asked = latest(due, commitment.asked?.at ?? dueCheckAt(conversation, commitment, course, due));
  const end = talksSince(conversation, due).reduce(
    (until, talk) => {
      const decides = checkInStart(talk) < until;
      // Never sooner than without the talk: whoever is asked after it has the same day to answer.
      return decides
        ? latest(until, addWorkingDays(calendar, plus(checkInEnd(talk), WRAP_UP_MS), days))
        : until;
    },
    addWorkingDays(calendar, asked, days),
  );
  const away = awayAt(owner, due);
  return away ? latest(end, addWorkingDays(owner.calendar, away.back, DAYS_AFTER_PAUSE)) : end;
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
  const asks = changesAsked(commitment);
  const open = asks.find((request) => request.at < due);
  if (open) return { at: toldNothingCounts(conversation, commitment, open, due), ...unresolved };
  if (commitment.agreement.state !== 'agreed') return { at: due, ...unresolved };
  const at = silenceEnd(conversation, commitment, course, due);
  // Who asked for another date after due has been heard: that is no silence, and the manager has it.
  if (asks.length > 0 || !couldHaveAnswered(commitment, course)) return { at, ...unresolved };
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
